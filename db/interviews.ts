export { cancelInterview, inviteToInterview, moveInterview } from './interviews/book.ts'
export { comingInterviews } from './interviews/list.ts'
export { saveNote } from './interviews/notes.ts'
export {
  type InterviewsOfApplication,
  type InterviewView,
  type InterviewWithNames,
  interviewsOf,
  interviewWithNames,
  ownInterview,
} from './interviews/view.ts'
