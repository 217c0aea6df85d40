import { z } from 'zod'

/** Codes of what can be wrong with a text field; the interface has a sentence for each. */
export const textIssues = ['required', 'too-long', 'unreadable', 'line-break', 'email'] as const
export type TextIssue = (typeof textIssues)[number]

/** In UTF-16 code units, as `maxlength` counts. */
export const textLimits = { name: 120, email: 254, line: 200, paragraph: 4000, answer: 20_000 }

/** NUL cannot be stored and a lone surrogate would be changed silently; everything else is kept byte for byte. */
export function acceptable(text: string): boolean {
  // With the u flag a pair is one character, so that this class finds lone surrogates only.
  return !/[\0\uD800-\uDFFF]/u.test(text)
}

/** The path of the first text inside a value that cannot be stored, or undefined: `answers.3.text`. */
export function unreadableField(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return acceptable(value) ? undefined : path
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const here = path === '' ? key : `${path}.${key}`
    const found = acceptable(key) ? unreadableField(inner, here) : path
    if (found !== undefined) return found
  }
  return undefined
}

/** Control characters and the separators that a mail header or a table row could take for a new line. */
const lineBreaking = /[\p{Cc}\u2028\u2029]/u

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
  return text(limit).refine((value) => !lineBreaking.test(value), { error: 'line-break' })
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

/** One spelling for comparing addresses: without spaces around, NFC, lower case. `+alias` stays a different address. */
export function normaliseEmail(address: string): string {
  return address.trim().normalize('NFC').toLowerCase()
}

// One address and nothing that a mail header could read as two. Bounded parts, so that no input takes long.
const address =
  /^[^\s@<>()[\],;:\\"\p{Cc}\p{Cf}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,62})\.){1,10}[\p{L}\p{M}\p{N}-]{2,63}$/u

/** An e-mail address; the output is normalised. */
export const emailAddress = z
  .string({ error: 'required' })
  .max(textLimits.email, { error: 'too-long' })
  .refine(acceptable, { error: 'unreadable' })
  .transform(normaliseEmail)
  .refine((value) => value !== '', { error: 'required', abort: true })
  .refine((value) => address.test(value), { error: 'email' })

/** Words as a reader counts them: runs of letters and digits, with the marks inside them. */
export function countWords(value: string): number {
  return value.match(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}’'-]*[\p{L}\p{M}\p{N}])?/gu)?.length ?? 0
}
