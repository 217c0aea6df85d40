import type { Translate } from '#app/i18n/keys.ts'

const known = [
  'required',
  'unknown',
  'too-long',
  'too-many',
  'unreadable',
  'line-break',
  'number',
  'whole-number',
  'too-small',
  'too-large',
  'date',
  'time',
  'zone',
  'same-time',
  'pay-order',
  'answer-before-closing',
  'language-twice',
] as const

/** What to do about a field, by the code that the schema gave. */
export function issueWords(t: Translate, code: string): string {
  return t(`domain.issues.${known.find((one) => one === code) ?? 'other'}`)
}
