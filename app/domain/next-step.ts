export const actors = ['staff', 'candidate', 'grader', 'referee', 'system', 'nobody'] as const
export type NextActor = (typeof actors)[number]

/**
 * What an application waits for, and whose turn it is. The list reads the step from rows; its words are
 * `pipeline.next.<step>`. `staff` is whoever may move applications in the team.
 */
export const nextSteps = {
  read: 'staff',
  invite: 'staff',
  'invitation-open': 'candidate',
  'attempt-running': 'candidate',
  'attempt-ending': 'system',
  'invitation-over': 'staff',
  'graders-lacking': 'staff',
  grading: 'grader',
  graded: 'staff',
  'referees-unnamed': 'candidate',
  'reference-awaited': 'referee',
  'references-in': 'staff',
  'interview-lacking': 'staff',
  'interview-ahead': 'staff',
  'interview-held': 'staff',
  decide: 'staff',
  'on-hold': 'staff',
  'offer-lacking': 'staff',
  'offer-open': 'candidate',
  'offer-over': 'staff',
  closed: 'nobody',
} as const satisfies Record<string, NextActor>
export type NextStep = keyof typeof nextSteps

/** Ours to act on, but only on the day that was agreed. */
const waiting: readonly NextStep[] = ['interview-ahead']

/** Is there something for staff to do now? */
export const isYours = (step: NextStep): boolean => nextSteps[step] === 'staff' && !waiting.includes(step)

export const yourSteps = (Object.keys(nextSteps) as NextStep[]).filter(isYours)
