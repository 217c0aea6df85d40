import { Link } from '@remix-run/react'
import type { CaseStatus } from '#app/domain/integrity.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Lamp } from '../Lamp.tsx'

/** On the page of an application: there is something to look at, or somebody has looked. */
export function Look({ look: { id, status } }: { look: { id: string; status: CaseStatus } }) {
  const { t } = useI18n()
  return (
    <section className="first">
      <h2>{t('integrity.title')}</h2>
      <p>
        {status === 'open' ? (
          <Lamp>
            <Link to={`/team/integrity/${id}`}>{t('integrity.one')}</Link>
          </Lamp>
        ) : (
          <Link to={`/team/integrity/${id}`}>
            {t('integrity.oneDone', { status: t(`integrity.status.${status}`).toLowerCase() })}
          </Link>
        )}
      </p>
    </section>
  )
}
