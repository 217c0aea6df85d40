import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LookupContent, lookupContent } from '#app/domain/scenario/lookup.ts'
import { lookupMarksFor } from '#app/domain/scenario/lookup-marks.ts'

const words = {
  title: 'x',
  question: 'x',
  brief: ['x'],
  questions: {
    when: { who: 'x', text: 'x' },
    where: { who: 'x', text: 'x' },
    open: { who: 'x', text: 'x' },
  },
  parameters: { day: { a: { until: '14 November' }, b: { until: '18 November' } } },
  grader: {
    answers: {
      when: { answer: 'By {{until}}, for free.', accept: ['{{until}}', 'free | no charge'] },
      where: { answer: 'On the Payouts page.' },
      open: {
        answer: 'It does not say.',
        accept: ['does not say | will ask'],
        asserts: ['rate', 'day | bank'],
      },
    },
  },
}
const texts = { title: 'x', paragraphs: ['one', 'two'] }
const content: LookupContent = lookupContent.parse({
  key: 'x',
  kind: 'lookup',
  use: 'graded',
  status: 'draft',
  minutes: 1,
  parameters: { day: { a: null, b: null } },
  handbook: ['dates', 'fees'],
  questions: [
    { id: 'when', cite: ['dates.2', 'fees.1'] },
    { id: 'where', cite: ['dates.1'] },
    { id: 'open' },
  ],
  texts: { en: words, ru: words, sq: words },
  articles: [
    { id: 'dates', number: 1, texts: { en: texts, ru: texts, sq: texts } },
    { id: 'fees', number: 6, texts: { en: texts, ru: texts, sq: texts } },
  ],
})
const mark = (id: string, text: string, cite: string, day = 'a') =>
  lookupMarksFor(content, 'en', { day }, { answers: { [id]: { text, cite } } }).questions.find(
    (item) => item.id === id,
  )

describe('a question that the handbook answers', () => {
  test('is right with one of its places and all groups of the key, in whichever sentences they stand', () => {
    expect(mark('when', 'It is there by 14 November. There is no charge.', 'dates.2')).toMatchObject({
      citation: 'right',
      answer: 'right',
      right: true,
    })
    expect(mark('when', 'By 14 November, free.', 'fees.1')?.right).toBe(true)
  })

  test('takes the paragraph by its number as well', () => {
    expect(mark('when', 'By 14 November, free.', '6.1')?.citation).toBe('right')
    expect(mark('when', 'By 14 November, free.', '6.2')?.citation).toBe('wrong')
    expect(mark('when', 'By 14 November, free.', '9.1')?.citation).toBe('wrong')
  })

  test('is not right with the figure of another attempt, half an answer, another place or none', () => {
    expect(mark('when', 'By 14 November, free.', 'dates.2', 'b')).toMatchObject({
      citation: 'right',
      answer: 'not-recognised',
      right: false,
    })
    expect(mark('when', 'By 14 November.', 'dates.2')?.right).toBe(false)
    expect(mark('when', 'By 14 November, free.', 'dates.1')).toMatchObject({ answer: 'right', right: false })
    expect(mark('when', 'By 14 November, free.', '')).toMatchObject({ citation: 'missing', right: false })
  })

  test('is right by its place alone where the key has no words for it, but not without an answer', () => {
    expect(mark('where', 'On the Payouts page', 'dates.1')).toMatchObject({ answer: null, right: true })
    expect(mark('where', ' ', 'dates.1')).toMatchObject({ given: true, right: false })
  })

  test('said to be missing is missed, and no invention', () => {
    expect(mark('when', 'The handbook does not say.', 'none')).toMatchObject({
      citation: 'not-documented',
      invention: false,
      right: false,
    })
  })
})

describe('a question that the handbook does not answer', () => {
  test('is right when that is said, by the tick or in words', () => {
    expect(mark('open', '', 'none')?.right).toBe(true)
    expect(mark('open', 'I will ask.', 'none')?.right).toBe(true)
    expect(mark('open', '6.1 is near, but it does not say.', 'fees.1')).toMatchObject({
      citation: 'wrong',
      invention: false,
      right: true,
    })
  })

  test('is an invention when something is asserted with a place, with none, or beside the tick', () => {
    expect(mark('open', 'It is free.', 'fees.1')).toMatchObject({ invention: true, right: false })
    expect(mark('open', 'It is free.', '')?.invention).toBe(true)
    expect(mark('open', 'The rate of the day.', 'none')).toMatchObject({ invention: true, right: false })
  })

  test('may name what it does not know: “the handbook does not say which day’s rate”', () => {
    expect(mark('open', "The handbook does not say which day's rate.", 'none')?.right).toBe(true)
  })

  test('left alone is neither right nor an invention', () => {
    expect(mark('open', '', '')).toMatchObject({ given: false, invention: false, right: false })
  })
})

test('the share is that of all questions, with the interval of a share', () => {
  const marks = lookupMarksFor(
    content,
    'en',
    { day: 'a' },
    { answers: { when: { text: 'By 14 November, free', cite: '1.2' }, open: { text: '', cite: 'none' } } },
  )
  expect(marks).toMatchObject({ right: 2, inventions: 0 })
  // Wilson 95 % of 2 in 3.
  expect(marks.share.value).toBeCloseTo(0.6667, 4)
  expect(marks.share.low).toBeCloseTo(0.2077, 4)
  expect(marks.share.high).toBeCloseTo(0.9385, 4)
})

test('whatever is written, every question has one mark, and nothing is both right and an invention', () => {
  const given = fc.record({
    text: fc.oneof(
      fc.string(),
      fc.constantFrom('By 14 November, free', 'does not say', 'The rate of the day'),
    ),
    cite: fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('none', '', 'dates.2', '6.1')),
  })
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('when', 'where', 'open'), given), (answers) => {
      const marks = lookupMarksFor(content, 'en', { day: 'a' }, { answers })
      expect(marks.questions.map(({ id }) => id)).toEqual(['when', 'where', 'open'])
      for (const item of marks.questions) expect(item.right && item.invention).toBe(false)
      expect(marks.right).toBe(marks.questions.filter(({ right }) => right).length)
    }),
  )
})
