import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyText, emptyBody, passages, readAnswer, wordCount } from '#app/domain/scenario/body.ts'
import { kinds } from '#app/domain/scenario/common.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'

const review = { kind: 'page-review', parts: ['p01', 'p02'] } as unknown as ScenarioContent
const reply = { kind: 'reply' } as unknown as ScenarioContent
const writing = { kind: 'writing', prompts: ['first', 'second'] } as unknown as ScenarioContent
const finding = { id: 'a', part: 'p01', wrong: 'Two prices', why: 'It reads as a trick', fix: 'One price' }

describe('an answer', () => {
  test.each(kinds)('begins empty, and an empty %s can be saved', (kind) => {
    const content = { kind, parts: [], prompts: [], questions: [], items: [] } as unknown as ScenarioContent
    expect(readAnswer(content, emptyBody(kind))).toEqual({ kind, body: emptyBody(kind) })
  })

  test('is refused when it names a part, a prompt or a field that the scenario does not have', () => {
    expect(readAnswer(review, { findings: [{ ...finding, part: 'p99' }], test: '' })).toBeNull()
    expect(readAnswer(review, { findings: [{ ...finding, match: 'D01' }], test: '' })).toBeNull()
    expect(readAnswer(review, { findings: [finding, finding], test: '' })).toBeNull()
    expect(readAnswer(writing, { answers: { third: 'x' } })).toBeNull()
    expect(readAnswer(reply, { text: 'x', level: 5 })).toBeNull()
    expect(readAnswer(reply, { text: 'x'.repeat(20_001) })).toBeNull()
    expect(readAnswer(reply, { text: 'a\0b' })).toBeNull()
    expect(readAnswer(reply, 'text')).toBeNull()
  })

  test('may hold a finding without a place: it is saved while it is being written', () => {
    expect(readAnswer(review, { findings: [{ ...finding, part: '' }], test: '' })).not.toBeNull()
  })

  test('reads as plain text in the order of the form, whatever the order in which prompts were answered', () => {
    const answer = readAnswer(writing, { answers: { second: 'B', first: 'A' } })
    expect(answer && bodyText(writing, answer)).toBe('A\n\nB')
    const found = readAnswer(review, {
      findings: [finding, { ...finding, id: 'b', why: ' ' }],
      test: 'Two weeks',
    })
    expect(found && bodyText(review, found)).toBe(
      'Two prices\n\nIt reads as a trick\n\nOne price\n\nTwo prices\n\nOne price\n\nTwo weeks',
    )
  })

  test('keeps every passage at the offsets that a quote will use', () => {
    const words = fc.string({ maxLength: 40 }).filter((text) => !/[\0\uD800-\uDFFF]/u.test(text))
    const findings = fc.array(
      fc.record({ part: fc.constantFrom('', 'p01', 'p02'), wrong: words, why: words, fix: words }),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(findings, words, (list, testing) => {
        const body = { findings: list.map((item, index) => ({ id: `f${index}`, ...item })), test: testing }
        const answer = readAnswer(review, body)
        if (!answer) throw new Error('refused')
        const text = bodyText(review, answer)
        for (const passage of passages(review, answer)) {
          expect(text.slice(passage.start, passage.end)).toBe(passage.text)
        }
      }),
    )
  })

  test('has its words counted in any of the three scripts', () => {
    expect(wordCount('The parcel is refused – and we pay twice.')).toBe(8)
    expect(wordCount('Человек узнаёт о ней по-своему, 390 ₽.')).toBe(6)
    expect(wordCount('S’ka gjë, t’i themi qartë')).toBe(5)
  })
})
