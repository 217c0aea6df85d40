/** All times of an attempt are the server's; the client only shows them. Durations are seconds. */
export const attemptRules = {
  /** A save that arrives this long after the deadline still counts, and says that it was late. */
  graceSeconds: 10,
  /** One extension adds this share of the original time (WCAG 2.2.1). */
  extensionShare: 0.1,
  extensionLimit: 10,
  /** The page tells the server this often that it is there. */
  heartbeatSeconds: 15,
  /** More than this is given back only by a member of staff. */
  disconnectLimitSeconds: 600,
  /** When the page says aloud how much is left; the last warning leaves more than 20 s to ask for more. */
  announceAtSeconds: [600, 120, 30],
}

export const attemptStatuses = ['invited', 'started', 'submitted', 'expired'] as const
export type AttemptStatus = (typeof attemptStatuses)[number]

/** Self-declared before the start; stored apart from what graders see. Shares of the original time, or no limit. */
export const accommodations = ['none', 'plus-25', 'plus-50', 'plus-100', 'no-limit'] as const
export type Accommodation = (typeof accommodations)[number]

const extraShare = { none: 0, 'plus-25': 0.25, 'plus-50': 0.5, 'plus-100': 1 } as const

/** The seconds that an attempt gets, rounded up; null means no limit. The second language's 25 % adds to the rest. */
export function allowedSeconds(
  baseSeconds: number,
  accommodation: Accommodation = 'none',
  secondLanguage = false,
): number | null {
  if (accommodation === 'no-limit') return null
  return Math.ceil(baseSeconds * (1 + extraShare[accommodation] + (secondLanguage ? 0.25 : 0)))
}

/** The moment at which the clock stops, with extensions and credited time; null without a limit. */
export function deadlineOf(input: {
  startedAt: Date
  allowedSeconds: number | null
  extensions?: number
  creditedSeconds?: number
}): Date | null {
  if (input.allowedSeconds === null) return null
  // In tenths, so that ten extensions are exactly the whole time again.
  const tenths = 10 + Math.round((input.extensions ?? 0) * attemptRules.extensionShare * 10)
  const seconds = Math.ceil((input.allowedSeconds * tenths) / 10) + (input.creditedSeconds ?? 0)
  return new Date(input.startedAt.getTime() + seconds * 1000)
}

type Clock = { deadline: Date | null; submittedAt: Date | null }

export const saveVerdicts = ['ok', 'late-in-grace', 'too-late', 'submitted'] as const
export type SaveVerdict = (typeof saveVerdicts)[number]

/**
 * What becomes of a save, by its arrival and not by its commit. `ok` and `late-in-grace` count; of the other two the
 * text is kept, uncounted.
 */
export function saveVerdict({
  deadline,
  receivedAt,
  submittedAt,
}: Clock & { receivedAt: Date }): SaveVerdict {
  if (submittedAt) return 'submitted'
  if (deadline === null || receivedAt <= deadline) return 'ok'
  const late = receivedAt.getTime() - deadline.getTime()
  return late <= attemptRules.graceSeconds * 1000 ? 'late-in-grace' : 'too-late'
}

export type ExtensionRefusal =
  | 'not-started'
  | 'already-submitted'
  | 'time-over'
  | 'extension-limit'
  | 'no-limit'

/** May the candidate add ten per cent? Up to ten times, while the attempt runs, its grace included. */
export function extend(
  attempt: Clock & { startedAt: Date | null; extensions: number },
  now: Date,
): { ok: true } | { refused: ExtensionRefusal } {
  if (!attempt.startedAt) return { refused: 'not-started' }
  if (attempt.submittedAt) return { refused: 'already-submitted' }
  if (attempt.deadline === null) return { refused: 'no-limit' }
  if (saveVerdict({ ...attempt, receivedAt: now }) === 'too-late') return { refused: 'time-over' }
  return attempt.extensions >= attemptRules.extensionLimit ? { refused: 'extension-limit' } : { ok: true }
}

/**
 * The whole seconds to give back after a gap in the connection: the gap beyond one heartbeat, less the part in which
 * the answer grew all the same, and never more than ten minutes in one attempt.
 */
export function disconnectCredit(input: {
  lastSeenAt: Date
  backAt: Date
  grewSeconds: number
  creditedSoFar: number
}): number {
  const gap = (input.backAt.getTime() - input.lastSeenAt.getTime()) / 1000 - attemptRules.heartbeatSeconds
  const idle = Math.floor(gap - Math.max(0, input.grewSeconds))
  return Math.max(0, Math.min(idle, attemptRules.disconnectLimitSeconds - input.creditedSoFar))
}

type Sitting = { sitting: number; sittings: number; restingSince: Date | null; openUntil: Date }

/**
 * An attempt is over when it was handed in, when the grace of its last sitting has passed, or when nobody came back to
 * its next sitting in time; the job that closes it may come later.
 */
export function attemptStatus(
  attempt: Clock & Sitting & { startedAt: Date | null },
  now: Date,
): AttemptStatus {
  if (attempt.submittedAt) return 'submitted'
  if (!attempt.startedAt) return 'invited'
  if (isResting(attempt, now)) return attempt.openUntil < now ? 'expired' : 'started'
  return saveVerdict({ ...attempt, receivedAt: now }) === 'too-late' ? 'expired' : 'started'
}

/** Between two sittings: the candidate ended one, or its time ran out, and another one is still to come. */
export function isResting(attempt: Omit<Clock, 'submittedAt'> & Sitting, now: Date): boolean {
  if (attempt.restingSince) return true
  if (attempt.sitting >= attempt.sittings) return false
  return saveVerdict({ ...attempt, submittedAt: null, receivedAt: now }) === 'too-late'
}

/** A rest is at least this long: whoever needs more than the invitation's time has it. */
export const restDays = 3
