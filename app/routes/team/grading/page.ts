import type { LoaderFunctionArgs } from '@remix-run/node'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { pageForGrader } from '#db/grading.ts'

/** The page under review, for the sandboxed frame; its headers are set by its address. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer } = await requireStaff(args, 'grade')
  const html = found(await pageForGrader(db, { viewer, assignmentId: idParam(args, 'id') }))
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
