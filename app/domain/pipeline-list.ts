import type { Locale } from './locale.ts'
import type { Stage } from './pipeline.ts'

export const sorts = ['turn', 'name', 'stage', 'since', 'word', 'newest'] as const
export type Sort = (typeof sorts)[number]
export interface Order {
  by: Sort
  /** The other way round; the list by turn has one way only. */
  down: boolean
}

export interface Filter {
  stage?: Stage | 'closed'
  locale?: Locale
  /** What is overdue or for staff to do. */
  mine?: '1'
  late?: '1'
  /** A part of a name, or a code. */
  text?: string
}
export const searchLimit = 200
/** No count on a rail goes further. */
export const railLimit = 99

/** A place in the order as it stands in the address: what the list is ordered by, the id last. */
export const writeCursor = (values: readonly string[]): string => values.join('~')
