import { type Dimension, dimensions } from '../dimensions.ts'
import type { JudgementBody } from './body.ts'
import type { JudgementContent, JudgementItem } from './judgement.ts'

/** An option about which the experts disagree more than this is not in the key. */
export const keyRules = { largestSd: 1 }

/** A mark with its parts, or the reason why there is none. None is never a nought. */
export type Marked<Parts, Reason extends string> = Parts | { value: undefined; reason: Reason }

export type PickMark = Marked<{ value: number }, 'not-answered' | 'one-is-both'>

/**
 * Most and least effective: +1 for each that is the key's, −1 for each that is the key's opposite; −2 to +2. Where only
 * one of the two was picked, that one counts.
 */
export function pickMark(
  key: { most: string; least: string },
  picked: { most: string; least: string },
): PickMark {
  if (picked.most === '' && picked.least === '') return { value: undefined, reason: 'not-answered' }
  if (picked.most === picked.least) return { value: undefined, reason: 'one-is-both' }
  const one = (pick: string, same: string, opposite: string) =>
    pick === same ? 1 : pick === opposite ? -1 : 0
  return { value: one(picked.most, key.most, key.least) + one(picked.least, key.least, key.most) }
}

export type RateMark = Marked<
  {
    /** 1 − D/4, where D is the mean square of the differences of the standardised ratings; 0 to 1. */
    value: number
    distance: number
    /** Of the candidate's ratings with the key; (1 + r)/2 is the value again. */
    correlation: number
    kept: string[]
    dropped: string[]
  },
  'not-answered' | 'all-the-same' | 'key-does-not-tell'
>

const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length
/** With the standard deviation of a population; null where there is no difference. */
function standardised(list: readonly number[]): number[] | null {
  if (list.every((x) => x === list[0])) return null
  const centre = mean(list)
  const sd = Math.sqrt(mean(list.map((x) => (x - centre) ** 2)))
  return list.map((x) => (x - centre) / sd)
}

/**
 * Every option rated: both the ratings and the key's means are standardised over the options that the key keeps, so that
 * a strict and a lenient reader of the same order are marked alike. Somebody who rates all alike has no mark.
 */
export function rateMark(
  key: Readonly<Record<string, { mean: number; sd: number }>>,
  ratings: Readonly<Record<string, number>>,
): RateMark {
  const names = Object.keys(key).sort()
  const kept = names.filter((id) => (key[id]?.sd ?? 0) <= keyRules.largestSd)
  const dropped = names.filter((id) => !kept.includes(id))
  const given = kept.flatMap((id) => ratings[id] ?? [])
  if (kept.length === 0) return { value: undefined, reason: 'key-does-not-tell' }
  if (given.length < kept.length) return { value: undefined, reason: 'not-answered' }
  const theirs = standardised(kept.flatMap((id) => key[id]?.mean ?? []))
  if (theirs === null) return { value: undefined, reason: 'key-does-not-tell' }
  const own = standardised(given)
  if (own === null) return { value: undefined, reason: 'all-the-same' }
  const pairs = own.map((z, index) => [z, theirs[index] ?? 0] as const)
  const distance = mean(pairs.map(([a, b]) => (a - b) ** 2))
  const correlation = mean(pairs.map(([a, b]) => a * b))
  return { value: 1 - distance / 4, distance, correlation, kept, dropped }
}

/** The mean of items of −2 to +2 as a level: 3 + 2·(mean/2), so +2 is 5, 0 is 3, −2 is 1. */
export type JudgementSignal = Marked<{ value: number; items: number }, 'not-answered'>

export function judgementSignal(values: readonly number[]): JudgementSignal {
  if (values.length === 0) return { value: undefined, reason: 'not-answered' }
  return { value: 3 + 2 * (mean(values) / 2), items: values.length }
}

export type ItemMark = { id: string; dimensions: Dimension[] } & (
  | ({ ask: 'most-least' } & PickMark)
  | ({ ask: 'rate' } & RateMark)
)
export type JudgementMarks = {
  items: ItemMark[]
  /** Over the items with a most and a least effective option. Ratings stand beside it, on their own scale. */
  signal: JudgementSignal
  byDimension: Partial<Record<Dimension, JudgementSignal>>
}

function itemMark(item: JudgementItem, body: JudgementBody): ItemMark {
  const { id, dimensions: feeds } = item
  if (item.ask === 'rate')
    return { id, dimensions: feeds, ask: 'rate', ...rateMark(item.key, body.ratings[id] ?? {}) }
  const picked = body.picks[id] ?? { most: '', least: '' }
  return { id, dimensions: feeds, ask: 'most-least', ...pickMark(item, picked) }
}

/** Marks of a judgement block, beside the grades of what was written as a reason. */
export function judgementMarks({ items }: JudgementContent, body: JudgementBody): JudgementMarks {
  const marked = items.map((item) => itemMark(item, body))
  const picked = marked.flatMap((item) =>
    item.ask === 'most-least' && item.value !== undefined
      ? [{ dimensions: item.dimensions, value: item.value }]
      : [],
  )
  const byDimension: JudgementMarks['byDimension'] = {}
  for (const dimension of dimensions) {
    if (!items.some((item) => item.ask === 'most-least' && item.dimensions.includes(dimension))) continue
    const feeding = picked.filter((item) => item.dimensions.includes(dimension))
    byDimension[dimension] = judgementSignal(feeding.map(({ value }) => value))
  }
  return { items: marked, signal: judgementSignal(picked.map(({ value }) => value)), byDimension }
}
