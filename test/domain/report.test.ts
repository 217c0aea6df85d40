import { expect, test } from 'vitest'
import { z } from 'zod'
import { dimensions, isDimension } from '#app/domain/dimensions.ts'
import { locales } from '#app/domain/locale.ts'
import {
  type Advice,
  adviceOf,
  bandWord,
  bandWords,
  mayRelease,
  reportForm,
  reportGaps,
} from '#app/domain/report.ts'
import { catalogues } from '#app/i18n/catalogues.ts'
import { golden } from './golden.ts'

const cases = golden(
  'report',
  z.strictObject({
    name: z.string(),
    bands: z.record(z.string(), z.tuple([z.number(), z.number(), z.number()]).nullable()),
    words: z.record(z.string(), z.enum(bandWords)),
    strengths: z.array(z.string()),
    steps: z.array(z.string()),
  }),
)
const spelt = (advice: Advice[]) => advice.map(({ dimension, level }) => `${dimension} ${level}`)

test.each(cases)('$name', ({ bands, words, strengths, steps }) => {
  const scores = Object.entries(bands).flatMap(([dimension, band]) => {
    if (!isDimension(dimension)) throw new Error(`${dimension} is no dimension`)
    const [t, low, high] = band ?? []
    return [{ dimension, t, low, high, enough: band !== null }]
  })
  expect(Object.fromEntries(scores.map((score) => [score.dimension, bandWord(score)]))).toEqual(words)
  const found = adviceOf(scores)
  expect({ strengths: spelt(found.strengths), steps: spelt(found.steps) }).toEqual({ strengths, steps })
  // In whatever order the criteria come, the same is said.
  expect(adviceOf([...scores].reverse())).toEqual(found)
})

test('one scenario gives a number, and still it is not enough evidence', () => {
  expect(bandWord({ t: 4.8, low: 3.4, high: 5, enough: false })).toBe('not-enough')
})

test('every criterion has its strengths and steps in every language, and no figure in them', () => {
  for (const locale of locales)
    for (const dimension of dimensions) {
      const { strength, step } = catalogues[locale].advice[dimension]
      const texts = [...Object.values(strength), ...Object.values(step)]
      expect(new Set(texts).size).toBe(5)
      expect(texts.filter((text) => /\d/.test(text) || !/[.?]$/.test(text))).toEqual([])
    }
})

test('where two criteria can be judged, two strengths and two steps are owed', () => {
  const form = reportForm.parse({ strength1: 'Good.', step1: ' ' })
  expect(reportGaps(form, 2)).toEqual({ strength2: 'required', step1: 'required', step2: 'required' })
  expect(reportGaps(form, 1)).toEqual({})
})

test('a report comes with the decision or after it, never before', () => {
  const facts = { stage: 'decision', decision: undefined, tested: true, undoable: false } as const
  expect(mayRelease(facts)).toEqual({ refused: 'report-before-decision' })
  expect(mayRelease({ ...facts, decision: 'hold' })).toEqual({ refused: 'report-before-decision' })
  expect(mayRelease({ ...facts, decision: 'reopen' })).toEqual({ refused: 'report-before-decision' })
  expect(mayRelease({ ...facts, decision: 'offer' })).toEqual({ ok: true })
  for (const stage of ['rejected', 'withdrawn', 'hired', 'offer'] as const)
    expect(mayRelease({ ...facts, stage, decision: 'reject' })).toEqual({ ok: true })
  expect(mayRelease({ ...facts, stage: 'rejected', decision: 'reject', undoable: true })).toEqual({
    refused: 'rejection-undoable',
  })
  expect(mayRelease({ ...facts, stage: 'rejected', tested: false })).toEqual({ refused: 'report-not-tested' })
})
