import { type ActionFunctionArgs, data } from '@remix-run/node'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { statusOfRefusal } from '#app/server/refusals.ts'
import { enableStaff } from '#db/staff/accounts.ts'

export { actOnly as loader } from '#app/server/guard.ts'

/** Opens an account again, or sends its invitation once more. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'manage-staff')
  const done = found(await enableStaff(db, { viewer, userId: idParam(args, 'user'), now: now() }))
  return 'ok' in done
    ? data({ refused: null })
    : data({ refused: done.refused }, { status: statusOfRefusal(done.refused) })
}
