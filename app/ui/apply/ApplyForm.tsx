import { Form, useNavigation } from '@remix-run/react'
import { useMemo } from 'react'
import { formLimits, type TypedApplication } from '#app/domain/application.ts'
import { publicPath } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { Checkbox, Field, FileField, Textarea } from '../Field.tsx'
import { HoursFields } from './HoursFields.tsx'
import { LanguageFields } from './LanguageFields.tsx'
import type { Choices, Shift, VacancyLanguage } from './parts.ts'
import { type Issues, useApplication } from './useApplication.ts'

export interface ApplyFormProps {
  languages: readonly VacancyLanguage[]
  choices: Choices
  shift: Shift
  /** Goes back with the form: its own id, when it was opened, and the notice that it shows. */
  formId: string
  opened: string
  noticeVersion: string
  typed: TypedApplication
  issues: Issues
  refusal?: 'other-form' | 'too-many'
  /** A file was chosen before the page was loaded anew. */
  fileLost: boolean
}

export const applyFormId = 'apply'

export function ApplyForm(props: ApplyFormProps) {
  const { typed, issues, refusal, fileLost } = props
  const { t, locale } = useI18n()
  const { form, register, send, summary, issueOf } = useApplication(issues)
  const sending = useNavigation().state === 'submitting'
  const error = (path: string) => {
    const code = issueOf(path)
    return code && t(`apply.issues.${code}`)
  }
  const lines = useMemo(
    () =>
      Object.fromEntries(Object.entries(summary).map(([path, code]) => [path, t(`apply.issues.${code}`)])),
    [summary, t],
  )
  const part = { register, typed, error, choices: props.choices }
  return (
    <>
      <ErrorSummary errors={lines} />
      {refusal && (
        <p className="summary" role="alert">
          {t(`apply.refusals.${refusal}`)}
        </p>
      )}
      <Form
        ref={form}
        id={applyFormId}
        className="apply"
        method="post"
        encType="multipart/form-data"
        noValidate
        onSubmit={send}
      >
        <input type="hidden" name="formId" value={props.formId} />
        <input type="hidden" name="opened" value={props.opened} />
        <p className="label">{t('apply.all')}</p>
        <section className="stack">
          <h2>{t('apply.you')}</h2>
          <Field
            {...register('name')}
            label={t('apply.name')}
            error={error('name')}
            defaultValue={typed.name}
            autoComplete="name"
            maxLength={formLimits.name}
            required
          />
          <Field
            {...register('email')}
            label={t('apply.email')}
            hint={t('apply.emailHint')}
            error={error('email')}
            defaultValue={typed.email}
            type="email"
            autoComplete="email"
            maxLength={formLimits.email}
            required
          />
        </section>
        <LanguageFields {...part} languages={props.languages} />
        <HoursFields {...part} shift={props.shift} />
        <section>
          <h2>{t('apply.why.title')}</h2>
          <Textarea
            {...register('why')}
            label={t('apply.why.label')}
            hint={t('apply.why.hint')}
            error={error('why')}
            defaultValue={typed.why}
            maxLength={formLimits.why}
            required
          />
        </section>
        <section>
          <h2>{t('apply.resume.title')}</h2>
          <FileField
            {...register('resume')}
            label={t('apply.resume.label')}
            hint={fileLost ? t('apply.resume.again') : t('apply.resume.hint')}
            error={error('resume')}
            accept=".pdf,.docx,.txt"
            optional
          />
        </section>
        <section>
          <h2>{t('apply.notice.title')}</h2>
          <p>
            {t('apply.notice.text')}{' '}
            <a href={publicPath(locale, '/privacy')} target="_blank" rel="noopener">
              {t('apply.notice.link')}
            </a>
          </p>
          <Checkbox
            {...register('notice')}
            label={t('apply.notice.read')}
            error={error('notice')}
            value={props.noticeVersion}
            defaultChecked={typed.notice === props.noticeVersion}
            required
          />
        </section>
        <div className="vh" aria-hidden="true">
          <label htmlFor="homepage">{t('apply.trap')}</label>
          <input id="homepage" name="homepage" tabIndex={-1} autoComplete="off" />
        </div>
        <div className="end">
          <Button kind="primary" block busy={sending ? t('ui.sending') : undefined}>
            {t('apply.submit')}
          </Button>
          <p className="label">{t('apply.after')}</p>
        </div>
      </Form>
    </>
  )
}
