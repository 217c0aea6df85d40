import type { ActionFunctionArgs } from '@remix-run/node'
import { readForm } from '#app/server/form.ts'
import { found, openTo, refuse, safePath } from '#app/server/guard.ts'
import { enter } from '#app/server/sign-in.ts'
import { sampleUsers } from '#db/users.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

/** "Enter as …": only while the sample team is loaded, on this machine, before an owner has claimed it. */
export async function action(args: ActionFunctionArgs) {
  const context = openTo(args, 'everybody')
  if (!(await args.context.sampleMode())) return refuse(404, 'not-found')
  const form = await readForm(args.request)
  const user = found((await sampleUsers(context.db)).find(({ id }) => id === form.text('user')))
  const home = user.roles.every((role) => role === 'newcomer') ? '/start' : '/team'
  return enter(args.request, args.context, {
    kind: 'staff',
    subject: { userId: user.id },
    locale: user.locale,
    to: safePath(form.text('to'), home),
  })
}
