import type { OfferView } from '#db/offers.ts'

/** An offer as the pages of colleagues show it. */
export const offerData = (offer: OfferView) => ({
  id: offer.id,
  state: offer.state,
  pay: offer.pay,
  currency: offer.currency,
  payPeriod: offer.payPeriod,
  payReason: offer.payReason,
  startsOn: offer.startsOn,
  note: offer.note,
  madeBy: offer.madeBy,
  sentAt: offer.sentAt.toISOString(),
  answerBy: offer.answerBy.toISOString(),
  endedAt: offer.endedAt?.toISOString() ?? null,
  acceptedName: offer.acceptedName,
  withdrawnReason: offer.withdrawnReason,
})
