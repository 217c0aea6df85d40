/** The pipeline: who stands where, what happens next and by whom, the moves, and the one line of time. */
export { type ApplicationForStaff, applicationForStaff, type Identified } from './pipeline/application.ts'
export { type StageCounts, stageCounts } from './pipeline/counts.ts'
export { factsOf } from './pipeline/facts.ts'
export { applicationsOf, boardColumn, boardOf, type ListInput } from './pipeline/list.ts'
export type { ListedApplication, Turn } from './pipeline/listed.ts'
export { type Moved, moveApplication } from './pipeline/move.ts'
export { addNote } from './pipeline/note.ts'
export { allOwn } from './pipeline/own.ts'
export { type TimelineEntry, timeline } from './pipeline/timeline.ts'
export {
  deskOf,
  interviewsToday,
  overdueCount,
  vacancyStates,
  waitingForReadiness,
} from './pipeline/today.ts'
export { sendStatusMail, takeBackWord, type WordRefusal } from './pipeline/word.ts'
