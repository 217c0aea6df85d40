import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { found, onlyMethod, refuse, requireReferee } from '#app/server/guard.ts'
import { refereeCode } from '#app/server/reference-form.ts'
import { refuseReference } from '#db/references.ts'

export { ActOnly as default } from '#app/ui/ActOnly.ts'

export async function loader(args: ActionFunctionArgs) {
  await requireReferee(args)
  onlyMethod(args, 'POST')
}

/** One click: we do not write again, and the candidate hears that another reference is needed. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireReferee(args)
  const done = found(await refuseReference(db, { viewer, act: 'decline', now: now() }))
  return 'refused' in done ? refuse(409, refereeCode(done.refused)) : redirect('/r/done', { status: 303 })
}
