import { Form } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'

/** The name is there for whoever needs it, with what opening it costs said before. */
export function Hidden({ id, code, grades }: { id: string; code: string; grades: boolean }) {
  const { t } = useI18n()
  return (
    <section className="first stack tight">
      <h2>{t('pipeline.application.hiddenTitle')}</h2>
      <p>{t('pipeline.application.hiddenText', { code })}</p>
      {grades && <p className="strong">{t('pipeline.application.hiddenGrader')}</p>}
      <p className="quiet">{t('pipeline.application.hiddenWarning')}</p>
      <Form method="post" action={`/team/applications/${id}/identity`}>
        <Button>{t('pipeline.application.show')}</Button>
      </Form>
    </section>
  )
}
