import type { Dimension, IncidentKind } from './dimensions.ts'
import type { Place } from './grading-draft.ts'
import type { SuspicionCode } from './scenario/inbox.ts'
import { sentences } from './sentences.ts'

export const suspicionStatuses = ['suspected', 'confirmed', 'dismissed'] as const
export type SuspicionStatus = (typeof suspicionStatuses)[number]

/** In which dimension it is looked at, and which critical incident it is where a person confirms it. */
export const suspicionMeans = {
  leak: { dimension: 'A5', incident: 'disclosure' },
  rude: { dimension: 'A1', incident: 'abuse' },
  invention: { dimension: 'K1', incident: 'fabrication' },
} as const satisfies Record<SuspicionCode, { dimension: Dimension; incident: IncidentKind }>

/**
 * Whose first judgement comes before it: its own dimension's, or any, where that one is not graded in this answer. A
 * grader who is told first what a pattern found looks for it instead of reading.
 */
export function shownAfter(code: SuspicionCode, graded: readonly Dimension[]): Dimension | 'any' {
  const { dimension } = suspicionMeans[code]
  return graded.includes(dimension) ? dimension : 'any'
}

export type SuspicionRefusal = 'not-revealed' | 'changed-meanwhile' | 'reason-missing'

/**
 * May a person decide now? Not before the grades of the answer are open: a decision is a judgement of it, and nobody
 * learns of another's before. `from` is what the page showed.
 */
export function decidable(input: {
  revealed: boolean
  status: SuspicionStatus
  from: SuspicionStatus
  reason: string
}): { ok: true } | { refused: SuspicionRefusal } {
  if (!input.revealed) return { refused: 'not-revealed' }
  if (input.status !== input.from) return { refused: 'changed-meanwhile' }
  return input.reason.trim() === '' ? { refused: 'reason-missing' } : { ok: true }
}

/** The sentence of a text in which a fact is recognised; all of it, where it stands in no single one. */
export function whereSaid(recognise: (text: string) => readonly string[], text: string, fact: string): Place {
  const found = sentences(text).find(({ start, end }) => recognise(text.slice(start, end)).includes(fact))
  return found ?? { start: 0, end: text.length }
}
