import type { Locale } from '../locale.ts'
import type { Signal } from '../signals.ts'
import { whereSaid } from '../suspicion.ts'
import { type Answer, passages } from './body.ts'
import { gameOf, type InboxSignals, inboxSignals, play, type SuspicionCode } from './inbox.ts'
import { type JudgementMarks, judgementMarks } from './judgement-marks.ts'
import type { ScenarioContent } from './kinds.ts'
import { type LookupMarks, lookupMarks } from './lookup-marks.ts'

/** What a pattern found in the words, for a person to look at. Offsets are those of the whole answer's text. */
export interface Suspected {
  code: SuspicionCode
  /** The fact that was recognised, or the question that the handbook does not answer. */
  fact: string
  /** The act's place in the transcript; null outside an inbox. */
  act: number | null
  start: number
  end: number
}
export interface Counted {
  signals: Signal[]
  suspected: Suspected[]
}

const nothing: Counted = { signals: [], suspected: [] }

/** Everything that is counted by rule in one answer when its assignment ends. A page review is counted from verdicts instead. */
export function counted(content: ScenarioContent, answer: Answer, locale: Locale, seed: string): Counted {
  const written = passages(content, answer)
  if (content.kind === 'inbox' && answer.kind === 'inbox') {
    const { acts, until } = answer.body
    const game = gameOf(content, locale, seed)
    const signals = inboxSignals(game, play(game, acts, until), acts)
    return {
      signals: inboxCounts(
        signals,
        content.choices.some(({ gives }) => gives !== undefined),
      ),
      suspected: signals.suspected.flatMap(({ code, fact, act }) => {
        const passage = written.find(({ field, place }) => field === 'reply' && place === act)
        if (!passage) return []
        const { start, end } = whereSaid(game.recognise, passage.text, fact)
        return [{ code, fact, act, start: passage.start + start, end: passage.start + end }]
      }),
    }
  }
  if (content.kind === 'lookup' && answer.kind === 'lookup') {
    const marks = lookupMarks(content, locale, seed, answer.body)
    if (!marks.questions.some(({ given }) => given)) return nothing
    return {
      signals: lookupCounts(marks),
      suspected: marks.questions.flatMap(({ id, invention }) => {
        const passage = invention ? written.find(({ of }) => of === id) : undefined
        if (!passage) return []
        return [{ code: 'invention', fact: id, act: null, start: passage.start, end: passage.end }]
      }),
    }
  }
  if (content.kind === 'judgement' && answer.kind === 'judgement')
    return { signals: judgementCounts(judgementMarks(content, answer.body)), suspected: [] }
  return nothing
}

function inboxCounts(counts: InboxSignals, couldGive: boolean): Signal[] {
  const share = (code: Signal['code'], { count, of }: { count: number; of: number }): Signal[] =>
    of === 0 ? [] : [{ code, count, of, value: null }]
  return [
    ...share('R', counts.solved),
    ...share('F', counts.firstReply),
    ...share('I', counts.unanswered),
    ...share('P', counts.promises),
    ...share('J-needless', counts.needless),
    ...share('J-missed', counts.missed),
    ...(couldGive ? [{ code: 'C' as const, count: 0, of: 0, value: counts.given }] : []),
  ]
}

function lookupCounts({ questions, right, inventions }: LookupMarks): Signal[] {
  const of = questions.length
  const open = questions.filter(({ documented }) => !documented).length
  return [
    { code: 'lookup', count: right, of, value: null },
    ...(open > 0 ? [{ code: 'N' as const, count: inventions, of: open, value: null }] : []),
  ]
}

function judgementCounts({ items, signal, byDimension }: JudgementMarks): Signal[] {
  // The level 3 + 2·(mean/2) gives the sum of the items back.
  const sum = (code: Signal['code'], one: JudgementMarks['signal'] | undefined): Signal[] =>
    one?.value === undefined
      ? []
      : [{ code, count: Math.round((one.value - 3) * one.items), of: one.items, value: null }]
  const rated = items.flatMap((item) => (item.ask === 'rate' && item.value !== undefined ? [item.value] : []))
  const mean = rated.reduce((total, value) => total + value, 0) / rated.length
  return [
    ...sum('SJT', signal),
    ...(Object.keys(byDimension) as (keyof typeof byDimension)[]).flatMap((dimension) =>
      sum(`SJT-${dimension}`, byDimension[dimension]),
    ),
    ...(rated.length > 0 ? [{ code: 'SJT-rate' as const, count: 0, of: rated.length, value: mean }] : []),
  ]
}
