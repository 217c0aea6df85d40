import { z } from 'zod'
import { oneOf } from './form-fields.ts'
import { isActive, type Stage } from './pipeline.ts'
import { optionalParagraph, paragraph } from './text.ts'

export const decisionKinds = ['offer', 'reject', 'hold', 'reopen'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** The reasons to choose from, per kind; each is followed by the decider's own words. */
export const decisionReasons = {
  offer: ['work-shown', 'attitude', 'knowledge', 'references', 'interview', 'other'],
  reject: ['attitude', 'knowledge', 'language', 'hours', 'other-chosen', 'withdrawn-vacancy', 'other'],
  hold: ['evidence-awaited', 'comparing', 'opening-awaited', 'other'],
  reopen: ['review', 'new-evidence', 'mistake', 'other'],
} as const satisfies Record<DecisionKind, readonly string[]>
export type DecisionReason = (typeof decisionReasons)[DecisionKind][number]
const allReasons: readonly DecisionReason[] = [...new Set(Object.values(decisionReasons).flat())]

export const decisionRules = {
  /** A reason of fewer characters says nothing. */
  leastReason: 10,
  /** Within these seconds a rejection is taken back and its mail never leaves. */
  undoSeconds: 10,
}

export const decisionForm = z
  .object({
    kind: oneOf(decisionKinds),
    reasonCode: oneOf(allReasons),
    reason: paragraph(),
    attentionComment: optionalParagraph().default(''),
    wentWell: optionalParagraph().default(''),
    toWorkOn: optionalParagraph().default(''),
  })
  .superRefine(({ kind, reasonCode, reason }, context) => {
    const own: readonly string[] = decisionReasons[kind]
    if (!own.includes(reasonCode))
      context.addIssue({ code: 'custom', message: 'unknown', path: ['reasonCode'] })
    const { length } = [...reason.trim()]
    if (length > 0 && length < decisionRules.leastReason)
      context.addIssue({ code: 'custom', message: 'reason-short', path: ['reason'] })
  })
export type DecisionForm = z.output<typeof decisionForm>

/** What is asked for in words, by field; the form comes back with it. */
export type DecisionGap = {
  attentionComment?: 'attention-comment'
  wentWell?: 'required'
  toWorkOn?: 'required'
}

/**
 * Words that a decision still lacks. Where a whole band lies below an attention line the form asks for a sentence about
 * it; whoever did the assignment is told what went well and what to work on. Neither blocks anything but silence.
 */
export function decisionGaps(
  form: Pick<DecisionForm, 'kind' | 'attentionComment' | 'wentWell' | 'toWorkOn'>,
  { attention, tested }: { attention: boolean; tested: boolean },
): DecisionGap {
  const gaps: DecisionGap = {}
  const empty = (text: string) => text.trim() === ''
  const settles = form.kind === 'offer' || form.kind === 'reject'
  if (attention && settles && empty(form.attentionComment)) gaps.attentionComment = 'attention-comment'
  if (tested && form.kind === 'reject') {
    if (empty(form.wentWell)) gaps.wentWell = 'required'
    if (empty(form.toWorkOn)) gaps.toWorkOn = 'required'
  }
  return gaps
}

export type DecisionRefusal =
  | 'no-such-decision'
  | 'offer-before-decision'
  | 'offer-open'
  | 'interview-ahead'
  | 'own-application'
  | 'decider-is-referee'

/** The kinds that can be decided at a stage, in the order of the form. */
export function kindsAt(stage: Stage): DecisionKind[] {
  if (stage === 'rejected') return ['reopen']
  if (!isActive(stage)) return []
  return stage === 'decision' ? ['offer', 'reject', 'hold'] : ['reject', 'hold']
}

/** May this person decide this, here? Nobody decides on themselves, nor on somebody for whom they give a reference. */
export function mayDecide(
  kind: DecisionKind,
  facts: { stage: Stage; offerOpen: boolean; interviewAhead: boolean; own: boolean; referee: boolean },
): { ok: true } | { refused: DecisionRefusal } {
  if (facts.own) return { refused: 'own-application' }
  if (facts.referee) return { refused: 'decider-is-referee' }
  if (!kindsAt(facts.stage).includes(kind))
    return {
      refused: kind === 'offer' && isActive(facts.stage) ? 'offer-before-decision' : 'no-such-decision',
    }
  if (kind === 'reject' && facts.offerOpen) return { refused: 'offer-open' }
  if (kind === 'reject' && facts.interviewAhead) return { refused: 'interview-ahead' }
  return { ok: true }
}
