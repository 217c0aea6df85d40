import { locales } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Field, RadioRow, Textarea } from '../Field.tsx'
import type { PartProps } from './parts.ts'

/** The words of the page, language beside language, so that they can be compared. */
export function TextFields({ register, typed, choices, frozen, error }: PartProps) {
  const { t, formats } = useI18n()
  return (
    <section className="broad" id="texts">
      <h2>{t('vacancies.form.texts')}</h2>
      <div className="stack wide">
        {frozen ? (
          <input type="hidden" {...register('jobLocale')} defaultValue={typed.jobLocale} />
        ) : (
          <RadioRow
            name="jobLocale"
            input={register('jobLocale')}
            label={t('vacancies.form.jobLanguage')}
            hint={t('vacancies.form.jobLanguageHint')}
            error={error('jobLocale')}
            value={typed.jobLocale}
            options={choices.locales}
            across
          />
        )}
        <p className="hint">{t('vacancies.form.textsHint')}</p>
        <div className="abreast">
          {locales.map((locale) => (
            <fieldset key={locale} className="stack">
              <legend className="strong">
                {t('vacancies.form.textIn', { language: formats.language(locale) })}
              </legend>
              <Field
                {...register(`texts.${locale}.title`)}
                lang={locale}
                label={t('vacancies.form.name')}
                error={error(`texts.${locale}.title`)}
                defaultValue={typed.texts[locale].title}
                maxLength={120}
              />
              <Textarea
                {...register(`texts.${locale}.summary`)}
                lang={locale}
                label={t('vacancies.form.summary')}
                error={error(`texts.${locale}.summary`)}
                defaultValue={typed.texts[locale].summary}
                rows={4}
              />
              <Textarea
                {...register(`texts.${locale}.duties`)}
                lang={locale}
                label={t('vacancies.form.duties')}
                hint={t('vacancies.form.dutiesHint')}
                error={error(`texts.${locale}.duties`)}
                defaultValue={typed.texts[locale].duties}
                rows={8}
              />
            </fieldset>
          ))}
        </div>
      </div>
    </section>
  )
}
