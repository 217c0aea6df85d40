import type { Locale } from '#app/domain/locale.ts'
import { isBlankText, type PageMarks, pageDimensions, type TaskTexts } from '#app/domain/own-page.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Field, Select, Textarea } from '../Field.tsx'

interface TaskFormProps {
  marks: PageMarks
  edit: (change: (before: PageMarks) => PageMarks) => void
  languages: { code: Locale; name: string }[]
  locked: boolean
}

/** What candidates are asked, in one language at least; how long they have; what people grade. */
export function TaskForm({ marks, edit, languages, locked }: TaskFormProps) {
  const { t } = useI18n()
  const { writtenIn } = marks
  const nameOf = (code: Locale) => languages.find((one) => one.code === code)?.name ?? code
  const ordered = [...languages].sort((a, b) => Number(b.code === writtenIn) - Number(a.code === writtenIn))
  const change = (code: Locale, to: Partial<TaskTexts>) =>
    edit((before) => ({
      ...before,
      texts: { ...before.texts, [code]: { ...before.texts[code], ...to } },
    }))
  return (
    <section className="first task-form">
      <h2>{t('scenarios.ownPage.task')}</h2>
      <Select
        name="writtenIn"
        label={t('scenarios.ownPage.writtenIn')}
        value={writtenIn}
        disabled={locked}
        options={languages.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={({ target }) => {
          const code = languages.find((one) => one.code === target.value)?.code
          if (code) edit((before) => ({ ...before, writtenIn: code }))
        }}
      />
      {ordered.map(({ code, name }) => {
        const texts = marks.texts[code]
        const tied = { lang: code, readOnly: locked }
        return (
          <details key={code} open={code === writtenIn || !isBlankText(texts)}>
            <summary>{t('scenarios.ownPage.inLanguage', { language: name })}</summary>
            {code !== writtenIn && isBlankText(texts) && (
              <p className="hint">{t('scenarios.ownPage.copied', { language: nameOf(writtenIn) })}</p>
            )}
            <Field
              {...tied}
              name={`title-${code}`}
              label={t('scenarios.ownPage.taskTitle')}
              maxLength={120}
              value={texts.title}
              onChange={(event) => change(code, { title: event.target.value })}
            />
            <Textarea
              {...tied}
              name={`question-${code}`}
              label={t('scenarios.ownPage.question')}
              rows={2}
              maxLength={500}
              value={texts.question}
              onChange={(event) => change(code, { question: event.target.value })}
            />
            <Textarea
              {...tied}
              name={`brief-${code}`}
              label={t('scenarios.ownPage.brief')}
              hint={t('scenarios.ownPage.briefHint')}
              rows={5}
              maxLength={4000}
              value={texts.brief}
              onChange={(event) => change(code, { brief: event.target.value })}
            />
          </details>
        )
      })}
      <Textarea
        name="measured"
        label={t('scenarios.ownPage.measured')}
        hint={t('scenarios.ownPage.measuredHint')}
        optional
        rows={3}
        maxLength={4000}
        lang={writtenIn}
        readOnly={locked}
        value={marks.measured}
        onChange={(event) => edit((before) => ({ ...before, measured: event.target.value }))}
      />
      <Select
        name="minutes"
        label={t('scenarios.ownPage.minutes')}
        value={marks.minutes}
        disabled={locked}
        options={[...new Set([10, 15, 20, 25, 30, 40, marks.minutes])]
          .sort((a, b) => a - b)
          .map((minutes) => ({ value: String(minutes), label: String(minutes) }))}
        onChange={({ target }) => edit((before) => ({ ...before, minutes: Number(target.value) }))}
      />
      <fieldset className="ticks">
        <legend>{t('scenarios.ownPage.dimensions')}</legend>
        {pageDimensions.map((dimension) => (
          <label key={dimension} className="tick">
            <input
              type="checkbox"
              className="check"
              disabled={locked}
              checked={marks.dimensions.includes(dimension)}
              onChange={({ target }) =>
                edit((before) => ({
                  ...before,
                  dimensions: pageDimensions.filter((one) =>
                    one === dimension ? target.checked : before.dimensions.includes(one),
                  ),
                }))
              }
            />
            <span>{t(`domain.dimensions.${dimension}.name`)}</span>
          </label>
        ))}
      </fieldset>
    </section>
  )
}
