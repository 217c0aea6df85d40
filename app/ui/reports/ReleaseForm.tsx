import { Form } from '@remix-run/react'
import type { Locale } from '#app/domain/locale.ts'
import { type Advice, type ReportForm, reportFields } from '#app/domain/report.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { Textarea } from '../Field.tsx'
import { namedErrors } from '../named-errors.ts'

interface ReleaseFormProps {
  id: string
  texts: ReportForm
  /** The criteria from which the drafts come. */
  from: { strengths: readonly Advice[]; steps: readonly Advice[] }
  /** It may be released now; before that the words can be read, not sent. */
  ready: boolean
  again: boolean
  candidateLocale: Locale
  typed?: Readonly<Record<string, string>>
  issues?: Readonly<Record<string, string>>
}

/** Two strengths, two steps: drafted by rule, said by a person. */
export function ReleaseForm(props: ReleaseFormProps) {
  const { id, texts, from, ready, again, candidateLocale, typed, issues = {} } = props
  const { t, formats } = useI18n()
  const errors = Object.fromEntries(
    Object.entries(issues).map(([name, code]) => [name, t(`reports.issues.${code}` as MessageKey)]),
  )
  const sources = [...[0, 1].map((at) => from.strengths[at]), ...[0, 1].map((at) => from.steps[at])]
  const labels = Object.fromEntries(reportFields.map((name) => [name, t(`reports.release.${name}`)]))
  return (
    <Form method="post" action={`/team/applications/${id}/report`} className="stack" noValidate>
      <ErrorSummary errors={namedErrors(t, errors, labels)} />
      <p className="hint">{t('reports.release.language', { language: formats.language(candidateLocale) })}</p>
      {reportFields.map((name, at) => {
        const source = sources[at]
        return (
          <Textarea
            key={name}
            name={name}
            label={labels[name] ?? ''}
            hint={
              source && !again
                ? `${t('reports.release.drafted')}: ${t(`domain.dimensions.${source.dimension}.name`)}`
                : undefined
            }
            error={errors[name]}
            defaultValue={typed?.[name] ?? texts[name]}
            lang={candidateLocale}
            rows={2}
            maxLength={1000}
            readOnly={!ready}
          />
        )
      })}
      {ready && (
        <>
          <p className="hint">{t('reports.release.mail')}</p>
          <div className="row">
            <Button kind="primary">{t(again ? 'reports.release.again' : 'reports.release.act')}</Button>
          </div>
        </>
      )}
    </Form>
  )
}
