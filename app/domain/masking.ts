import { isCommonWord, isOftenName } from './common-words.ts'
import type { Place } from './grading-draft.ts'
import { hiddenSign } from './hidden-sign.ts'
import { loginPlaces, onlinePlaces } from './online.ts'
import { begins, ownAt } from './own-words.ts'
import { isOneOf, numbersIn, phonesIn } from './phones.ts'
import { apostrophes, folded, isSpelled, isSpelledTogether, type Spelling, spellingOf } from './spelling.ts'

/** Who wrote it: looked up to be hidden in what they wrote, and never passed on. */
export interface Author {
  name: string
  email: string
  /** What graders have hidden by hand. */
  hidden?: readonly string[]
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const hide = (found: string) => hiddenSign.repeat(found.length)

function covered(text: string, places: readonly Place[]): string {
  let found = ''
  let at = 0
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue
    found += text.slice(at, Math.max(at, start)) + hiddenSign.repeat(end - Math.max(at, start))
    at = end
  }
  return found + text.slice(at)
}

/** Bounded parts, so that no text takes long. */
const anyAddress = /[^\s@<>()[\],;:"]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu

/** Nobody is asked for a phone number, so there is none to compare with: all are hidden but those of the scenario. */
function phonePlaces(text: string, scenario: () => string): Place[] {
  const phones = phonesIn(text)
  if (phones.length === 0) return phones
  const known = numbersIn(scenario())
  return phones.filter(({ start, end }) => !isOneOf(text.slice(start, end), known))
}

/** A word with the apostrophes inside it; and the same with the numbers that stand among words. */
const word = new RegExp(`\\p{L}[\\p{L}\\p{M}]*(?:[${apostrophes}][\\p{L}\\p{M}]+)*`, 'gu')
const wordOrNumber = new RegExp(
  `[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:[${apostrophes}][\\p{L}\\p{M}]+)*`,
  'gu',
)
const anyApostrophe = new RegExp(`[${apostrophes}]`)
const afterApostrophe = new RegExp(`(?<=[${apostrophes}])[^${apostrophes}]+$`, 'u')

/** A word of the text that may be one of the name. */
interface Hit extends Place {
  /** Which word of the name; past their number, two in one as in the name of an account. */
  of: number
  word: string
  folded: string
}

/** Two words in one that are shorter may be any word. */
const shortestAccount = 7

/** Finds the words of a name in a text, whatever letters and case they stand in. */
function finder(names: readonly Spelling[]): (text: string) => Hit[] {
  const letters = new Set(names.flatMap(({ initials }) => [...initials]))
  const joined = names.flatMap((one) => names.filter((two) => two !== one).map((two) => [one, two] as const))
  const look = (found: string, index: number): Hit | undefined => {
    const first = found.charAt(0).toLowerCase()
    if (!letters.has(first)) return undefined
    const small = folded(found)
    let of = names.findIndex((name) => name.word === small)
    if (of < 0) of = names.findIndex((name) => isSpelled(small, name))
    if (
      of < 0 &&
      small.length >= shortestAccount &&
      joined.some(([one, two]) => isSpelledTogether(small, one, two))
    )
      of = names.length
    return of < 0 ? undefined : { start: index, end: index + found.length, of, word: found, folded: small }
  }
  return (text) => {
    const hits: Hit[] = []
    const apart = anyApostrophe.test(text)
    for (const { 0: found, index } of text.matchAll(word)) {
      const part = apart ? afterApostrophe.exec(found)?.[0] : undefined
      const hit = look(found, index) ?? (part && look(part, index + found.length - part.length))
      if (hit) hits.push(hit)
    }
    return hits
  }
}

const isCapital = (found: string) => /^\p{Lu}/u.test(found)
const shouted = (found: string) => found.length > 1 && found === found.toUpperCase()
const mayBeName = (hit: Hit) => isCapital(hit.word) || !isCommonWord(hit.folded)

/** pavel.novak, Novák Pavel: two words of the name beside each other are nobody else. */
const beside = (text: string, one: Hit | undefined, two: Hit | undefined) =>
  one !== undefined &&
  two !== undefined &&
  one.of !== two.of &&
  (mayBeName(one) || mayBeName(two)) &&
  two.start - one.end < 4 &&
  /^[\s._-]{0,3}$/u.test(text.slice(one.end, two.start))

const mostOwn = 50

/** Where the words of a name give their bearer away. */
function namePlaces(text: string, words: readonly string[], scenario: () => string): Place[] {
  if (words.length === 0) return []
  const names = words.map(spellingOf)
  const find = finder(names)
  const hits = find(text)
  if (hits.length === 0) return []
  let known: Set<number> | undefined
  /** Somebody in the scenario is called so. */
  const isTheirs = (of: number) => {
    known ??= new Set(find(scenario()).flatMap((hit) => (isCapital(hit.word) ? [hit.of] : [])))
    return known.has(of)
  }
  const asTyped = ({ of, word: found }: Hit) => words[of]?.toLowerCase() === found.toLowerCase()
  const exact = ({ of, folded: small }: Hit) => names[of]?.word === small
  /** In small letters every "will" would point at a Will, and a "Mirë" that begins a sentence at a Mira. */
  const alone = (hit: Hit) => {
    if (hit.of === names.length) return true
    if (!isCapital(hit.word) || isTheirs(hit.of)) return false
    if (!isCommonWord(hit.folded) || (asTyped(hit) && isOftenName(hit.folded))) return true
    return exact(hit) && !shouted(hit.word) && !begins(text, hit.start)
  }
  const paired = (hit: Hit, at: number) =>
    (beside(text, hits[at - 1], hit) || beside(text, hit, hits[at + 1])) &&
    !names.every((_, of) => isTheirs(of))
  const sure: Hit[] = []
  const left: Hit[] = []
  for (const [at, hit] of hits.entries()) (alone(hit) || paired(hit, at) ? sure : left).push(hit)
  const rest = covered(text, sure)
  // Nobody signs in more places than these.
  const own = (
    left.length > 2 * mostOwn ? [...left.slice(0, mostOwn), ...left.slice(-mostOwn)] : left
  ).filter((hit) => {
    const said = ownAt(rest, hit.start, hit.end)
    if (said === 'signed') return exact(hit) || !isCommonWord(hit.folded)
    return said === 'presented' && !isTheirs(hit.of) && mayBeName(hit)
  })
  return [...sure, ...own]
}

/** What was hidden by hand, wherever it stands in whatever case; what is no word exactly as it stands. */
function wordPlaces(text: string, hidden: readonly string[]): Place[] {
  const all = [...text.matchAll(wordOrNumber)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    folded: folded(word),
  }))
  return hidden.flatMap((phrase) => {
    const words = [...phrase.matchAll(wordOrNumber)].map(([found]) => spellingOf(found))
    if (words.length === 0)
      return [...text.matchAll(new RegExp(escaped(phrase), 'gu'))].map(({ 0: found, index }) => ({
        start: index,
        end: index + found.length,
      }))
    return all.flatMap(({ start }, at) => {
      const last = all[at + words.length - 1]
      const same = last && words.every((one, of) => isSpelled(all[at + of]?.folded ?? '', one))
      return same ? [{ start, end: last.end }] : []
    })
  })
}

/** The words of a name; one letter is none. */
const nameWords = new RegExp(`[^\\p{L}\\p{M}${apostrophes}]+`, 'u')
const mostWords = 6

/**
 * The text with its author's name, and every address, account and phone number that is not the scenario's own, hidden
 * sign by sign. `scenario` gives what the scenario itself says, asked for only when there is something to hide: a name
 * that belongs to one of its people gives nobody away, except where the author signs with it.
 */
export function hideNames(text: string, author: Author, scenario: () => string): string {
  let said: string | undefined
  const shown = () => {
    said ??= scenario()
    return said
  }
  const words = author.name
    .split(nameWords)
    .filter((word) => [...word].length > 1)
    .slice(0, mostWords)
  const withoutAddresses = text.includes('@')
    ? text
        .replace(new RegExp(escaped(author.email), 'giu'), hide)
        .replace(anyAddress, (found) => (shown().includes(found) ? found : hide(found)))
    : text
  const found = covered(withoutAddresses, [
    ...phonePlaces(withoutAddresses, shown),
    ...onlinePlaces(withoutAddresses, words, shown),
    ...loginPlaces(withoutAddresses, author.email),
  ])
  const named = covered(found, namePlaces(found, words, shown))
  return author.hidden?.length ? covered(named, wordPlaces(named, author.hidden)) : named
}
