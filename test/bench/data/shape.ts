import type { Stage } from '#app/domain/pipeline.ts'

export const sizes = { '1k': 1_000, '10k': 10_000, '100k': 100_000 } as const
export type Size = keyof typeof sizes
export const isSize = (word: string | undefined): word is Size => word !== undefined && word in sizes

/** What the data set looks like, whatever its size. Shares are of all applications. */
export const shape = {
  vacancies: 200,
  /** The rest have applied before, for another vacancy. */
  people: 0.95,
  /** Above 1, some vacancies are sought after: the first of 200 gets about 3.6 %, the last 0.3 %. */
  skew: 1.6,
  stages: {
    applied: 0.18,
    screening: 0.1,
    assignment: 0.08,
    grading: 0.06,
    references: 0.02,
    interview: 0.03,
    decision: 0.02,
    offer: 0.01,
    hired: 0.015,
    rejected: 0.385,
    withdrawn: 0.08,
    'talent-pool': 0.02,
  } satisfies Record<Stage, number>,
  /** Handed in: all from grading to hired, and some of the rejected. */
  submitted: 0.2,
  /** Of those at the assignment. */
  started: 0.4,
  /** Of those still considered: waiting for a word for longer than promised. */
  overdue: 0.03,
  resumes: 0.6,
  revisions: 4,
  /** Of the answers: asked of a third grader too. */
  third: 0.2,
  /** Of the grades asked for at the stage of grading. */
  locked: 0.5,
  noEvidence: 0.03,
  gradersOfVacancy: 4,
  messages: 2,
  jobs: 3,
  notes: 0.5,
  sessions: 0.3,
  events: 20,
  mostDays: 75,
}

/** One grader for every 500 applications, and never fewer than twelve. */
export const gradersFor = (applications: number) => Math.max(12, Math.round(applications / 500))

/** Levels are mostly 3 and 4. */
export const levels = [1, 2, 2, 3, 3, 3, 3, 4, 4, 5] as const

/**
 * What the operations use up, beside the data set: handed-in attempts that nobody has graded (six grades each), and
 * started ones whose candidates write.
 */
export interface Fuel {
  ungraded: number
  writing: number
}
