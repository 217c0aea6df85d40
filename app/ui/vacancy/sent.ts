import { dimensions, families } from '#app/domain/dimensions.ts'
import type { Locale } from '#app/domain/locale.ts'
import { attentionDimensions } from '#app/domain/scoring-plan.ts'
import type { TypedVacancy } from '#app/domain/typed-vacancy.ts'

/** A form as the server has read it. */
interface Sent {
  text(name: string): string
  all(name: string): string[]
  has(name: string): boolean
  fields: Record<string, string>
}

type Row<Field extends string> = Record<Field, string>

/** Rows named `languages.0.level`, in the order of their numbers. */
function rows<Field extends string>(form: Sent, name: string, fields: readonly Field[]): Row<Field>[] {
  const numbers = Object.keys(form.fields).flatMap((key) => {
    const [start, number] = key.split('.')
    return start === name && number && /^\d{1,3}$/.test(number) ? [Number(number)] : []
  })
  return [...new Set(numbers)]
    .sort((a, b) => a - b)
    .map(
      (n) =>
        Object.fromEntries(fields.map((field) => [field, form.text(`${name}.${n}.${field}`)])) as Row<Field>,
    )
}

/** The form as it was sent, ready to be read by the schema or to be shown again. */
export function sentVacancy(form: Sent): TypedVacancy {
  const text = (locale: Locale) => ({
    title: form.text(`texts.${locale}.title`),
    summary: form.text(`texts.${locale}.summary`),
    duties: form.text(`texts.${locale}.duties`),
  })
  const each = <Key extends string>(keys: readonly Key[], value: (key: Key) => string) =>
    Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, string>
  return {
    texts: { en: text('en'), ru: text('ru'), sq: text('sq') },
    channels: form.all('channels'),
    languages: rows(form, 'languages', ['language', 'level']),
    schedule: {
      days: form.all('schedule.days'),
      from: form.text('schedule.from'),
      to: form.text('schedule.to'),
      zone: form.text('schedule.zone'),
    },
    remote: form.has('remote'),
    countries: form.all('countries'),
    openings: rows(form, 'openings', ['startsOn']),
    weights: each(dimensions, (dimension) => form.text(`weights.${dimension}`)),
    terms: {
      attitudeShare: form.text('terms.attitudeShare'),
      lines: each(attentionDimensions, (dimension) => form.text(`terms.lines.${dimension}`)),
      severity: form.text('terms.severity'),
      omega: each(families, (family) => form.text(`terms.omega.${family}`)),
    },
    ...each(
      ['jobLocale', 'weeklyHours', 'place', 'contract', 'payMin', 'payMax', 'currency', 'payPeriod'] as const,
      (name) => form.text(name),
    ),
    ...each(['closesOn', 'answerBy', 'assignmentKey', 'aiPolicy', 'index'] as const, (name) =>
      form.text(name),
    ),
  }
}
