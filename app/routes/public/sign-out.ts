import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { clearSessionHeader, readSessionSecret } from '#app/server/cookies.ts'
import { openTo } from '#app/server/guard.ts'
import { hashToken } from '#app/server/tokens.ts'
import { endSession } from '#db/sessions.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

export async function action(args: ActionFunctionArgs) {
  const { db, now } = openTo(args, 'everybody')
  const secret = await readSessionSecret(args.request, args.context, 'staff')
  if (secret) await endSession(db, { secretHash: hashToken(secret), now: now() })
  return redirect('/sign-in', { headers: { 'Set-Cookie': await clearSessionHeader(args.context, 'staff') } })
}
