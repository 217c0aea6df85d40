export { acceptOffer, declineOffer } from './offers/answer.ts'
export { makeOffer, withdrawOffer } from './offers/make.ts'
export {
  type OfferView,
  offerPage,
  offerToTell,
  ownOffer,
} from './offers/view.ts'
