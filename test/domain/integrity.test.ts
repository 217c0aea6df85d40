import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnswerSigns, type AttemptSigns, assess, decidable } from '#app/domain/integrity.ts'

const answer = (signs: Partial<AnswerSigns> = {}): AnswerSigns => ({
  answerId: 'a1',
  finalChars: 1000,
  typedChars: 1100,
  pastedChars: 0,
  cannedChars: 0,
  firstKeySeconds: 40,
  ...signs,
})
const attempt = (signs: Partial<AttemptSigns> = {}): AttemptSigns => ({
  policy: 'declared',
  declared: false,
  answers: [answer()],
  left: { times: 2, seconds: 90 },
  devices: 0,
  similar: [],
  ...signs,
})
const pair = (share: number, words = 100) => ({ answerId: 'a1', otherId: 'b1', share, words })
const pasted = answer({ typedChars: 380, pastedChars: 620 })

describe('what opens a case', () => {
  test.each<[string, Partial<AttemptSigns>, ReturnType<typeof assess>]>([
    ['honest typing', {}, { tier: 'none', reasons: [] }],
    [
      'most of an answer pasted',
      { answers: [pasted] },
      { tier: 'some', reasons: [{ code: 'pasted', answer: 'a1', share: 62, chars: 620 }] },
    ],
    [
      'the same where the candidate has said what they used',
      { answers: [pasted], declared: true },
      { tier: 'none', reasons: [] },
    ],
    [
      'the same where aids are forbidden, whatever was said',
      { answers: [pasted], declared: true, policy: 'forbidden' },
      { tier: 'some', reasons: [{ code: 'pasted', answer: 'a1', share: 62, chars: 620 }] },
    ],
    [
      'a short paste',
      { answers: [answer({ finalChars: 290, typedChars: 10, pastedChars: 280 })] },
      { tier: 'none', reasons: [] },
    ],
    [
      'pasted, thrown away and written anew',
      { answers: [answer({ typedChars: 1000, pastedChars: 700 })] },
      { tier: 'none', reasons: [] },
    ],
    [
      'a text that came from nowhere',
      { answers: [answer({ typedChars: 100 })] },
      { tier: 'some', reasons: [{ code: 'unexplained', answer: 'a1', share: 90, chars: 900 }] },
    ],
    [
      'canned replies are no such text',
      { answers: [answer({ typedChars: 100, cannedChars: 800 })] },
      { tier: 'none', reasons: [] },
    ],
    ['notes that never arrived', { answers: [answer({ typedChars: 0 })] }, { tier: 'none', reasons: [] }],
    [
      'away for long, where aids are allowed',
      { left: { times: 9, seconds: 1500 } },
      { tier: 'none', reasons: [] },
    ],
    [
      'away for long, where they are forbidden',
      { left: { times: 9, seconds: 1500 }, policy: 'forbidden' },
      { tier: 'some', reasons: [{ code: 'left', times: 9, minutes: 25 }] },
    ],
    [
      'wording of another person',
      { similar: [pair(0.4)] },
      { tier: 'some', reasons: [{ code: 'similar', answer: 'a1', other: 'b1', share: 40, words: 100 }] },
    ],
    ['a little of it', { similar: [pair(0.34)] }, { tier: 'none', reasons: [] }],
    ['in a short answer', { similar: [pair(0.9, 59)] }, { tier: 'none', reasons: [] }],
    [
      'nearly all of a long answer',
      { similar: [pair(0.7, 120)] },
      { tier: 'major', reasons: [{ code: 'similar', answer: 'a1', other: 'b1', share: 70, words: 120 }] },
    ],
    [
      'two different things of one answer, and what stands beside them',
      {
        answers: [answer({ typedChars: 380, pastedChars: 620, firstKeySeconds: 2 })],
        similar: [pair(0.4)],
        devices: 1,
      },
      {
        tier: 'major',
        reasons: [
          { code: 'similar', answer: 'a1', other: 'b1', share: 40, words: 100 },
          { code: 'pasted', answer: 'a1', share: 62, chars: 620 },
          { code: 'quick', answer: 'a1', seconds: 2 },
          { code: 'device', times: 1 },
        ],
      },
    ],
    [
      'a quick start and another device alone',
      { answers: [answer({ firstKeySeconds: 0 })], devices: 3 },
      { tier: 'none', reasons: [] },
    ],
  ])('%s', (_, signs, expected) => {
    expect(assess(attempt(signs))).toEqual(expected)
  })
})

test('shares are whole per cent from 0 to 100, and no reason stands without a case', () => {
  const chars = fc.integer({ min: 0, max: 30_000 })
  const anything = fc.record({
    finalChars: chars,
    typedChars: chars,
    pastedChars: chars,
    cannedChars: chars,
    firstKeySeconds: fc.option(fc.integer({ min: 0, max: 3000 })),
  })
  fc.assert(
    fc.property(
      fc.array(anything, { maxLength: 5 }),
      fc.boolean(),
      fc.boolean(),
      (found, declared, strict) => {
        const policy = strict ? 'forbidden' : 'declared'
        const answers = found.map((signs, index) => answer({ ...signs, answerId: `a${index}` }))
        const { tier, reasons } = assess(attempt({ answers, declared, policy }))
        expect(tier === 'none').toBe(reasons.length === 0)
        for (const reason of reasons) {
          if (!('share' in reason)) continue
          expect(reason.share % 1).toBe(0)
          expect(reason.share).toBeGreaterThanOrEqual(50)
          expect(reason.share).toBeLessThanOrEqual(100)
        }
      },
    ),
  )
})

test.each([
  ['open', 'open', 'Looked at both', { ok: true }],
  ['cleared', 'cleared', 'Second look', { ok: true }],
  ['cleared', 'open', 'Too late', { refused: 'changed-meanwhile' }],
  ['open', 'open', ' \n', { refused: 'reason-missing' }],
] as const)('a case that is %s, seen as %s, with the reason %o', (status, from, reason, expected) => {
  expect(decidable({ status, from, reason })).toEqual(expected)
})
