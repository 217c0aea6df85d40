import { Form } from '@remix-run/react'
import { type Locale, locales } from '#app/domain/locale.ts'
import { relations } from '#app/domain/references.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { Checkbox, Field, RadioRow, Select } from '../Field.tsx'
import { useHouse } from '../house.ts'
import { namedErrors } from '../named-errors.ts'

interface NameFormProps {
  typed?: Readonly<Record<string, string>>
  issues?: Readonly<Record<string, string>>
  refused?: string
  locale: Locale
}

/** One referee: who, where, in which language, and that they have been asked. */
export function NameForm({ typed = {}, issues = {}, refused, locale }: NameFormProps) {
  const { t, formats } = useI18n()
  const organisation = useHouse()?.organisation.name ?? ''
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(issues).map(([name, code]) => [name, t(`references.issues.${code}` as MessageKey)]),
  )
  if (refused) errors.email = t(`references.refusals.${refused}` as MessageKey)
  const labels = {
    name: t('references.own.name'),
    email: t('references.own.email'),
    relation: t('references.own.relation'),
    company: t('references.own.company'),
    locale: t('references.own.locale'),
  }
  const field = (name: keyof typeof labels) => ({ name, label: labels[name], error: errors[name] })
  const box = (name: string) => ({ name, error: errors[name], defaultChecked: typed[name] !== undefined })
  return (
    <Form method="post" action="/a/references" className="stack" noValidate>
      <ErrorSummary errors={namedErrors(t, errors, labels)} />
      <Field {...field('name')} defaultValue={typed.name} autoComplete="off" maxLength={120} />
      <Field
        {...field('email')}
        type="email"
        hint={t('references.own.emailHint')}
        defaultValue={typed.email}
        autoComplete="off"
      />
      <RadioRow
        {...field('relation')}
        value={typed.relation}
        options={relations.map((value) => ({
          value,
          label: t(`references.relation.${value}`),
          hint: value === 'report' ? t('references.own.relationHints.report') : undefined,
        }))}
      />
      <Field {...field('company')} defaultValue={typed.company} autoComplete="off" optional />
      <Select
        {...field('locale')}
        hint={t('references.own.localeHint')}
        defaultValue={typed.locale ?? locale}
        options={locales.map((value) => ({ value, label: formats.language(value) }))}
      />
      <div>
        <Checkbox
          {...box('currentEmployer')}
          label={t('references.own.employer')}
          hint={t('references.own.employerHint')}
        />
        <Checkbox {...box('employerKnows')} label={t('references.own.employerKnows')} />
        <Checkbox {...box('permission')} label={t('references.own.permission', { organisation })} />
      </div>
      <Button>{t('references.own.act')}</Button>
    </Form>
  )
}
