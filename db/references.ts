export { askForReferences } from './references/ask.ts'
export { nameReferee, releaseRequest, withdrawRequest } from './references/name.ts'
export { type OwnStatus, ownReferences } from './references/own.ts'
export {
  type ReferencesOfApplication,
  referencesOf,
  verifyReferee,
} from './references/panel.ts'
export {
  openReference,
  readRefereeLink,
  refuseReference,
  saveReference,
  submitReference,
} from './references/referee.ts'
export { referenceForReferee, referenceOutcome } from './references/referee-page.ts'
export { requestToRemind, requestToSend } from './references/send.ts'
