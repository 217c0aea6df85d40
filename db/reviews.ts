export { answerReview } from './reviews/answer.ts'
export { askReview, ownReviews } from './reviews/ask.ts'
export { reviewForStaff, reviewsFor, reviewsWaiting, reviewToTell } from './reviews/list.ts'
