import { Form } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from './Button.tsx'
import { Field } from './Field.tsx'

/** Asks for a fresh status link. The answer is the same whether or not there is an application. */
export function LinkForm({ title, email, wrong }: { title: string; email?: string; wrong?: boolean }) {
  const { t } = useI18n()
  return (
    <div className="stack">
      <h1>{title}</h1>
      <p>{t('status.link.text')}</p>
      <Form method="post" action="/link" className="stack" noValidate>
        <Field
          label={t('status.link.email')}
          name="email"
          type="email"
          autoComplete="email"
          defaultValue={email}
          error={wrong ? t('status.link.wrong') : undefined}
          required
        />
        <Button kind="primary">{t('status.link.act')}</Button>
      </Form>
    </div>
  )
}
