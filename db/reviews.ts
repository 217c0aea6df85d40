export { answerReview } from './reviews/answer.ts'
export { askReview, ownReviews, reviewState } from './reviews/ask.ts'
export { reviewForStaff, reviewsFor, reviewsWaiting, reviewToTell } from './reviews/list.ts'
