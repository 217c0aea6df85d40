import { gradingRules, type Mark, moderationNeeded } from './grading.ts'

/** Why a moderator is asked: three levels span too much, the candidate complains, or a manager has a question. */
export const moderationKinds = ['range', 'complaint', 'request'] as const
export type ModerationKind = (typeof moderationKinds)[number]

export type ModerationRefusal =
  | 'not-revealed'
  | 'graded-it'
  | 'not-named'
  | 'not-needed'
  | 'already-moderated'
  | 'reason-missing'
  | 'grade-cap'
  | 'nobody-to-ask'
  | 'cannot-moderate'

interface Standing {
  /** All graders of the answer have locked, and nobody else is asked. */
  visible: boolean
  marks: readonly Mark[]
  /** Who graded any part of the answer. */
  graders: readonly string[]
  moderation: { moderatorId: string; given: boolean } | null
}
type Verdict = { ok: true } | { refused: ModerationRefusal }

/** May this person be named as moderator of one answer and dimension? With a reason unless the rule itself asks. */
export function mayAskModeration(
  input: Standing & { moderatorId: string; kind: ModerationKind; reason: string },
): Verdict {
  const { visible, marks, graders, moderation, moderatorId, kind, reason } = input
  if (!visible) return { refused: 'not-revealed' }
  if (moderation?.given) return { refused: 'already-moderated' }
  if (graders.includes(moderatorId)) return { refused: 'graded-it' }
  if (kind === 'range' && !moderationNeeded(marks)) return { refused: 'not-needed' }
  return kind !== 'range' && reason.trim() === '' ? { refused: 'reason-missing' } : { ok: true }
}

/** May this person give the last word? Where nobody is named, the rule's own demand is enough to take it on. */
export function mayModerate(input: Standing & { viewerId: string }): Verdict {
  const { visible, marks, graders, moderation, viewerId } = input
  if (!visible) return { refused: 'not-revealed' }
  if (moderation?.given) return { refused: 'already-moderated' }
  if (graders.includes(viewerId)) return { refused: 'graded-it' }
  if (moderation && moderation.moderatorId !== viewerId) return { refused: 'not-named' }
  return moderation || moderationNeeded(marks) ? { ok: true } : { refused: 'not-needed' }
}

/** Does it hold as they give it? Never without the reason. */
export function lastWord(input: Standing & { viewerId: string; reason: string }): Verdict {
  const allowed = mayModerate(input)
  return 'ok' in allowed && input.reason.trim() === '' ? { refused: 'reason-missing' } : allowed
}

/** May one more grade be asked for by a person? Never more than four, and never after the last word. */
export function mayAskAgain(input: { visible: boolean; graders: number; moderated: boolean }): Verdict {
  if (!input.visible) return { refused: 'not-revealed' }
  if (input.moderated) return { refused: 'already-moderated' }
  return input.graders >= gradingRules.gradeCap ? { refused: 'grade-cap' } : { ok: true }
}
