export { reportDraft } from './reports/draft.ts'
export { ownReport } from './reports/own.ts'
export { releaseReport } from './reports/release.ts'
