import { attemptRules } from './attempt.ts'

/** The server's clock as a page is told of it: moments as ISO strings, all of them the server's. */
export interface AttemptClock {
  deadlineAt: string | null
  now: string
  totalSeconds: number
  extensions: number
  /** What one press adds, in whole minutes; null where nothing can be added. */
  adds: number | null
  zone: string
}

export function clockOf(
  attempt: { deadlineAt: Date | null; allowedSeconds: number | null; extensions: number; zone: string },
  now: Date,
): AttemptClock {
  const { deadlineAt, allowedSeconds, extensions, zone } = attempt
  const more = allowedSeconds !== null && extensions < attemptRules.extensionLimit
  return {
    deadlineAt: deadlineAt?.toISOString() ?? null,
    now: now.toISOString(),
    totalSeconds: allowedSeconds ?? 0,
    extensions,
    adds: more ? Math.max(1, Math.floor((allowedSeconds * attemptRules.extensionShare) / 60)) : null,
    zone,
  }
}

/** How much of each part is over if the time is spent as planned: the first line of the assignment is its clock. */
export function sharesOver(
  minutes: readonly number[],
  { sittingStartedAt: startedAt, deadlineAt }: { sittingStartedAt: Date | null; deadlineAt: Date | null },
  now: Date,
): number[] {
  if (!startedAt || !deadlineAt) return minutes.map(() => 0)
  const whole = minutes.reduce((sum, one) => sum + one, 0)
  const span = deadlineAt.getTime() - startedAt.getTime()
  let left = (whole * (now.getTime() - startedAt.getTime())) / span
  return minutes.map((one) => {
    const share = Math.min(1, Math.max(0, left / one))
    left -= one
    return share
  })
}
