import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { readForm } from '#app/server/form.ts'
import { found, refuse, requireStaff, safePath, wordParam } from '#app/server/guard.ts'
import { statusOfRefusal } from '#app/server/refusals.ts'
import { tickHandbook } from '#db/newcomers.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

/** Ticks the step that is ticked by hand, or takes the tick away. The others are done by doing them. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'follow-plan')
  if (wordParam(args, 'step') !== 'handbook') return refuse(404, 'not-found')
  const form = await readForm(args.request)
  const ticked = found(await tickHandbook(db, { viewer, done: form.text('done') === 'yes', now: now() }))
  if ('refused' in ticked) return refuse(statusOfRefusal(ticked.refused), ticked.refused)
  return redirect(safePath(form.text('to'), '/start#handbook'), 303)
}
