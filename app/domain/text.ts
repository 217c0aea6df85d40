import { z } from 'zod'
import { acceptable, breaksLine, isEmail, normaliseEmail, textLimits } from './characters.ts'

export { acceptable, countWords, normaliseEmail, textLimits, unreadableField } from './characters.ts'

function text(limit: number) {
  return z
    .string({ error: 'required' })
    .max(limit, { error: 'too-long' })
    .refine(acceptable, { error: 'unreadable' })
}

/** One line that must say something. Stored as typed. */
export function line(limit = textLimits.line) {
  return optionalLine(limit).refine((value) => value.trim() !== '', { error: 'required' })
}

/** One line that may be empty. */
export function optionalLine(limit = textLimits.line) {
  return text(limit).refine((value) => !breaksLine(value), { error: 'line-break' })
}

/** Text of several lines that must say something. Stored as typed. */
export function paragraph(limit = textLimits.paragraph) {
  return optionalParagraph(limit).refine((value) => value.trim() !== '', { error: 'required' })
}

/** Text of several lines that may be empty. */
export function optionalParagraph(limit = textLimits.paragraph) {
  return text(limit)
}

export const personName = line(textLimits.name)

/** An e-mail address; the output is normalised. */
export const emailAddress = z
  .string({ error: 'required' })
  .max(textLimits.email, { error: 'too-long' })
  .refine(acceptable, { error: 'unreadable' })
  .transform(normaliseEmail)
  .refine((value) => value !== '', { error: 'required', abort: true })
  .refine(isEmail, { error: 'email' })
