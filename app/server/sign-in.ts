import { redirect } from '@remix-run/node'
import type { Locale } from '#app/domain/locale.ts'
import type { LinkSubject } from '#db/links.ts'
import { endSession, type SessionKind, startSession } from '#db/sessions.ts'
import type { AppContext } from './context.ts'
import { localeHeader, readSessionSecret, sessionHeader } from './cookies.ts'
import { hashToken, newSecret } from './tokens.ts'

/** Starts a session under a new secret (an earlier one of the same kind ends) and goes on to a clean address. */
export async function enter(
  request: Request,
  context: AppContext,
  input: { kind: SessionKind; subject: LinkSubject; locale: Locale; to: string; entered?: boolean },
): Promise<Response> {
  const now = context.now()
  const earlier = await readSessionSecret(request, context, input.kind)
  const earlierHash = earlier && hashToken(earlier)
  const secret = newSecret()
  const { kind, subject, entered } = input
  await startSession(context.db, { kind, subject, entered, earlierHash, secretHash: hashToken(secret), now })
  if (earlierHash) await endSession(context.db, { secretHash: earlierHash, now })
  const headers = new Headers()
  headers.append('Set-Cookie', await sessionHeader(context, input.kind, secret))
  headers.append('Set-Cookie', localeHeader(input.locale))
  return redirect(input.to, { status: 303, headers })
}
