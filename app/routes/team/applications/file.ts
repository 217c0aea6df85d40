import type { LoaderFunctionArgs } from '@remix-run/node'
import { found, idParam, refuse, requireStaff } from '#app/server/guard.ts'
import { findFile } from '#db/files.ts'
import { viewIdentity } from '#db/identity.ts'

/**
 * A candidate's file: only to be saved, never shown on our own address, and written down who opened it. Every answer of
 * ours says nosniff and no-store; the policy here stands beside the page's own, and both hold.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, files, log, requestId } = await requireStaff(args, 'see-identity')
  const [applicationId, fileId] = [idParam(args, 'id'), idParam(args, 'file')]
  const file = found(await findFile(db, { viewer, applicationId, fileId }))
  const bytes = await files.get(file.sha256).catch((err: Error) => err)
  if (bytes instanceof Error) {
    log.error({ err: bytes, requestId }, 'a file could not be read')
    return refuse(503, 'file-store', { 'Retry-After': '60' })
  }
  found(await viewIdentity(db, { viewer, applicationId, opened: { fileId }, now: now() }))
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': `attachment; filename="resume"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
    },
  })
}
