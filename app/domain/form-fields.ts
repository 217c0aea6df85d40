import { z } from 'zod'

/**
 * Fields as a plain HTML form sends them: every one reads both the string of a form and the value that a typed form
 * state holds, so that one schema serves the browser and the action. Messages are codes, never sentences.
 */

function parsedNumber(typed: string | number): number | undefined {
  if (typeof typed === 'number') return typed
  const bare = typed.replace(/\s/g, '').replace(',', '.')
  return bare === '' ? undefined : Number(bare)
}

/** A number between two limits, whole unless said otherwise. Spaces and a decimal comma are understood. */
export function number(min: number, max: number, kind: 'whole' | 'any' = 'whole') {
  const plain = z.number({ error: (issue) => (issue.input === undefined ? 'required' : 'number') })
  const counted = kind === 'whole' ? plain.int({ error: 'whole-number' }) : plain
  return z
    .union([z.number(), z.string()], { error: 'required' })
    .transform(parsedNumber)
    .pipe(counted.min(min, { error: 'too-small' }).max(max, { error: 'too-large' }))
}

/** The same, or null when the field is empty. */
export function optionalNumber(min: number, max: number, kind: 'whole' | 'any' = 'whole') {
  return z.union([blank, number(min, max, kind)], { error: deepest })
}

/** An empty field is null. */
const blank = z.union([z.literal(''), z.null(), z.undefined()]).transform(() => null)

/** The code of the alternative that was meant, which is the last one. */
function deepest(issue: { code?: string; errors?: { message: string }[][] }): string {
  return issue.errors?.at(-1)?.[0]?.message ?? 'required'
}

export const day = z.iso.date({ error: 'date' })

/** A day, or null when the field is empty. */
export const optionalDay = z.union([blank, day], { error: deepest })

export const timeOfDay = z
  .string({ error: 'required' })
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'time' })

/** A tick box: absent or empty means no. */
export const tick = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || (typeof value === 'string' && value !== '' && value !== 'false'))

/** What a form can send for one box, and what a typed form state holds for it. */
const box = z.union([z.string(), z.number()], { error: 'required' })
type Box = z.input<typeof box>

/** One of the values of a list. */
export function oneOf<Value extends string>(values: readonly Value[]) {
  return box.transform((typed, context) => {
    const found = values.find((value) => value === typed)
    if (found !== undefined) return found
    context.addIssue({ code: 'custom', message: typed === '' ? 'required' : 'unknown' })
    return z.NEVER
  })
}

/** A short code that must match a pattern. */
export function code(pattern: RegExp) {
  return box.transform(String).refine((typed) => pattern.test(typed), { error: 'unknown' })
}

/** Boxes with one name: none, one or several. Each value once, in the order given. */
export function several<Value>(item: z.ZodType<Value, Box>, limit: number) {
  return z
    .union([box, z.array(box)], { error: 'unknown' })
    .optional()
    .transform((boxes) => (Array.isArray(boxes) ? [...new Set(boxes)] : boxes === undefined ? [] : [boxes]))
    .pipe(z.array(item).max(limit, { error: 'too-many' }))
}

/** Lines of a text area, or a list: without empty ones. */
export function rows(item: z.ZodType<string, string>, limit: number) {
  return z
    .union([z.string(), z.array(z.string())], { error: 'required' })
    .optional()
    .transform((typed) => (typeof typed === 'string' ? typed.split(/\r?\n/) : (typed ?? [])))
    .transform((typed) => typed.map((row) => row.trim()).filter((row) => row !== ''))
    .pipe(z.array(item).max(limit, { error: 'too-many' }))
}
