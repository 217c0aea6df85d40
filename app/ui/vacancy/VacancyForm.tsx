import { Form, useNavigation } from '@remix-run/react'
import { useMemo } from 'react'
import type { TypedVacancy } from '#app/domain/typed-vacancy.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { Conflict, type ConflictView } from './Conflict.tsx'
import { GradingFields } from './GradingFields.tsx'
import { issueLine, issueWords } from './issue-words.ts'
import { DateFields, PayFields } from './PayFields.tsx'
import type { Choices } from './parts.ts'
import { Refused } from './Refused.tsx'
import { TextFields } from './TextFields.tsx'
import { type Issues, useVacancyForm } from './useVacancyForm.ts'
import { WorkFields } from './WorkFields.tsx'

interface VacancyFormProps {
  path: string
  rev: number
  typed: TypedVacancy
  choices: Choices
  frozen: boolean
  graded: boolean
  issues: Issues
  conflict?: ConflictView
  /** Why it was not saved, in words. */
  refused?: string
}

export function VacancyForm({
  path,
  rev,
  typed,
  choices,
  frozen,
  graded,
  issues,
  conflict,
  refused,
}: VacancyFormProps) {
  const { t } = useI18n()
  const { form, register, setValue, control, send, summary, issueOf } = useVacancyForm(typed, issues)
  const saving = useNavigation().state === 'submitting'
  const error = (at: string) => {
    const code = issueOf(at)
    return code && issueWords(t, code)
  }
  const lines = useMemo(
    () => Object.fromEntries(Object.entries(summary).map(([at, code]) => [at, issueLine(t, at, code)])),
    [summary, t],
  )
  const part = { register, setValue, typed, choices, frozen, graded, error }
  return (
    <>
      <ErrorSummary errors={lines} />
      {conflict && <Conflict conflict={conflict} path={path} />}
      {refused && <Refused words={refused} />}
      <Form ref={form} method="post" className="vacancy-form" noValidate onSubmit={send}>
        <input type="hidden" name="rev" value={conflict?.rev ?? rev} />
        <TextFields {...part} />
        <WorkFields {...part} />
        <PayFields {...part} />
        <DateFields {...part} />
        <GradingFields {...part} control={control} />
        <p className="bar">
          <Button kind="primary" name="next" value="preview" busy={saving ? t('ui.sending') : undefined}>
            {t('vacancies.form.saveAndPreview')}
          </Button>
          <Button name="next" value="home">
            {t('vacancies.form.save')}
          </Button>
        </p>
      </Form>
    </>
  )
}
