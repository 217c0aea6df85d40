import { z } from 'zod'
import { acceptable, textLimits } from '../../characters.ts'
import { id } from '../common.ts'

const words = z
  .string()
  .max(textLimits.answer)
  .refine(acceptable, 'unreadable')
  .refine((text) => text.trim() !== '', 'empty')
const thread = id.max(40)

/** What a candidate can do in an inbox. The transcript is a list of these with their times; all else follows from it. */
export const act = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('reply'),
    thread,
    text: words,
    /** Minutes within which to write again. */
    promise: z.number().int().positive().optional(),
    macro: id.max(40).optional(),
  }),
  z.strictObject({ do: z.literal('choose'), thread, choice: id.max(40) }),
  z.strictObject({ do: z.literal('note'), thread, text: words }),
  z.strictObject({ do: z.literal('tag'), thread, tag: id.max(40) }),
  z.strictObject({ do: z.literal('hand-over'), thread, to: id.max(40), text: words }),
  z.strictObject({ do: z.literal('close'), thread, outcome: id.max(40) }),
  z.strictObject({ do: z.literal('report'), article: id.max(60), text: words }),
])
export type Act = z.infer<typeof act>
/** `at`: milliseconds of the candidate's own time in this case, by the server's clock. */
export const timedAct = z.object({ at: z.number().int().min(0), act })
export type TimedAct = z.infer<typeof timedAct>
