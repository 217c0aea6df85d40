import { describe, expect, test } from 'vitest'
import { recognise, recogniser } from '#app/domain/scenario/inbox/said.ts'

const says = (pattern: string, text: string) =>
  recognise([recogniser('fact', { hint: 'x', all: [pattern] }, (group) => group)], text).length > 0

describe('a figure in a pattern', () => {
  test('is found alone, beside a sign of money, a word’s ending or an hour', () => {
    expect(says('640', 'It is €640.')).toBe(true)
    expect(says('1,240', 'Ушло 1 240 €')).toBe(true)
    expect(says('18~', 'on the 18th')).toBe(true)
    expect(says('14:00', 'deri në orën 14:00')).toBe(true)
  })

  test('is not found as a part of a longer one', () => {
    expect(says('40', 'It is €640.')).toBe(false)
    expect(says('64', 'It is €640.')).toBe(false)
    expect(says('(4|9) days', '14 days')).toBe(false)
    expect(says('18 | 19', 'on the 119th')).toBe(false)
  })
})
