/** Grading: who is asked for which answer, the desk, the lock, the further grade, the reveal. */
export {
  declareKnownPerson,
  declareVacancyConflict,
  graderAbout,
  setGradingLanguages,
} from './grading/about-me.ts'
export { amendGrade } from './grading/amend.ts'
export { answerForGrader, pageForGrader } from './grading/answer.ts'
export { askForGrades } from './grading/ask.ts'
export { gradingComplete } from './grading/complete.ts'
export { hideWords, showWords } from './grading/hide.ts'
export { inviteGrader } from './grading/invite.ts'
export { giveToOthers } from './grading/leave.ts'
export { ownPace } from './grading/load.ts'
export { lockGrades, undoLock } from './grading/lock.ts'
export {
  mailOfDue,
  mailOfInvitation,
  mailOfLate,
  mailOfPause,
} from './grading/mails.ts'
export { takeBackGradeNote, writeGradeNote } from './grading/notes.ts'
export { gradingQueue } from './grading/overview.ts'
export { placeOnDesk, queue } from './grading/queue.ts'
export { remindGraders, remindHourly } from './grading/remind.ts'
export { gradersOf } from './grading/rows.ts'
export { openAnswer, saveGrades } from './grading/save.ts'
export { passOn, settleAnswer } from './grading/settle.ts'
