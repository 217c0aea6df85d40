import { useI18n } from '#app/i18n/react.tsx'
import { Select } from '../Field.tsx'
import type { PartProps, VacancyLanguage } from './parts.ts'

const others = 2

/** A level for each language that the work needs, and room for two more. */
export function LanguageFields(props: PartProps & { languages: readonly VacancyLanguage[] }) {
  const { languages, register, typed, choices, error } = props
  const { t } = useI18n()
  const rows = Array.from({ length: others }, (_, index) => languages.length + index)
  const used = rows.some((row) => typed.languages[row]?.language || typed.languages[row]?.level)
  return (
    <section className="stack">
      <h2>{t('apply.languages.title')}</h2>
      {languages.map(({ code, name, needed }, row) => (
        <div key={code}>
          <input type="hidden" {...register(`languages.${row}.language`)} value={code} />
          <Select
            {...register(`languages.${row}.level`)}
            label={name}
            hint={needed}
            empty={t('apply.languages.choose')}
            options={choices.levels}
            defaultValue={typed.languages[row]?.level ?? ''}
            error={error(`languages.${row}.level`) ?? error(`languages.${row}.language`)}
            required
          />
        </div>
      ))}
      <details open={used}>
        <summary>{t('apply.languages.others')}</summary>
        {rows.map((row) => (
          <div key={row} className="pair">
            <Select
              {...register(`languages.${row}.language`)}
              label={t('apply.languages.other')}
              empty={t('apply.languages.chooseLanguage')}
              options={choices.languages}
              defaultValue={typed.languages[row]?.language ?? ''}
              error={error(`languages.${row}.language`)}
              optional
            />
            <Select
              {...register(`languages.${row}.level`)}
              label={t('apply.languages.level')}
              empty={t('apply.languages.choose')}
              options={choices.levels}
              defaultValue={typed.languages[row]?.level ?? ''}
              error={error(`languages.${row}.level`)}
            />
          </div>
        ))}
      </details>
    </section>
  )
}
