import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  alike,
  containment,
  fingerprint,
  indexed,
  sharedPassages,
  shownShingles,
} from '#app/domain/similarity.ts'
import { golden } from './golden.ts'

const cases = golden(
  'similarity',
  z.strictObject({
    name: z.string(),
    lang: z.string(),
    here: z.string(),
    there: z.string(),
    share: z.number(),
    review: z.boolean(),
  }),
)

describe('wording that is shared', () => {
  test.each(cases)('$name ($lang)', ({ here, there, share, review }) => {
    const [a, b] = [fingerprint(here), fingerprint(there)]
    expect(containment(a.hashes, b.hashes)).toBeGreaterThanOrEqual(share - 0.12)
    expect(containment(a.hashes, b.hashes)).toBeLessThanOrEqual(share + 0.12)
    expect(alike(a, b)).toBe(review)
  })

  test('what everybody was shown belongs to nobody', () => {
    const [same] = cases
    const text = same?.here ?? ''
    const shown = shownShingles([text])
    expect(fingerprint(text, shown)).toEqual({ words: 0, hashes: [] })
    expect(sharedPassages(text, text, shown)).toEqual([])
    expect(alike(fingerprint(text, shown), fingerprint(text, shown))).toBe(false)
  })

  test('passages are the words themselves, as both wrote them', () => {
    const [, , russian] = cases
    const { here = '', there = '' } = russian ?? {}
    const [first] = sharedPassages(here, there)
    expect(first?.words).toBeGreaterThan(60)
    expect(here.slice(first?.here.start, first?.here.end)).toMatch(/^Спасибо, что написали ещё раз/)
    expect(there.slice(first?.there.start, first?.there.end)).toMatch(/^СПАСИБО что написали еще раз/)
  })
})

const word = fc.constantFrom(
  ...'выплата kontratë счёт ditë letter ключ përgjigje ten день shkak reason вечер orë account письмо llogari'.split(
    ' ',
  ),
)
const text = fc.array(word, { maxLength: 120 }).map((words) => words.join(' '))

describe('whatever the texts', () => {
  test('containment is between 0 and 1, the same both ways, and 1 of a text with itself', () => {
    fc.assert(
      fc.property(text, text, (here, there) => {
        const [a, b] = [fingerprint(here).hashes, fingerprint(there).hashes]
        const share = containment(a, b)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
        expect(containment(b, a)).toBe(share)
        if (a.length > 0) expect(containment(a, a)).toBe(1)
      }),
    )
  })

  test('a run of eight words that both hold is always found', () => {
    fc.assert(
      fc.property(text, text, text, text, (a, b, c, d) => {
        const run = 'only here stand these eight words you see'
        const [here, there] = [fingerprint(`${a} ${run} ${b}`), fingerprint(`${c} ${run} ${d}`)]
        expect(containment(here.hashes, there.hashes)).toBeGreaterThan(0)
      }),
    )
  })

  test('case, punctuation and the spelling of ё change nothing', () => {
    fc.assert(
      fc.property(text, (said) => {
        const other = said.toUpperCase().replaceAll('Ё', 'Е').replaceAll(' ', ', ')
        expect(fingerprint(other)).toEqual(fingerprint(said))
      }),
    )
  })

  test('passages stand where they say, five words at least', () => {
    fc.assert(
      fc.property(text, text, (here, there) => {
        for (const { here: a, there: b, words } of sharedPassages(here, there)) {
          expect(words).toBeGreaterThanOrEqual(5)
          expect(here.slice(a.start, a.end)).toBe(there.slice(b.start, b.end))
        }
      }),
    )
  })
})

test('a text of 100 kB takes less than 50 ms', () => {
  const words = Array.from({ length: 4000 }, (_, index) => `слово${((index * 7919) % 4001).toString(36)}`)
  const long = Array.from({ length: 9000 }, (_, index) => words[(index * index) % 4000]).join(' ')
  expect(new TextEncoder().encode(long).length).toBeGreaterThan(100_000)
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now()
    fingerprint(long)
    return performance.now() - began
  })
  expect(Math.min(...times)).toBeLessThan(50)
})

test('what the index keeps of a text meets only the same scenario in the same language', () => {
  const print = fingerprint(cases[0]?.here ?? '')
  const kept = indexed(print, 's03/en')
  expect(kept.length).toBeGreaterThan(print.hashes.length / 4)
  expect(indexed(print, 's03/en')).toEqual(kept)
  expect(containment(kept, indexed(print, 's03/ru'))).toBe(0)
})
