import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
  acceptable,
  countWords,
  emailAddress,
  line,
  normaliseEmail,
  optionalLine,
  paragraph,
  personName,
  unreadableField,
} from '#app/domain/text.ts'

function issues(schema: z.ZodType, value: unknown): string[] {
  const result = schema.safeParse(value)
  return result.success ? [] : result.error.issues.map(({ message }) => message)
}

describe('text from outside', () => {
  test('is refused with NUL or half a character, by the field that holds it', () => {
    expect(acceptable('Zëri ёлка 😀 \u202e')).toBe(true)
    expect(acceptable('a\0b')).toBe(false)
    expect(acceptable('half \ud83d')).toBe(false)
    expect(unreadableField({ name: 'Arta', answers: [{ text: 'fine' }, { text: 'bad\0' }] })).toBe(
      'answers.1.text',
    )
    expect(unreadableField({ name: 'Arta', born: null, age: 3 })).toBeUndefined()
    expect(unreadableField('\ude00')).toBe('')
    expect(unreadableField({ a: { 'b\0': 'x' } })).toBe('a')
  })

  test('is otherwise kept as typed', () => {
    const schema = paragraph()
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (typed) => {
        const result = schema.safeParse(typed)
        if (result.success) expect(result.data).toBe(typed)
        else expect(!acceptable(typed) || typed.trim() === '').toBe(true)
      }),
    )
  })

  test('of one line has no second one', () => {
    for (const sneaky of ['a\r\nBcc: b', 'a\nb', 'a\u2028b', 'a\tb', 'a\u0085b']) {
      expect(issues(line(), sneaky)).toEqual(['line-break'])
      expect(issues(paragraph(), sneaky)).toEqual([])
    }
  })

  test('says what is wrong with it', () => {
    expect(issues(personName, '   ')).toEqual(['required'])
    expect(issues(personName, undefined)).toEqual(['required'])
    expect(issues(personName, 'x'.repeat(121))).toEqual(['too-long'])
    expect(issues(personName, 'Ana\ud83d')).toEqual(['unreadable'])
    expect(issues(personName, 'Ёлка Çela-O’Neil')).toEqual([])
    expect(issues(optionalLine(), '')).toEqual([])
  })
})

describe('an e-mail address', () => {
  test.each([
    [' Ana+Jobs@Example.COM ', 'ana+jobs@example.com'],
    ['joe\u0308@example.com', 'jo\u00eb@example.com'],
    ['x@пример.рф', 'x@пример.рф'],
    ["o'neil@mail.example.co.uk", "o'neil@mail.example.co.uk"],
  ])('%s is stored as %s', (typed, stored) => {
    expect(emailAddress.parse(typed)).toBe(stored)
  })

  test.each([
    'a@b',
    'a@b,c@d.com',
    'a b@c.de',
    'a@@b.com',
    'a@b.com\r\nBcc: x@y.com',
    'a\u2028@b.com',
    '<a@b.com>',
    'a@-b.com',
    '@b.com',
    'a@b..com',
    'a\u202e@b.com',
  ])('%j is not one', (typed) => {
    expect(issues(emailAddress, typed)).toEqual(['email'])
  })

  test('is asked for when missing and refused when endless', () => {
    expect(issues(emailAddress, ' ')).toEqual(['required'])
    expect(issues(emailAddress, undefined)).toEqual(['required'])
    expect(issues(emailAddress, `a@${'a.'.repeat(60_000)}com`)).toContain('too-long')
  })

  test('has one spelling, and normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (typed) => {
        expect(normaliseEmail(normaliseEmail(typed))).toBe(normaliseEmail(typed))
        expect(normaliseEmail(` ${typed.toUpperCase()}`)).toBe(normaliseEmail(typed))
      }),
    )
  })
})

test('words are counted in every language of the product', () => {
  expect(countWords('The payout isn’t late – it is a bank holiday.')).toBe(9)
  expect(countWords('Ёлка, всё-таки, 3 дня.')).toBe(4)
  expect(countWords('S’ka problem, do të përgjigjem nesër')).toBe(6)
  expect(countWords(' … — ')).toBe(0)
})
