import type { DeskView, ThreadView } from '#app/domain/scenario/inbox.ts'

/** After so many minutes a customer who waits is lit. */
const long = 10

export const isDone = ({ over, outcome }: ThreadView) => over || outcome !== null
export const waitsLong = ({ waiting, waited }: ThreadView) => waiting && waited >= long

/** Who waits stands first, the longest wait at the top; then what was answered; then what is over. */
export function groupsOf(threads: readonly ThreadView[]) {
  const open = threads.filter((thread) => !isDone(thread))
  return {
    waiting: open.filter(({ waiting }) => waiting).sort((a, b) => b.waited - a.waited),
    answered: open.filter(({ waiting }) => !waiting),
    closed: threads.filter(isDone),
  }
}

export const waitingIn = (desk: DeskView | null) =>
  desk?.threads.filter((thread) => thread.waiting && !isDone(thread)).length ?? 0

/** The candidate spoke last somewhere: an answer may come at any moment. */
export const mayBeAnswered = (desk: DeskView | null) =>
  desk?.threads.some((thread) => !isDone(thread) && !thread.waiting) ?? false

/** Still something to do here: an open conversation, or one that ended without being said what it was. */
export const hasWork = (desk: DeskView) =>
  desk.threads.some((thread) => (thread.over ? thread.outcomes.length > 0 : thread.outcome === null))

/** What the conversation is called: what it is about where that is said, else who it is with. */
export const nameOf = ({ subject, who }: ThreadView) => subject ?? who
