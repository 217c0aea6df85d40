import { type Day, dayIn, instantOf } from './zones.ts'

/** Two days before, on the day, and the day after, when the manager is told. */
export const reminderSteps = ['before', 'today', 'over'] as const
export type ReminderStep = (typeof reminderSteps)[number]

const days: Record<ReminderStep, number> = { before: -2, today: 0, over: 1 }
const morning = '09:00'

const shifted = (day: Day, by: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)

/** In the morning of the step's day, by the clocks of the team. */
export const reminderAt = (dueOn: Day, step: ReminderStep, zone: string): Date =>
  instantOf(shifted(dueOn, days[step]), morning, zone)

/** The first step that is still ahead; what is asked for today and due today is not reminded of today. */
export function nextReminder(dueOn: Day, zone: string, now: Date): ReminderStep | undefined {
  const today = dayIn(zone, now)
  return reminderSteps.find((step) => shifted(dueOn, days[step]) > today)
}
