import { isDimension } from '#app/domain/dimensions.ts'
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

function termName(t: Translate, name: string, of: string): string {
  const group = name === 'lines' || name === 'omega' || name === 'severity' ? name : 'attitudeShare'
  const part = isDimension(of)
    ? t(`domain.dimensions.${of}.name`)
    : of === 'attitude' || of === 'knowledge'
      ? t(`domain.families.${of}`)
      : ''
  const whole = t(`vacancies.form.${group}`)
  return part === '' ? whole : `${whole}, ${part}`
}

/** What a field is called, by its path in the form. */
function fieldName(t: Translate, path: string): string {
  const [first = '', second = '', third = ''] = path.split('.')
  if (first === 'terms') return termName(t, second, third)
  const inner = ['texts', 'languages', 'openings', 'schedule', 'weights'].includes(first)
  const name =
    first === 'texts' || first === 'languages' || first === 'openings' ? third : inner ? second : first
  switch (name) {
    case 'title':
      return t('vacancies.form.name')
    case 'jobLocale':
      return t('vacancies.form.jobLanguage')
    case 'assignmentKey':
      return t('vacancies.form.assignment')
    case 'payPeriod':
      return t('vacancies.form.period')
    case 'payMax':
      return t('vacancies.form.payTo')
    case 'payMin':
    case 'summary':
    case 'duties':
    case 'channels':
    case 'languages':
    case 'language':
    case 'level':
    case 'days':
    case 'from':
    case 'to':
    case 'zone':
    case 'weeklyHours':
    case 'place':
    case 'countries':
    case 'contract':
    case 'currency':
    case 'openings':
    case 'startsOn':
    case 'closesOn':
    case 'answerBy':
    case 'aiPolicy':
    case 'index':
      return t(`vacancies.form.${name}`)
    default:
      return isDimension(name) ? t(`domain.dimensions.${name}.name`) : t(`vacancies.form.weights`)
  }
}

/** A line of the summary above the form: which field, and what to do. */
export const issueLine = (t: Translate, path: string, code: string) =>
  t('vacancies.form.issue', { field: fieldName(t, path), text: issueWords(t, code) })
