import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/server/form.ts'
import { found, refuse, requireCandidate, within } from '#app/server/guard.ts'
import { declineOffer } from '#db/offers.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireCandidate(args)
  await within(args.context, 'write', viewer.applicationId)
  const form = await readForm(args.request)
  const offerId = z.uuid().safeParse(form.text('offerId'))
  if (!offerId.success) return refuse(422, 'no-offer')
  const done = found(await declineOffer(db, { viewer, offerId: offerId.data, now: now() }))
  return 'refused' in done ? refuse(409, done.refused) : redirect('/a/offer', { status: 303 })
}
