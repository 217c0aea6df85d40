/**
 * Do two answers share their wording? Words of any script, five in a row, winnowed (Schleimer, Wilkerson and Aiken,
 * SIGMOD 2003): a run of eight words that two texts share is always found.
 */
export const similarityRules = {
  wordsInShingle: 5,
  window: 4,
  /** Of the shorter answer this share must stand in the other, and both must have this many words of their own. Assumed. */
  reviewAt: 0.35,
  leastWords: 60,
}

interface Word {
  start: number
  end: number
  hash: [number, number]
}

const inWord = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’ʼ-]*/gu

/** One spelling for comparing: NFKC, lower case, no marks of punctuation, е for ё; ë and ç stay what they are. */
const normalised = (word: string) =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’ʼ-]/g, '')
    .replaceAll('ё', 'е')

/** Two halves of 64 bits: FNV-1a under two offsets, each with murmur's finish. */
function hashOf(word: string): [number, number] {
  let [high, low] = [0x811c9dc5, 0x2f0b4f35]
  for (let i = 0; i < word.length; i++) {
    high = Math.imul(high ^ word.charCodeAt(i), 0x01000193)
    low = Math.imul(low ^ word.charCodeAt(i), 0x85ebca6b)
  }
  return [finish(high), finish(low)]
}

function finish(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (mixed ^ (mixed >>> 13)) >>> 0
}

function wordsOf(text: string): Word[] {
  const known = new Map<string, [number, number]>()
  const words: Word[] = []
  for (const { 0: raw, index } of text.matchAll(inWord)) {
    let hash = known.get(raw)
    if (!hash) {
      hash = hashOf(normalised(raw))
      known.set(raw, hash)
    }
    words.push({ start: index, end: index + raw.length, hash })
  }
  return words
}

/** One hash for each five words that follow each other. */
function shinglesOf(words: readonly Word[]): BigInt64Array {
  const { wordsInShingle } = similarityRules
  const count = Math.max(0, words.length - wordsInShingle + 1)
  const halves = new Uint32Array(count * 2)
  for (let at = 0; at < count; at++) {
    let [high, low] = [0, 0]
    for (let next = at; next < at + wordsInShingle; next++) {
      const [wordHigh, wordLow] = words[next]?.hash ?? [0, 0]
      high = Math.imul(high, 0x01000193) ^ wordHigh
      low = Math.imul(low, 0x5bd1e995) ^ wordLow
    }
    halves[at * 2] = finish(low)
    halves[at * 2 + 1] = finish(high)
  }
  return new BigInt64Array(halves.buffer)
}

/** What everybody was shown: words that somebody repeats from it are nobody's. */
export type Shown = ReadonlySet<bigint>

export function shownShingles(texts: readonly string[]): Shown {
  const shown = new Set<bigint>()
  for (const text of texts) for (const shingle of shinglesOf(wordsOf(text))) shown.add(shingle)
  return shown
}

/** Of each window the smallest, and of equals the last. */
function winnow(hashes: readonly bigint[]): bigint[] {
  const { window } = similarityRules
  const kept = new Set<bigint>()
  for (let at = 0; at === 0 || at + window <= hashes.length; at++) {
    let least = hashes[at]
    for (let next = at + 1; next < Math.min(at + window, hashes.length); next++) {
      const hash = hashes[next]
      if (least === undefined || (hash !== undefined && hash <= least)) least = hash
    }
    if (least !== undefined) kept.add(least)
  }
  return [...kept]
}

export interface Fingerprint {
  /** Words that are the writer's own: those of shingles that were shown to nobody. */
  words: number
  hashes: bigint[]
}

export function fingerprint(text: string, shown: Shown = new Set()): Fingerprint {
  const own = [...shinglesOf(wordsOf(text))].filter((shingle) => !shown.has(shingle))
  const words = own.length === 0 ? 0 : own.length + similarityRules.wordsInShingle - 1
  return { words, hashes: winnow(own) }
}

/** |A∩B| / min(|A|, |B|); 0 where there is nothing to compare. */
export function containment(a: readonly bigint[], b: readonly bigint[]): number {
  const [short, long] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)]
  if (short.length === 0) return 0
  return short.filter((hash) => long.has(hash)).length / short.length
}

/** Is this pair something that a person should look at? */
export const alike = (a: Fingerprint, b: Fingerprint): boolean =>
  Math.min(a.words, b.words) >= similarityRules.leastWords &&
  containment(a.hashes, b.hashes) >= similarityRules.reviewAt

/**
 * What an index keeps of a fingerprint to find others by: every second hash, by its own value, so that two texts keep the
 * same ones; mixed with the place that they belong to, so that only answers to the same scenario in the same language meet.
 */
export function indexed({ hashes }: Fingerprint, place: string): bigint[] {
  const [high, low] = hashOf(place)
  const salt = BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low))
  return hashes.filter((hash) => (hash & 1n) === 0n).map((hash) => hash ^ salt)
}

type Span = { start: number; end: number }
export interface SharedPassage {
  here: Span
  there: Span
  words: number
}

/** The runs of words that two texts share, five at least and not all of them shown; the longest first. */
export function sharedPassages(here: string, there: string, shown: Shown = new Set()): SharedPassage[] {
  const [own, other] = [wordsOf(here), wordsOf(there)]
  const [a, b] = [shinglesOf(own), shinglesOf(other)]
  const places = new Map<bigint, number>()
  for (let at = b.length - 1; at >= 0; at--) places.set(b[at] ?? 0n, at)
  const found: SharedPassage[] = []
  for (let at = 0; at < a.length; ) {
    const from = places.get(a[at] ?? 0n)
    if (from === undefined) {
      at++
      continue
    }
    let length = 1
    while (at + length < a.length && a[at + length] === b[from + length]) length++
    const words = length + similarityRules.wordsInShingle - 1
    const [first, last] = [own[at], own[at + words - 1]]
    const [otherFirst, otherLast] = [other[from], other[from + words - 1]]
    if (first && last && otherFirst && otherLast && a.slice(at, at + length).some((one) => !shown.has(one)))
      found.push({
        here: { start: first.start, end: last.end },
        there: { start: otherFirst.start, end: otherLast.end },
        words,
      })
    at += words
  }
  return found.sort((one, two) => two.words - one.words || one.here.start - two.here.start)
}
