import { Form } from '@remix-run/react'
import type { Locale } from '#app/domain/locale.ts'
import { reviewOutcomes } from '#app/domain/review.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { RadioRow, Textarea } from '../Field.tsx'
import { namedErrors } from '../named-errors.ts'

interface AnswerFormProps {
  id: string
  candidateLocale: Locale
  /** Only a rejection can be reopened. */
  rejected: boolean
  answers: readonly { id: string; code: string | null; scenario: string; grades: number }[]
  typed?: Readonly<Record<string, string>>
  issues?: Readonly<Record<string, string>>
}

/** What follows, in words that the candidate gets; where it is decided anew, which answers get one more grader. */
export function AnswerForm(props: AnswerFormProps) {
  const { id, candidateLocale, rejected, answers, typed = {}, issues = {} } = props
  const { t, formats } = useI18n()
  const errors = Object.fromEntries(
    Object.entries(issues).map(([name, code]) => [name, t(`reports.issues.${code}` as MessageKey)]),
  )
  const labels = { outcome: t('reports.reviews.outcomeLabel'), answer: t('reports.reviews.answerLabel') }
  const field = (name: keyof typeof labels) => ({ name, label: labels[name], error: errors[name] })
  const outcomes = reviewOutcomes.filter((outcome) => rejected || outcome === 'stands')
  return (
    <Form method="post" action={`/team/reviews/${id}`} className="stack" noValidate>
      <ErrorSummary errors={namedErrors(t, errors, labels)} />
      <RadioRow
        {...field('outcome')}
        value={typed.outcome}
        options={outcomes.map((value) => ({
          value,
          label: t(`reports.review.outcomes.${value}`),
          hint: t(`reports.reviews.${value}Hint`),
        }))}
      />
      {!rejected && <p className="hint">{t('reports.reviews.notRejected')}</p>}
      <Textarea
        {...field('answer')}
        hint={t('reports.reviews.answerHint', { language: formats.language(candidateLocale) })}
        defaultValue={typed.answer}
        lang={candidateLocale}
        maxLength={4000}
      />
      {rejected && (
        <fieldset className="ticks">
          <legend>{t('reports.reviews.further')}</legend>
          <p className="hint">{t('reports.reviews.furtherHint')}</p>
          {answers.length === 0 && <p className="quiet">{t('reports.reviews.furtherNone')}</p>}
          {answers.map((answer) => (
            <label key={answer.id} className="tick">
              <input className="check" type="checkbox" name="further" value={answer.id} />
              <span>
                {answer.code} {answer.scenario}{' '}
                <span className="label">{t('reports.reviews.grades', { count: answer.grades })}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <div className="row">
        <Button kind="primary">{t('reports.reviews.act')}</Button>
      </div>
    </Form>
  )
}
