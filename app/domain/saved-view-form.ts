import { z } from 'zod'
import { viewRules } from './saved-view.ts'
import { optionalLine } from './text.ts'

/** As typed, but for spaces around it and runs of them: two names that look alike are one. May be empty here. */
const name = optionalLine(viewRules.longest).transform((text) =>
  text.normalize('NFC').trim().replace(/\s+/g, ' '),
)
const view = z.uuid()
const shared = z
  .literal('on')
  .optional()
  .transform((on) => on !== undefined)

/** What the forms about saved views send. The form of a change brings its fields along when its other button is pressed. */
export const viewForm = z.discriminatedUnion('does', [
  z.strictObject({ does: z.literal('save'), name, shared, team: z.uuid().optional() }),
  z.strictObject({ does: z.literal('change'), view, name, shared }),
  z.strictObject({ does: z.literal('remove'), view, name: z.string().optional(), shared }),
  z.strictObject({ does: z.literal('restore'), view }),
])
