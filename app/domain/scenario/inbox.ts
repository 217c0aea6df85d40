/** The inbox: a queue of conversations with customers who answer back (decision 010). */
export { type Act, act, type TimedAct, timedAct } from './inbox/act.ts'
export { type ActRefusal, actRefusals, allowed } from './inbox/allowed.ts'
export { type DeskView, deskView, gameOf, shownDesk, type ThreadView, viewOf } from './inbox/desk.ts'
export { nextDueAt, play, playOn } from './inbox/play.ts'
export { recogniserFor, recogniserOf } from './inbox/said.ts'
export {
  type InboxContent,
  inboxContent,
  inboxStructure,
  inboxTexts,
  type Mood,
  moods,
  type SuspicionCode,
  suspicionCodes,
} from './inbox/schema.ts'
export { type InboxSignals, inboxSignals, type Share } from './inbox/signals.ts'
export type { Game, State, Transcript } from './inbox/state.ts'
