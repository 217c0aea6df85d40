import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { found, refuse, requireReferee } from '#app/server/guard.ts'
import { refereeCode } from '#app/server/reference-form.ts'
import { refuseReference } from '#db/references.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

/** One click: we do not write again, and the candidate hears that another reference is needed. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireReferee(args)
  const done = found(await refuseReference(db, { viewer, act: 'decline', now: now() }))
  return 'refused' in done ? refuse(409, refereeCode(done.refused)) : redirect('/r/done', { status: 303 })
}
