import { Form } from '@remix-run/react'
import { agains, type Behaviour, closenesses, relations, triad } from '#app/domain/references.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { Field, RadioRow, Textarea } from '../Field.tsx'
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
  const field = (name: string) => ({ name, error: errors[name] })
  const tick = (name: string) => ({ ...field(name), value: typed[name] })
  return (
    <Form method="post" action="/r" id={refereeFormId} className="referee" noValidate>
      <input type="hidden" name="rev" value={rev} />
      <ErrorSummary errors={errors} />
      <section className="stack">
        <h2>{t('references.form.know')}</h2>
        <RadioRow
          {...tick('relation')}
          label={t('references.form.relation', { candidate })}
          options={relations.map((value) => ({
            value,
            label: t(`references.relation.${value}`),
            hint: value === 'report' ? t('references.form.relationHints.report', { candidate }) : undefined,
          }))}
        />
        <Field
          {...field('role')}
          label={t('references.form.role')}
          defaultValue={typed.role}
          maxLength={200}
          optional
        />
        <Field
          {...field('months')}
          label={t('references.form.months')}
          defaultValue={typed.months}
          inputMode="numeric"
          size={4}
        />
        <RadioRow
          {...tick('closeness')}
          label={t('references.form.closeness', { candidate })}
          options={closenesses.map((value) => ({ value, label: t(`references.closeness.${value}`) }))}
        />
        <RadioRow
          {...tick('observed')}
          label={t('references.form.observed')}
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
          <Scale key={code} {...tick(`ratings.${code}`)} statement={t(`references.behaviours.${code}`)} />
        ))}
      </section>
      <section className="stack seen">
        <h2>{t('references.form.triad')}</h2>
        {(['most', 'least'] as const).map((name) => (
          <RadioRow
            key={name}
            {...tick(name)}
            label={t(`references.form.${name}`, { candidate })}
            options={triad.map((value) => ({ value, label: t(`references.triad.${value}`) }))}
          />
        ))}
      </section>
      <section className="stack">
        <h2>{t('references.form.againHead')}</h2>
        <RadioRow
          {...tick('again')}
          label={t('references.form.again', { candidate })}
          options={agains.map((value) => ({ value, label: t(`references.again.${value}`) }))}
        />
        <Textarea
          {...field('text')}
          label={t('references.form.text')}
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
