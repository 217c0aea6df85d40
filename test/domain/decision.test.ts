import { describe, expect, test } from 'vitest'
import { decisionForm, decisionGaps, kindsAt, mayDecide } from '#app/domain/decision.ts'
import { activeStages, stages } from '#app/domain/pipeline.ts'

const filled = {
  kind: 'reject',
  reasonCode: 'language',
  reason: 'The written Albanian is far from what partners need.',
}
const wrong = (change: object) =>
  decisionForm
    .safeParse({ ...filled, ...change })
    .error?.issues.map(({ path, message }) => [path.join('.'), message])

describe('a decision', () => {
  test('has a reason from its own list and words of at least ten characters', () => {
    expect(wrong({})).toBeUndefined()
    expect(wrong({ reasonCode: 'references' })).toEqual([['reasonCode', 'unknown']])
    expect(wrong({ reasonCode: '' })).toEqual([['reasonCode', 'required']])
    expect(wrong({ reason: ' no good   ' })).toEqual([['reason', 'reason-short']])
    expect(wrong({ reason: '   ' })).toEqual([['reason', 'required']])
  })

  const settled = { kind: 'offer' as const, attentionComment: '', wentWell: '', toWorkOn: '' }
  test('asks for words where a whole band lies below an attention line, and for nothing else', () => {
    expect(decisionGaps(settled, { attention: true, tested: true })).toEqual({
      attentionComment: 'attention-comment',
    })
    expect(
      decisionGaps({ ...settled, attentionComment: 'Seen, and why.' }, { attention: true, tested: true }),
    ).toEqual({})
    expect(decisionGaps(settled, { attention: false, tested: true })).toEqual({})
    expect(decisionGaps({ ...settled, kind: 'hold' }, { attention: true, tested: true })).toEqual({})
  })

  test('against somebody who did the assignment says what went well and what to work on', () => {
    const rejected = { ...settled, kind: 'reject' as const }
    expect(decisionGaps(rejected, { attention: false, tested: true })).toEqual({
      wentWell: 'required',
      toWorkOn: 'required',
    })
    expect(decisionGaps(rejected, { attention: false, tested: false })).toEqual({})
  })
})

describe('who may decide what', () => {
  const here = {
    stage: 'decision' as const,
    offerOpen: false,
    interviewAhead: false,
    own: false,
    referee: false,
  }
  test('an offer is decided at the decision and nowhere else', () => {
    expect(mayDecide('offer', here)).toEqual({ ok: true })
    expect(mayDecide('offer', { ...here, stage: 'grading' })).toEqual({ refused: 'offer-before-decision' })
  })
  test('a rejection at every active stage, unless an offer or an interview stands open', () => {
    for (const stage of activeStages) expect(mayDecide('reject', { ...here, stage })).toEqual({ ok: true })
    expect(mayDecide('reject', { ...here, stage: 'offer', offerOpen: true })).toEqual({
      refused: 'offer-open',
    })
    expect(mayDecide('reject', { ...here, interviewAhead: true })).toEqual({ refused: 'interview-ahead' })
  })
  test('a closed application is only reopened, and only after a rejection', () => {
    const closed = stages.filter((stage) => kindsAt(stage).includes('reopen'))
    expect(closed).toEqual(['rejected'])
    expect(mayDecide('reject', { ...here, stage: 'hired' })).toEqual({ refused: 'no-such-decision' })
    expect(mayDecide('reopen', here)).toEqual({ refused: 'no-such-decision' })
  })
  test('nobody decides on themselves, nor on somebody whom they recommend', () => {
    expect(mayDecide('offer', { ...here, own: true })).toEqual({ refused: 'own-application' })
    expect(mayDecide('reject', { ...here, referee: true })).toEqual({ refused: 'decider-is-referee' })
  })
})
