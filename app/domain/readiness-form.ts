import { z } from 'zod'
import { dimensions } from './dimensions.ts'
import { day, oneOf, several, timeOfDay } from './form-fields.ts'
import { optionalParagraph, paragraph } from './text.ts'

/** Signing readiness: when the first shift begins, in the team's zone, and a word for the newcomer. */
export const signForm = z.object({ date: day, time: timeOfDay, note: optionalParagraph() })

/** "Not yet": what to practise, how, and when the lead looks again. */
export const delayForm = z.object({
  dimensions: several(oneOf(dimensions), dimensions.length),
  note: paragraph(),
  lookAgainOn: day,
})
