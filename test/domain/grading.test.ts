import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dimensions, isLevel, levels } from '#app/domain/dimensions.ts'
import {
  canLock,
  furtherGrade,
  furtherReasons,
  type Mark,
  moderationNeeded,
  scoredCell,
} from '#app/domain/grading.ts'
import { golden } from './golden.ts'

function mark(written: string | number): Mark {
  const text = String(written)
  const level = Number(text.replace('!', ''))
  return { level: isLevel(level) ? level : null, incident: text.endsWith('!') }
}

const furtherCase = z.strictObject({
  name: z.string(),
  dimension: z.enum(dimensions),
  lines: z.partialRecord(z.enum(dimensions), z.number()).optional(),
  weights: z.record(z.string(), z.number()).optional(),
  answers: z.record(z.string(), z.array(z.union([z.number(), z.string()]))),
  asks: z.record(z.string(), z.array(z.enum(furtherReasons))),
})

describe('a third grader', () => {
  test.each(golden('further-grade', furtherCase))('$name', ({ dimension, lines, weights, answers, asks }) => {
    const cells = Object.entries(answers).map(([answer, marks]) => ({
      answer,
      weight: weights?.[answer] ?? 1,
      marks: marks.map(mark),
    }))
    const further = furtherGrade({ dimension, cells, ...(lines && { lines }) })
    const asked = further.needed ? further.answers.map(({ answer, reasons }) => [answer, reasons]) : []
    expect(Object.fromEntries(asked)).toEqual(asks)
  })

  const marks = fc.array(fc.record({ level: fc.constantFrom(...levels, null), incident: fc.boolean() }), {
    maxLength: 4,
  })
  test('is asked for the same answers whoever of the two graded first', () => {
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 5 }), fc.constantFrom(...dimensions), (given, dimension) => {
        const cells = given.map((one, index) => ({ answer: String(index), weight: 1, marks: one }))
        const turned = cells.map((cell) => ({ ...cell, marks: [...cell.marks].reverse() }))
        expect(furtherGrade({ dimension, cells: turned })).toEqual(furtherGrade({ dimension, cells }))
      }),
    )
  })

  test('is never asked for an answer that has three grades', () => {
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 5 }), (given) => {
        const cells = given.map((one, index) => ({ answer: String(index), weight: 1, marks: one }))
        const further = furtherGrade({ dimension: 'A1', cells })
        if (!further.needed) return
        for (const { answer } of further.answers) expect(given[Number(answer)]).toHaveLength(2)
      }),
    )
  })
})

test('a cell keeps the levels, leaves out "not shown" and takes the moderated value', () => {
  expect(scoredCell({ answer: 'a', weight: 2, marks: [mark('NE'), mark(4)] })).toEqual({
    weight: 2,
    grades: [4],
  })
  expect(scoredCell({ answer: 'a', weight: 1, marks: [mark(1), mark(4), mark(4)], moderated: 3 })).toEqual({
    weight: 1,
    grades: [1, 4, 4],
    moderated: 3,
  })
})

test('three levels that span three go to a moderator, two do not', () => {
  expect(moderationNeeded([mark(1), mark(4), mark(3)])).toBe(true)
  expect(moderationNeeded([mark(2), mark(4), mark(3)])).toBe(false)
  expect(moderationNeeded([mark(1), mark(5)])).toBe(false)
  expect(moderationNeeded([mark(1), mark(5), mark('NE')])).toBe(false)
})

describe('an answer can be locked', () => {
  const grade = { level: null, noEvidence: false, quotes: [] }
  test('when every dimension has a level or "no evidence"', () => {
    const given = [
      { ...grade, dimension: 'A1' as const, level: 3 as const },
      { ...grade, dimension: 'A3' as const, noEvidence: true },
    ]
    expect(canLock(given, ['A1', 'A3'])).toEqual({ ok: true })
    expect(canLock(given, ['A1', 'A3', 'K3'])).toEqual({ refused: 'grade-missing', dimensions: ['K3'] })
  })

  test('not with both a level and "no evidence", nor with neither', () => {
    const both = { ...grade, dimension: 'A1' as const, level: 3 as const, noEvidence: true }
    const neither = { ...grade, dimension: 'A3' as const }
    expect(canLock([both, neither], ['A1', 'A3'])).toEqual({
      refused: 'grade-missing',
      dimensions: ['A1', 'A3'],
    })
  })

  test('only with a quote for 1, 2 and 5', () => {
    for (const level of levels) {
      const without = { ...grade, dimension: 'A1' as const, level }
      const needed = level !== 3 && level !== 4
      expect(canLock([without], ['A1'])).toEqual(
        needed ? { refused: 'quote-missing', dimensions: ['A1'] } : { ok: true },
      )
      expect(canLock([{ ...without, quotes: [{ start: 0, end: 4 }] }], ['A1'])).toEqual({ ok: true })
    }
  })

  test('only with the words that show an incident', () => {
    const reported = { ...grade, dimension: 'A1' as const, level: 3 as const, incident: 'abuse' as const }
    expect(canLock([reported], ['A1'])).toEqual({ refused: 'quote-missing', dimensions: ['A1'] })
    expect(canLock([{ ...reported, quotes: [{ start: 0, end: 9 }] }], ['A1'])).toEqual({ ok: true })
    expect(canLock([{ ...reported, incident: null }], ['A1'])).toEqual({ ok: true })
  })
})
