import { useI18n } from '#app/i18n/react.tsx'
import { Checkbox, CheckRow, Field, Select } from '../Field.tsx'
import type { PartProps } from './parts.ts'
import { Rows } from './Rows.tsx'

/** What the work is made of: channels, languages, hours and place. */
export function WorkFields(props: PartProps) {
  const { register, typed, choices, error } = props
  const { t } = useI18n()
  return (
    <section>
      <h2>{t('vacancies.form.work')}</h2>
      <div className="stack wide">
        <CheckRow
          name="channels"
          input={register('channels')}
          label={t('vacancies.form.channels')}
          error={error('channels')}
          values={typed.channels}
          options={choices.channels}
          across
        />
        <LanguageRows {...props} />
        <CheckRow
          name="schedule.days"
          input={register('schedule.days')}
          label={t('vacancies.form.days')}
          error={error('schedule.days')}
          values={typed.schedule.days}
          options={choices.days}
          across
        />
        <div className="quarters">
          <Select
            {...register('schedule.from')}
            label={t('vacancies.form.from')}
            error={error('schedule.from')}
            defaultValue={typed.schedule.from}
            options={choices.times}
          />
          <Select
            {...register('schedule.to')}
            label={t('vacancies.form.to')}
            error={error('schedule.to')}
            defaultValue={typed.schedule.to}
            options={choices.times}
          />
          <Field
            {...register('weeklyHours')}
            inputMode="numeric"
            label={t('vacancies.form.weeklyHours')}
            error={error('weeklyHours')}
            defaultValue={typed.weeklyHours}
          />
        </div>
        <Select
          {...register('schedule.zone')}
          label={t('vacancies.form.zone')}
          hint={t('vacancies.form.toHint')}
          error={error('schedule.zone')}
          defaultValue={typed.schedule.zone}
          options={choices.zones}
        />
        <PlaceFields {...props} />
      </div>
    </section>
  )
}

function LanguageRows({ register, setValue, typed, choices, error }: PartProps) {
  const { t } = useI18n()
  const remove = (index: number, last: number) => {
    const control = (at: number, field: string) => document.getElementById(`languages.${at}.${field}`)
    const value = (at: number, field: string) => {
      const found = at <= last ? control(at, field) : null
      return found instanceof HTMLSelectElement ? found.value : ''
    }
    for (let at = index; at <= last; at++) {
      setValue(`languages.${at}.language`, value(at + 1, 'language'))
      setValue(`languages.${at}.level`, value(at + 1, 'level'))
    }
  }
  return (
    <fieldset className="stack">
      <legend className="label">{t('vacancies.form.languages')}</legend>
      <Rows
        name="languages"
        count={typed.languages.length}
        limit={10}
        add={t('vacancies.form.addLanguage')}
        remove={remove}
        row={(index) => (
          <>
            <Select
              {...register(`languages.${index}.language`)}
              label={t('vacancies.form.language')}
              error={error(`languages.${index}.language`)}
              defaultValue={typed.languages[index]?.language ?? ''}
              options={choices.languages}
              empty={t('vacancies.form.choose')}
            />
            <Select
              {...register(`languages.${index}.level`)}
              label={t('vacancies.form.level')}
              error={error(`languages.${index}.level`)}
              defaultValue={typed.languages[index]?.level ?? ''}
              options={choices.levels}
              empty={t('vacancies.form.choose')}
            />
          </>
        )}
      />
    </fieldset>
  )
}

function PlaceFields({ register, typed, choices, error }: PartProps) {
  const { t } = useI18n()
  const boxes = { name: 'countries', input: register('countries'), values: typed.countries, across: true }
  return (
    <>
      <Checkbox {...register('remote')} label={t('vacancies.form.remote')} defaultChecked={typed.remote} />
      <Field
        {...register('place')}
        label={t('vacancies.form.place')}
        hint={t('vacancies.form.placeHint')}
        error={error('place')}
        defaultValue={typed.place}
        maxLength={200}
        optional
      />
      <div>
        <CheckRow
          {...boxes}
          label={t('vacancies.form.countries')}
          hint={t('vacancies.form.countriesHint')}
          error={error('countries')}
          options={choices.countries}
        />
        <details>
          <summary>{t('vacancies.form.moreCountries')}</summary>
          <fieldset className="ticks">
            <legend className="vh">{t('vacancies.form.moreCountries')}</legend>
            <div className="across">
              {choices.moreCountries.map(({ value, label }) => (
                <label key={value} className="tick">
                  <input
                    {...boxes.input}
                    type="checkbox"
                    className="check"
                    value={value}
                    defaultChecked={typed.countries.includes(value)}
                  />
                  <span>{label}</span>
                </label>
              ))}
            </div>
          </fieldset>
        </details>
      </div>
    </>
  )
}
