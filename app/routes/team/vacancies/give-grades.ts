import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { giveToOthers } from '#db/grading.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

/** What waits on one grader's desk goes to the others. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'invite-grader')
  const vacancyId = idParam(args, 'id')
  await within(args.context, 'write', viewer.userId)
  const done = found(
    await giveToOthers(db, { viewer, vacancyId, graderId: idParam(args, 'user'), now: now() }),
  )
  if ('refused' in done) return refuse(403, done.refused)
  const said = `given=${done.given}&kept=${done.waiting}`
  return redirect(`/team/vacancies/${vacancyId}/graders?${said}`, { status: 303 })
}
