import { Form } from '@remix-run/react'
import type { MessageKey } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Field } from '../Field.tsx'

interface AnswerProps {
  /** The offer that is being read: an answer is to this one and no other. */
  id: string
  name: string
  typed?: string
  issue?: string
  refused?: string
}

/** Accept by typing one's name, or decline. */
export function Answer({ id, name, typed, issue, refused }: AnswerProps) {
  const { t } = useI18n()
  return (
    <>
      <section className="answer">
        <h2>{t('decisions.own.accept')}</h2>
        {refused && (
          <p role="alert" className="strong">
            {t(`decisions.refusals.${refused}` as MessageKey)}
          </p>
        )}
        <p>{t('decisions.own.acceptText', { name })}</p>
        <Form method="post" action="/a/offer" className="stack sign" noValidate>
          <input type="hidden" name="offerId" value={id} />
          <Field
            name="name"
            label={t('decisions.own.name')}
            defaultValue={typed}
            autoComplete="name"
            error={issue && t(`decisions.issues.${issue}` as MessageKey)}
          />
          <Button kind="primary">{t('decisions.own.acceptAct')}</Button>
        </Form>
      </section>
      <section className="answer">
        <h2>{t('decisions.own.decline')}</h2>
        <p>{t('decisions.own.declineText')}</p>
        <Form method="post" action="/a/offer/decline" className="row">
          <input type="hidden" name="offerId" value={id} />
          <Button>{t('decisions.own.declineAct')}</Button>
        </Form>
      </section>
    </>
  )
}
