import type { Locale } from '../locale.ts'

const nbsp = '\u00a0'

/**
 * No-break spaces as WORDS.md asks, so that authors need not type what they cannot see. Changes spaces only: a text
 * keeps its length, and offsets into it stay true.
 */
export function typeset(text: string, locale: Locale): string {
  if (locale === 'en') {
    return text.replace(
      /(\d) (?=(?:MB|KB|GB|km|cm|mm|m|kg|g|s|h|min|px|minutes?|hours?|days?|weeks?)(?!\p{L}))/gu,
      `$1${nbsp}`,
    )
  }
  const numbers = text.replace(/(\d) (?=[\d\p{L}%€₽$])/gu, `$1${nbsp}`)
  if (locale === 'sq') return numbers.replace(/ (?=–(?:\s|$))/g, nbsp)
  return numbers.replace(/ (?=—)/g, nbsp).replace(/(?<![\p{L}\p{N}])([вскоуиаяВСКОУИАЯ]) /gu, `$1${nbsp}`)
}
