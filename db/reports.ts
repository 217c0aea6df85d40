export { reportDraft } from './reports/draft.ts'
export { reportsOwed } from './reports/owed.ts'
export { ownReport } from './reports/own.ts'
export { releaseReport } from './reports/release.ts'
