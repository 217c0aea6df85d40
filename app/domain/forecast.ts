import { assumedGrading } from './scoring-plan.ts'

export interface Forecast {
  minutes: number
  /** Nobody's own pace is known yet: so many minutes per criterion are assumed. */
  assumed: boolean
}

/** How long what is left will take: at the grader's own pace, or else by the criteria that are to be read for. */
export function forecast(input: {
  answers: number
  criteria: number
  /** Seconds per answer. */
  pace: number | null
}): Forecast {
  const { answers, criteria, pace } = input
  if (pace !== null) return { minutes: (answers * pace) / 60, assumed: false }
  return { minutes: criteria * assumedGrading.minutesPerCriterion, assumed: true }
}
