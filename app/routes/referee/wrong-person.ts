import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { found, refuse, requireReferee } from '#app/server/guard.ts'
import { refereeCode } from '#app/server/reference-form.ts'
import { refuseReference } from '#db/references.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

/** One click: the mail reached somebody else. The same as declining to everybody but those who decide. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireReferee(args)
  const done = found(await refuseReference(db, { viewer, act: 'report-wrong-person', now: now() }))
  return 'refused' in done ? refuse(409, refereeCode(done.refused)) : redirect('/r/done', { status: 303 })
}
