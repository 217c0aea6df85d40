import { Link } from '@remix-run/react'
import { type Dimension, familyOf } from '#app/domain/dimensions.ts'
import { useI18n } from '#app/i18n/react.tsx'

interface CoverageProps {
  coverage: readonly { dimension: Dimension; scenarios: string[] }[]
  columns: readonly { key: string; code: string | null; title: string }[]
  rules: readonly { rule: string; keys: string[] }[]
}

/** Dimension by scenario: round for attitude, square for knowledge, as everywhere. */
export function Coverage({ coverage, columns, rules }: CoverageProps) {
  const { t } = useI18n()
  /** The code alone, where it says which: without one, and where several have the same, the title. */
  const shortOf = (key: string) => {
    const own = columns.find((column) => column.key === key)
    const alone = columns.filter(({ code }) => code === own?.code).length === 1
    return (alone && own?.code) || own?.title
  }
  return (
    <section className="first coverage">
      <h2>{t('scenarios.coverage.title')}</h2>
      <div className="scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('scenarios.coverage.dimension')}</th>
              {columns.map(({ key, code, title }) => (
                <th key={key} scope="col" className="hit">
                  <span className="upright">
                    {code && <span className="num">{code} </span>}
                    {title}
                  </span>
                </th>
              ))}
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {coverage.map(({ dimension, scenarios }) => (
              <tr key={dimension}>
                <th scope="row">{t(`domain.dimensions.${dimension}.name`)}</th>
                {columns.map(({ key, title }) => (
                  <td key={key} className="hit">
                    {scenarios.includes(key) && <Shown family={familyOf(dimension)} title={title} />}
                  </td>
                ))}
                <td className="num quiet">
                  {scenarios.length > 0
                    ? t('scenarios.coverage.count', { count: scenarios.length })
                    : t('scenarios.coverage.none')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>{t('scenarios.coverage.rules')}</summary>
        <ul className="rows rules">
          {rules.map(({ rule, keys }) => (
            <li key={rule} className="split">
              <b>{rule}</b>
              <span className="row">
                {keys.map((key) => (
                  <Link key={key} to={`/team/scenarios/${key}`}>
                    {shortOf(key)}
                  </Link>
                ))}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function Shown({ family, title }: { family: 'attitude' | 'knowledge'; title: string }) {
  return (
    <svg className={family} width="12" height="12" role="img" aria-label={title}>
      {family === 'attitude' ? <circle cx="6" cy="6" r="5" /> : <rect x="1.5" y="1.5" width="9" height="9" />}
    </svg>
  )
}
