import { type ActionFunctionArgs, data } from '@remix-run/node'
import { givenRoles } from '#app/domain/staff.ts'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff } from '#app/server/guard.ts'
import { statusOfRefusal } from '#app/server/refusals.ts'
import { takeRole } from '#db/staff.ts'

export { actOnly as loader } from '#app/server/guard.ts'

/** Takes a role away from somebody. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'manage-staff')
  const userId = idParam(args, 'user')
  const form = await readForm(args.request)
  const teamId = idParam({ params: { teamId: form.text('teamId') } }, 'teamId')
  const role = givenRoles.find((given) => given === form.text('role'))
  if (!role) return refuse(422, 'not-in-the-list')
  const done = found(await takeRole(db, { viewer, teamId, userId, role, now: now() }))
  return 'ok' in done
    ? data({ refused: null })
    : data({ refused: done.refused }, { status: statusOfRefusal(done.refused) })
}
