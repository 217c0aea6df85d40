/** Where graders disagreed, why, and what became of it. */
export { disagreementsOf } from './disagreements/list.ts'
