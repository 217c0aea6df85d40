/** Where graders disagreed, why, and what became of it. */
export { keepDisagreements } from './disagreements/keep.ts'
export {
  countsOf,
  type DisagreementCounts,
  type DisagreementRow,
  disagreementsOf,
} from './disagreements/list.ts'
