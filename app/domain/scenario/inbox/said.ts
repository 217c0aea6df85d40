import type { Locale } from '../../locale.ts'
import { type Draw, fill, values } from '../draw.ts'
import { fold } from '../fold.ts'
import type { ScenarioContent } from '../kinds.ts'
import type { InboxContent, Pattern } from './schema.ts'

/** Alternatives are divided by ` | ` outside brackets. */
function alternatives(group: string): string[] {
  const found: string[] = ['']
  let depth = 0
  for (const part of group.split(/(\(|\)| \| )/)) {
    if (part === '(') depth += 1
    if (part === ')') depth -= 1
    if (part === ' | ' && depth === 0) found.push('')
    else found[found.length - 1] += part
  }
  return found.map((item) => item.trim()).filter((item) => item !== '')
}

/** Letters of Latin, Greek and Cyrillic: an ending. (Each \p{L} would cost a millisecond, and a case has hundreds of `~`.) */
const ending = '[a-z\\u00df-\\u024f\\u0370-\\u052f]*'

/** One alternative → the source of an expression: only ( | ) ? [ ] and . keep their meaning, `~` is any ending. */
const source = (alternative: string) =>
  fold(alternative)
    .replace(/[*+^$\\{}]/g, '\\$&')
    .replace(/ \| /g, '|')
    .replace(/~/g, ending)
    .replace(/ \?/g, '\\s*')
    .replace(/\s+/g, '\\s+')

/** A drawn value is itself and no pattern. */
const literal = (value: string) => value.replace(/[.?()[\]|~]/g, (sign) => (sign === '.' ? '[.]' : '.'))

type Recogniser = { id: string; all: RegExp[]; not: RegExp | null }

/**
 * A word begins and ends at a letter boundary, and a figure is whole: 40 is not found in 640. Both once around all the
 * alternatives, since every class of letters takes its time to be made.
 */
const expression = (group: string) =>
  new RegExp(
    `(?<!\\p{L})(?<!\\d(?=\\d))(?:${alternatives(group).map(source).join('|')})(?!\\p{L})(?!(?<=\\d)\\d)`,
    'u',
  )

export function recogniser(id: string, pattern: Pattern, filled: (text: string) => string): Recogniser {
  return {
    id,
    all: pattern.all.map((group) => expression(filled(group))),
    not: pattern.not === undefined ? null : expression(filled(pattern.not)),
  }
}

/** Sentences end at . ! ? … ; and at a new line; a point between two figures ends none. */
export function sentencesOf(text: string): string[] {
  return fold(text)
    .split(/(?:[!?…;\n]|\.(?!\d))+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

/** The facts that a text holds, each in one sentence. A miss makes a customer ask again; it never touches a grade. */
export type Recognise = (text: string) => string[]

export function recognise(recognisers: readonly Recogniser[], text: string): string[] {
  const sentences = sentencesOf(text)
  return recognisers
    .filter(({ all, not }) =>
      sentences.some((sentence) => all.every((group) => group.test(sentence)) && !not?.test(sentence)),
    )
    .map(({ id }) => id)
}

/** Writes the drawn values into a pattern, each as itself. */
export function patternFiller(content: ScenarioContent, locale: Locale, drawn: Draw) {
  const found = values(content, locale, drawn)
  const literals = Object.fromEntries(
    Object.entries(found).map(([name, value]) => [name, literal(fill(value, found))]),
  )
  return (pattern: string) => fill(pattern, literals)
}

/** How this case recognises what is said, with the figures of this draw. */
export function recogniserFor(content: InboxContent, locale: Locale, drawn: Draw): Recognise {
  const filled = patternFiller(content, locale, drawn)
  const patterns = content.texts[locale].grader?.facts ?? {}
  const recognisers = content.facts.flatMap(({ id }) => {
    const pattern = patterns[id]
    return pattern ? [recogniser(id, pattern, filled)] : []
  })
  // A transcript is played many times over, and each time asks about the same words.
  const known = new Map<string, string[]>()
  return (text) => {
    const found = known.get(text) ?? recognise(recognisers, text)
    known.set(text, found)
    return found
  }
}
