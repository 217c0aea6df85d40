/** What any text from outside may hold. Without zod, so that a page which counts its bytes can check as it is typed. */

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

/** Holds a control character or a separator that a mail header or a table row could take for a new line. */
export function breaksLine(text: string): boolean {
  return /[\p{Cc}\u2028\u2029]/u.test(text)
}

/** One spelling for comparing addresses: without spaces around, NFC, lower case. `+alias` stays a different address. */
export function normaliseEmail(address: string): string {
  return address.trim().normalize('NFC').toLowerCase()
}

// One address and nothing that a mail header could read as two. Bounded parts, so that no input takes long.
const address =
  /^[^\s@<>()[\],;:\\"\p{Cc}\p{Cf}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,62})\.){1,10}[\p{L}\p{M}\p{N}-]{2,63}$/u

export function isEmail(normalised: string): boolean {
  return address.test(normalised)
}

/** Words as a reader counts them: runs of letters and digits, with the marks inside them. */
export function countWords(value: string): number {
  return value.match(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}’'-]*[\p{L}\p{M}\p{N}])?/gu)?.length ?? 0
}
