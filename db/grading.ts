/** Grading: who is asked for which answer, the desk, the lock, the further grade, the reveal. */
export { type AmendResult, amendGrade } from './grading/amend.ts'
export {
  answerForGrader,
  type DeskAnswer,
  type DeskState,
  type OtherGrades,
  pageForGrader,
} from './grading/answer.ts'
export { askForGrades } from './grading/ask.ts'
export { gradingComplete } from './grading/complete.ts'
export { type GraderRow, gradersOf, type InviteGraderRefusal, inviteGrader } from './grading/invite.ts'
export { type LockResult, lockGrades, undoLock } from './grading/lock.ts'
export { mailOfFurtherGrade, mailOfInvitation } from './grading/mails.ts'
export { gradingQueue } from './grading/overview.ts'
export { deskProgress, neighbours, nextAnswer, ownPace, queue } from './grading/queue.ts'
export { openAnswer, type SaveGradesResult, saveGrades } from './grading/save.ts'
export { passOn, settleAnswer } from './grading/settle.ts'
