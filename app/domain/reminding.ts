import type { Day, TimeOfDay } from './zones.ts'

/** Two days before, on the day, and after it, when the manager is told. Assumed values. */
export const reminderSteps = ['before', 'today', 'over'] as const
export type ReminderStep = (typeof reminderSteps)[number]
const daysBefore = 2
/** Nobody is written to at night, by the clocks of the team. */
export const reminderFrom: TimeOfDay = '09:00'

/** What is to be said today of answers that are due on a day, or nothing. */
export function reminderOn(dueOn: Day, today: Day): ReminderStep | undefined {
  if (dueOn < today) return 'over'
  if (dueOn === today) return 'today'
  const days = (Date.parse(dueOn) - Date.parse(today)) / 86_400_000
  return days === daysBefore ? 'before' : undefined
}
