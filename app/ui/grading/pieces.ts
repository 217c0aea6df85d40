import type { Place } from '#app/domain/grading-draft.ts'
import { hiddenSign } from '#app/domain/hidden-sign.ts'
import { sentences } from '#app/domain/sentences.ts'

/** A stretch of the answer that is drawn in one way. Offsets are those of the whole answer. */
export interface Piece {
  start: number
  end: number
  text: string
  quoted: boolean
  /** A name stands here that the grader may not read. */
  hidden: boolean
}
/** A sentence with its place in the whole answer's order, or the white space between two. */
export interface Stretch {
  sentence: number | null
  start: number
  pieces: Piece[]
}

type Passage = { text: string; start: number }

/** Every sentence of the answer, over all its passages, in order. */
export const allSentences = (passages: readonly Passage[]): Place[] =>
  passages.flatMap(({ text, start }) =>
    sentences(text).map((span) => ({ start: span.start + start, end: span.end + start })),
  )

const hiddenRun = new RegExp(`${hiddenSign}+`, 'gu')

/** A passage cut at the edges of its sentences, of the quotes and of the hidden names. */
export function stretches(passage: Passage, all: readonly Place[], quotes: readonly Place[]): Stretch[] {
  const { text, start: from } = passage
  const to = from + text.length
  const own = all
    .map((place, index) => ({ ...place, index }))
    .filter(({ start, end }) => start >= from && end <= to)
  const found: Stretch[] = []
  let at = from
  for (const { start, end, index } of own) {
    if (start > at) found.push({ sentence: null, start: at, pieces: cut(text, from, at, start, quotes) })
    found.push({ sentence: index, start, pieces: cut(text, from, start, end, quotes) })
    at = end
  }
  if (at < to) found.push({ sentence: null, start: at, pieces: cut(text, from, at, to, quotes) })
  return found
}

function cut(text: string, from: number, start: number, end: number, quotes: readonly Place[]): Piece[] {
  const runs = [...text.slice(start - from, end - from).matchAll(hiddenRun)].map((run) => ({
    start: start + run.index,
    end: start + run.index + run[0].length,
  }))
  const edges = [...quotes, ...runs].flatMap((place) => [place.start, place.end])
  const inside = [...new Set([start, end, ...edges])]
    .filter((edge) => edge >= start && edge <= end)
    .sort((a, b) => a - b)
  return inside.slice(0, -1).map((first, index) => {
    const last = inside[index + 1] ?? end
    return {
      start: first,
      end: last,
      text: text.slice(first - from, last - from),
      quoted: quotes.some((quote) => quote.start <= first && last <= quote.end),
      hidden: runs.some((run) => run.start <= first && last <= run.end),
    }
  })
}
