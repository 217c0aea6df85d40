/** The pipeline: who stands where, what happens next and by whom, the moves, and the one line of time. */

export { deskOf } from './grading/queue.ts'
export { applicationForStaff } from './pipeline/application.ts'
export { stageCounts } from './pipeline/counts.ts'
export { applicationsOf, boardOf } from './pipeline/list.ts'
export type { ListedApplication, Turn } from './pipeline/listed.ts'
export { moveApplication } from './pipeline/move.ts'
export { addNote } from './pipeline/note.ts'
export { allOwn } from './pipeline/own.ts'
export { type Reader, readersOf } from './pipeline/readers.ts'
export { type Addressee, type TimelineEntry, timeline } from './pipeline/timeline.ts'
export {
  interviewsToday,
  overdueCount,
  vacancyStates,
  waitingForReadiness,
} from './pipeline/today.ts'
export { sendStatusMail, takeBackWord } from './pipeline/word.ts'
