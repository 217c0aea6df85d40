import { Form } from '@remix-run/react'
import type { Relation } from '#app/domain/references.ts'
import { useI18n } from '#app/i18n/react.tsx'
import type { OwnStatus } from '#db/references.ts'
import { Button } from '../Button.tsx'

export interface NamedReferee {
  id: string
  name: string
  email: string
  relation: Relation
  company: string
  status: OwnStatus
}

/** Whom the candidate has named, each with the one step that is theirs. */
export function Named({ referees, open }: { referees: readonly NamedReferee[]; open: boolean }) {
  const { t } = useI18n()
  return (
    <section>
      <h2>{t('references.own.named')}</h2>
      <ul className="rows named">
        {referees.map((referee) => (
          <li key={referee.id}>
            <p className="split">
              <b>{referee.name}</b>{' '}
              <span className="status">{t(`references.own.status.${referee.status}`)}</span>
            </p>
            <p className="label">
              {referee.company === ''
                ? t(`references.relation.${referee.relation}`)
                : t('references.own.relationAt', {
                    relation: t(`references.relation.${referee.relation}`),
                    company: referee.company,
                  })}
              <br />
              {referee.email}
            </p>
            <Steps referee={referee} open={open} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Steps({ referee, open }: { referee: NamedReferee; open: boolean }) {
  const { t } = useI18n()
  const { id, name, status } = referee
  if (status === 'named')
    return (
      <div className="row">
        {open && (
          <Form method="post" action={`/a/references/${id}/release`}>
            <Button>{t('references.own.release', { name })}</Button>
          </Form>
        )}
        <Form method="post" action={`/a/references/${id}/withdraw`}>
          <Button kind="plain">{t('references.own.remove')}</Button>
        </Form>
      </div>
    )
  if (status !== 'sent' && status !== 'released') return null
  return (
    <Form method="post" action={`/a/references/${id}/withdraw`} className="row">
      <Button kind="plain">{t('references.own.withdraw')}</Button>
    </Form>
  )
}
