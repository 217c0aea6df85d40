import { gradingRules } from './grading.ts'

/** A lock can be taken back for this long; only then does it count. */
export const undoSeconds = 10

/**
 * One grader asked for one answer. `lockedAt` is the moment of the first lock, which an amendment does not move; a
 * voided request (given to somebody else, taken back) counts no more.
 */
export type GradingRequest = { askedAt: Date; lockedAt: Date | null; voidedAt: Date | null }

type Lockable = Pick<GradingRequest, 'lockedAt' | 'voidedAt'>

/** When the lock takes effect, or null while there is none. */
export function effectiveAt({ lockedAt, voidedAt }: Lockable): Date | null {
  return lockedAt && !voidedAt ? new Date(lockedAt.getTime() + undoSeconds * 1000) : null
}

export function lockEffective(request: Lockable, now: Date): boolean {
  const at = effectiveAt(request)
  return at !== null && at <= now
}

/**
 * May the graders of one answer see each other's grades? Only when at least two were asked and everybody asked, the
 * third included, has locked at least ten seconds ago.
 */
export function revealed(requests: readonly Lockable[], now: Date): boolean {
  const counted = requests.filter(({ voidedAt }) => voidedAt === null)
  return (
    counted.length >= gradingRules.initialGrades && counted.every((request) => lockEffective(request, now))
  )
}

/**
 * Was there ever a moment at which the grades could be seen? Somebody asked later hides them again, but does not make
 * unseen what was open in between; so this, and not `revealed`, ends amendment.
 */
export function everRevealed(requests: readonly GradingRequest[], now: Date): boolean {
  const beforeEachAsking = requests.some(({ askedAt }) =>
    revealed(
      requests.filter((earlier) => earlier.askedAt < askedAt),
      askedAt,
    ),
  )
  return beforeEachAsking || revealed(requests, now)
}

export type ChangeRefusal = 'not-locked' | 'undo-over' | 'already-revealed' | 'reason-missing'

/** Take a lock back: within ten seconds of it. */
export function undoLock(request: Lockable, now: Date): { ok: true } | { refused: ChangeRefusal } {
  if (effectiveAt(request) === null) return { refused: 'not-locked' }
  return lockEffective(request, now) ? { refused: 'undo-over' } : { ok: true }
}

/**
 * Amend a locked grade: with a reason and until the grades of the answer could be seen; afterwards nothing changes but
 * by moderation. `requests` are all requests for the answer, this one included.
 */
export function amendLock(
  request: Lockable,
  requests: readonly GradingRequest[],
  reason: string,
  now: Date,
): { ok: true } | { refused: ChangeRefusal } {
  if (effectiveAt(request) === null) return { refused: 'not-locked' }
  if (everRevealed(requests, now)) return { refused: 'already-revealed' }
  return reason.trim() === '' ? { refused: 'reason-missing' } : { ok: true }
}

/** Is an attempt graded: the grades of every one of its answers are revealed. False without answers. */
export function gradingComplete(answers: readonly (readonly Lockable[])[], now: Date): boolean {
  return answers.length > 0 && answers.every((requests) => revealed(requests, now))
}

export type AskRefusal =
  | 'identity-known'
  | 'grades-seen'
  | 'conflict-declared'
  | 'already-asked'
  | 'grade-cap'

/**
 * May this person be asked to grade this answer? Who has opened the application's identity cannot grade it blind, and
 * who has read grades of any of its answers cannot grade another on their own.
 */
export function mayAsk(input: {
  graderId: string
  asked: readonly { graderId: string; voidedAt: Date | null }[]
  identityOpened: boolean
  gradesSeen: boolean
  conflictDeclared: boolean
}): { ok: true } | { refused: AskRefusal } {
  if (input.identityOpened) return { refused: 'identity-known' }
  if (input.gradesSeen) return { refused: 'grades-seen' }
  if (input.conflictDeclared) return { refused: 'conflict-declared' }
  const counted = input.asked.filter(({ voidedAt }) => voidedAt === null)
  if (counted.some(({ graderId }) => graderId === input.graderId)) return { refused: 'already-asked' }
  return counted.length >= gradingRules.gradeCap ? { refused: 'grade-cap' } : { ok: true }
}

/**
 * The number of graders whose severity does not average out, for `dimensionScore`'s `sameGraders`: 0 when no pair (nor
 * a grader alone) graded more than half of one person's answers, else how many different people graded them. `answers`
 * holds the graders' ids of each answer.
 */
export function sameGraders(answers: readonly (readonly string[])[]): number {
  const shared = new Map<string, number>()
  for (const graders of answers) {
    const people = [...new Set(graders)].sort()
    const pairs = people.flatMap((first, index) => people.slice(index + 1).map((second) => [first, second]))
    for (const group of people.length === 1 ? [people] : pairs) {
      const key = JSON.stringify(group)
      shared.set(key, (shared.get(key) ?? 0) + 1)
    }
  }
  const rotated = [...shared.values()].every((count) => count * 2 <= answers.length)
  return rotated ? 0 : new Set(answers.flat()).size
}
