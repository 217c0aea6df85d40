/** The inbox: a queue of conversations with customers who answer back (decision 010). */
export { type Act, act, type TimedAct } from './inbox/act.ts'
export { type ActRefusal, allowed } from './inbox/allowed.ts'
export { type DeskView, deskView, gameOf, shownDesk, type ThreadView, viewOf } from './inbox/desk.ts'
export { nextDueAt, play, playOn } from './inbox/play.ts'
export { recogniserFor } from './inbox/said.ts'
export type { InboxContent, Mood, SuspicionCode } from './inbox/schema.ts'
export { type InboxSignals, inboxSignals } from './inbox/signals.ts'
export type { Game, State } from './inbox/state.ts'
