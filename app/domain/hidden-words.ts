import type { Place } from './grading-draft.ts'
import { hiddenSign } from './hidden-sign.ts'

/** How many signs can be hidden by hand at once; and how many times in one application. */
export const hiddenLength = { least: 2, most: 80 } as const
export const mostHidden = 60
/** After this hiding stands. The note that offers the way back is there for ten seconds, and longer under a finger. */
const showAgainSeconds = 60

export type HideRefusal = 'words-missing' | 'words-too-long' | 'words-too-many'
export type Hiding = { ok: true } | { refused: HideRefusal }
/** Nothing, where there is nothing of theirs to take back any more. */
export type Showing = { ok: true } | { refused: 'undo-over' }

/** What was hidden after this may be shown again by whoever hid it. */
export const shownAgainSince = (now: Date) => new Date(now.getTime() - showAgainSeconds * 1000)

const inWord = /[\p{L}\p{M}\p{N}]/u
const edges = /^[\s\p{P}]+|[\s\p{P}]+$/gu
/** Half of a sign: the selection began or ended within it. */
const halves = /\p{Cs}/gu

/**
 * The words at a place of an answer, to be hidden: whole ones, without what is hidden already. None where all of it is,
 * so that the same twice is the same.
 */
export function wordsAt(text: string, place: Place): { words: string[] } | { refused: HideRefusal } {
  let { start, end } = place
  if (end > text.length) return { refused: 'words-missing' }
  const joins = (at: number) => inWord.test(text[at - 1] ?? '') && inWord.test(text[at] ?? '')
  while (joins(start)) start--
  while (joins(end)) end++
  const chosen = text.slice(start, end)
  const words = chosen
    .split(new RegExp(`${hiddenSign}+`, 'u'))
    .map((part) => part.replace(halves, '').replace(edges, ''))
    .filter((part) => [...part].length >= hiddenLength.least)
  if (words.some((part) => [...part].length > hiddenLength.most)) return { refused: 'words-too-long' }
  if (words.length === 0 && !chosen.includes(hiddenSign)) return { refused: 'words-missing' }
  return { words: [...new Set(words)] }
}
