import { Link } from '@remix-run/react'
import type { Dimension } from '#app/domain/dimensions.ts'
import type { Kind } from '#app/domain/scenario/common.ts'
import { useI18n } from '#app/i18n/react.tsx'

export interface ScenarioRow {
  key: string
  code: string | null
  title: string
  kind: Kind
  use: 'graded' | 'warm-up' | 'practice'
  minutes: number
  dimensions: Dimension[]
  draft: boolean
  used: string[]
}

/** What there is, the graded ones first. */
export function ScenarioTable({ scenarios }: { scenarios: readonly ScenarioRow[] }) {
  const { t, formats } = useI18n()
  const ordered = [...scenarios].sort(
    (a, b) =>
      Number(b.use === 'graded') - Number(a.use === 'graded') ||
      (a.code ?? a.key).localeCompare(b.code ?? b.key),
  )
  return (
    <div className="scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('scenarios.columns.scenario')}</th>
            <th scope="col">{t('scenarios.columns.kind')}</th>
            <th scope="col" className="num">
              {t('scenarios.columns.minutes')}
            </th>
            <th scope="col">{t('scenarios.columns.shows')}</th>
            <th scope="col">{t('scenarios.columns.used')}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map(({ key, code, title, kind, use, minutes, dimensions, draft, used }) => (
            <tr key={key}>
              <th scope="row">
                <Link to={`/team/scenarios/${key}`}>{title}</Link>
                <small>
                  {[code, use !== 'graded' && t(`scenarios.uses.${use}`), draft && t('scenarios.draft')]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </th>
              <td>{t(`scenarios.kinds.${kind}`)}</td>
              <td className="num">{formats.number(minutes)}</td>
              <td>{formats.list(dimensions.map((one) => t(`domain.dimensions.${one}.name`)))}</td>
              <td>
                {used.length > 0 ? (
                  formats.list(used)
                ) : (
                  <span className="quiet">{t('scenarios.nowhere')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
