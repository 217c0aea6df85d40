import { Link } from '@remix-run/react'
import { railLimit } from '#app/domain/pipeline-list.ts'
import { useI18n } from '#app/i18n/react.tsx'

const shown = 5

/** On the first page of staff: who has done the assignment, was decided about, and has not been told how it went. */
export function ReportsPart({ owed }: { owed: readonly { applicationId: string; name: string }[] }) {
  const { t } = useI18n()
  const count = owed.length
  return (
    <section className="first stack tight">
      <h2>{t('reports.owed.head')}</h2>
      <p>
        {count < railLimit
          ? t('reports.owed.text', { count })
          : t('reports.owed.atMost', { count: railLimit })}
      </p>
      <ul className="rows">
        {owed.slice(0, shown).map(({ applicationId, name }) => (
          <li key={applicationId}>
            <Link to={`/team/applications/${applicationId}/report`}>{name}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
