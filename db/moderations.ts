/** The last word on a disputed grade: who is named, what they see, what they say. */
export { askAgain, askModeration, moderate } from './moderations/acts.ts'
export { answerForModerator, type ModeratedAnswer } from './moderations/answer.ts'
export { mailOfModeration } from './moderations/mails.ts'
