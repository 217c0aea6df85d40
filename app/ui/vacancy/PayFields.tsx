import { useI18n } from '#app/i18n/react.tsx'
import { Field, Select } from '../Field.tsx'
import type { PartProps } from './parts.ts'
import { Rows } from './Rows.tsx'

export function PayFields({ register, typed, choices, error }: PartProps) {
  const { t } = useI18n()
  return (
    <section>
      <h2>{t('vacancies.form.money')}</h2>
      <div className="stack wide">
        <Select
          {...register('contract')}
          label={t('vacancies.form.contract')}
          error={error('contract')}
          defaultValue={typed.contract}
          options={choices.contracts}
        />
        <div className="quarters">
          <Field
            {...register('payMin')}
            inputMode="numeric"
            label={t('vacancies.form.payMin')}
            error={error('payMin')}
            defaultValue={typed.payMin}
          />
          <Field
            {...register('payMax')}
            inputMode="numeric"
            label={t('vacancies.form.payMax')}
            error={error('payMax')}
            defaultValue={typed.payMax}
          />
          <Select
            {...register('currency')}
            label={t('vacancies.form.currency')}
            error={error('currency')}
            defaultValue={typed.currency}
            options={choices.currencies}
          />
          <Select
            {...register('payPeriod')}
            label={t('vacancies.form.period')}
            error={error('payPeriod')}
            defaultValue={typed.payPeriod}
            options={choices.periods}
          />
        </div>
        <p className="hint">{t('vacancies.form.payHint')}</p>
      </div>
    </section>
  )
}

/** Seats with their first days, the last day to apply, and the day by which everybody has an answer. */
export function DateFields({ register, setValue, typed, error }: PartProps) {
  const { t } = useI18n()
  const remove = (index: number, last: number) => {
    for (let at = index; at <= last; at++) {
      const next = at < last ? document.getElementById(`openings.${at + 1}.startsOn`) : null
      setValue(`openings.${at}.startsOn`, next instanceof HTMLInputElement ? next.value : '')
    }
  }
  return (
    <section>
      <h2>{t('vacancies.form.dates')}</h2>
      <div className="stack wide">
        <fieldset className="stack">
          <legend className="label">
            {t('vacancies.form.openings')}. {t('vacancies.form.openingsHint')}
          </legend>
          <Rows
            name="openings"
            count={typed.openings.length}
            limit={100}
            add={t('vacancies.form.addOpening')}
            remove={remove}
            row={(index) => (
              <Field
                {...register(`openings.${index}.startsOn`)}
                type="date"
                label={t('vacancies.form.startsOn')}
                error={error(`openings.${index}.startsOn`)}
                defaultValue={typed.openings[index]?.startsOn ?? ''}
              />
            )}
          />
        </fieldset>
        <div className="halves">
          <Field
            {...register('closesOn')}
            type="date"
            label={t('vacancies.form.closesOn')}
            hint={t('vacancies.form.closesOnHint')}
            error={error('closesOn')}
            defaultValue={typed.closesOn}
          />
          <Field
            {...register('answerBy')}
            type="date"
            label={t('vacancies.form.answerBy')}
            hint={t('vacancies.form.answerByHint')}
            error={error('answerBy')}
            defaultValue={typed.answerBy}
          />
        </div>
      </div>
    </section>
  )
}
