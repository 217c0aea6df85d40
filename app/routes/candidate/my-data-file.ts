import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { titleOf } from '#app/domain/vacancy-title.ts'
import { found, requireCandidate } from '#app/server/guard.ts'
import { dataOf } from '#db/my-data.ts'

/** Everything in one file that a program can read too. What was written in the assignment needs more than a status link. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, locale } = await requireCandidate(args)
  const { application, ...rest } = found(await dataOf(db, { viewer, now: now() }))
  if (!viewer.entered && (rest.attempt?.answers.length ?? 0) > 0) return redirect('/a/enter')
  const { vacancy, ...own } = application
  const copy = { application: { ...own, vacancy: titleOf(vacancy, locale).title }, ...rest, copiedAt: now() }
  return new Response(JSON.stringify(copy, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="my-data-${now().toISOString().slice(0, 10)}.json"`,
    },
  })
}
