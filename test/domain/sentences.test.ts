import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sentences } from '#app/domain/sentences.ts'
import { golden } from './golden.ts'

const sentenceCase = z.strictObject({
  name: z.string(),
  separator: z.string().default(' '),
  sentences: z.array(z.string()),
})

describe('an answer is cut into sentences', () => {
  test.each(golden('sentences', sentenceCase))('$name', ({ separator, sentences: expected }) => {
    const text = expected.join(separator)
    expect(sentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })

  test('at every line break', () => {
    const text = '  Hello\r\n\r\n we looked into it\n'
    expect(sentences(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Hello',
      'we looked into it',
    ])
  })

  test('into nothing when there is nothing', () => {
    expect(sentences('')).toEqual([])
    expect(sentences(' \n ')).toEqual([])
  })

  const word = fc.constantFrom(
    'т.',
    'г.',
    'etc.',
    'Mr.',
    '...',
    '!',
    '«Да»',
    '— нет',
    '"',
    'Ok',
    '1.',
    ' ',
    '\n',
    '😀',
  )
  test('so that each character but white space is in exactly one', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(word).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(text, (given) => {
        const spans = sentences(given)
        let last = 0
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(given.slice(last, start).trim()).toBe('')
          expect(given.slice(start, end)).toBe(given.slice(start, end).trim())
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(given.slice(last).trim()).toBe('')
      }),
    )
  })

  test.each([
    [`${'.'.repeat(20_000)}x`],
    [`${'a'.repeat(20_000)}. b`],
    ['e.g. '.repeat(4000)],
    ['1. '.repeat(6000)],
  ])('quickly, whatever the text (%#)', (text) => {
    const begin = performance.now()
    sentences(text)
    expect(performance.now() - begin).toBeLessThan(200)
  })
})
