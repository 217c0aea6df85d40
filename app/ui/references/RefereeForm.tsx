import { Form } from '@remix-run/react'
import { agains, type Behaviour, closenesses, relations, triad } from '#app/domain/references.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { Field, RadioRow, Textarea } from '../Field.tsx'
import { namedErrors } from '../named-errors.ts'
import { Scale } from './Scale.tsx'

export const refereeFormId = 'reference'

interface RefereeFormProps {
  candidate: string
  behaviours: readonly Behaviour[]
  typed: Readonly<Record<string, string>>
  rev: number
  /** The last day on which the link works, as words. */
  until: string
  issues: Readonly<Record<string, string>>
}

/** The short form. Whoever saw nothing of the work is asked for no ratings: CSS hides them, the rule drops them. */
export function RefereeForm({ candidate, behaviours, typed, rev, until, issues }: RefereeFormProps) {
  const { t } = useI18n()
  const errors = Object.fromEntries(
    Object.entries(issues).map(([name, code]) => [name, t(`references.issues.${code}` as MessageKey)]),
  )
  const labels = {
    relation: t('references.form.relation'),
    role: t('references.form.role'),
    months: t('references.form.months'),
    closeness: t('references.form.closeness', { candidate }),
    observed: t('references.form.observed'),
    ...Object.fromEntries(behaviours.map((code) => [`ratings.${code}`, t(`references.behaviours.${code}`)])),
    most: t('references.form.most', { candidate }),
    least: t('references.form.least', { candidate }),
    again: t('references.form.again', { candidate }),
    text: t('references.form.text'),
  }
  const field = (name: keyof typeof labels & string) => ({
    name,
    label: labels[name],
    error: errors[name],
  })
  const tick = (name: keyof typeof labels & string) => ({ ...field(name), value: typed[name] })
  return (
    <Form method="post" action="/r" id={refereeFormId} className="referee" noValidate>
      <input type="hidden" name="rev" value={rev} />
      <ErrorSummary errors={namedErrors(t, errors, labels)} />
      <section className="stack">
        <h2>{t('references.form.know')}</h2>
        <RadioRow
          {...tick('relation')}
          options={relations.map((value) => ({
            value,
            label: t(`references.relation.${value}`),
            hint: value === 'report' ? t('references.form.relationHints.report', { candidate }) : undefined,
          }))}
        />
        <Field {...field('role')} defaultValue={typed.role} maxLength={200} optional />
        <Field {...field('months')} defaultValue={typed.months} inputMode="numeric" size={4} />
        <RadioRow
          {...tick('closeness')}
          options={closenesses.map((value) => ({ value, label: t(`references.closeness.${value}`) }))}
        />
        <RadioRow
          {...tick('observed')}
          options={(['yes', 'no'] as const).map((value) => ({
            value,
            label: t(`references.observed.${value}`),
          }))}
        />
      </section>
      <section className="stack seen">
        <h2>{t('references.form.ratings', { candidate })}</h2>
        <p className="quiet">{t('references.form.ratingsHint')}</p>
        {behaviours.map((code) => (
          <Scale
            key={code}
            name={`ratings.${code}`}
            statement={t(`references.behaviours.${code}`)}
            value={typed[`ratings.${code}`]}
            error={errors[`ratings.${code}`]}
          />
        ))}
      </section>
      <section className="stack seen">
        <h2>{t('references.form.triad')}</h2>
        {(['most', 'least'] as const).map((name) => (
          <RadioRow
            key={name}
            {...tick(name)}
            options={triad.map((value) => ({ value, label: t(`references.triad.${value}`) }))}
          />
        ))}
      </section>
      <section className="stack">
        <h2>{t('references.form.againHead')}</h2>
        <RadioRow
          {...tick('again')}
          options={agains.map((value) => ({ value, label: t(`references.again.${value}`) }))}
        />
        <Textarea
          {...field('text')}
          hint={t('references.form.textHint')}
          defaultValue={typed.text}
          maxLength={4000}
          optional
        />
      </section>
      <div className="end">
        <p className="row">
          <Button kind="primary" name="way" value="send">
            {t('references.form.send')}
          </Button>
          <Button name="way" value="later">
            {t('references.form.later')}
          </Button>
        </p>
        <p className="hint">{t('references.form.laterHint', { day: until })}</p>
      </div>
    </Form>
  )
}
