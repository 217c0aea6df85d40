import { useI18n } from '#app/i18n/react.tsx'
import { Strip } from '../Strip.tsx'
import type { PanelData } from './types.ts'

const shown = 12
const [step, tall] = [52, 60]

/** Agreement over time: the share within one level in grey, the same level in ink, week by week. */
export function Weeks({ weeks }: Pick<PanelData, 'weeks'>) {
  const { t, formats } = useI18n()
  const last = weeks.filter(({ pairs }) => pairs > 0).slice(-shown)
  if (last.length === 0) return null
  const height = (part: number, pairs: number) => Number(((part / pairs) * tall).toFixed(1))
  return (
    <section className="first">
      <h2>{t('agreement.weeks.title')}</h2>
      <p className="label">{t('agreement.weeks.intro')}</p>
      <Strip name={t('agreement.weeks.title')} narrow>
        <svg
          className="weeks"
          width={last.length * step}
          height={tall + 38}
          role="img"
          aria-label={t('agreement.weeks.title')}
        >
          {last.map(({ week, pairs, withinOne, exact }, index) => (
            <g key={week}>
              <rect
                className="near"
                x={index * step}
                width={step - 10}
                y={tall - height(withinOne, pairs)}
                height={height(withinOne, pairs)}
              />
              <rect
                className="same"
                x={index * step}
                width={step - 10}
                y={tall - height(exact, pairs)}
                height={height(exact, pairs)}
              />
              <text x={index * step} y={tall + 15}>
                {formats.percent(withinOne / pairs)}
              </text>
              <text className="small" x={index * step} y={tall + 31}>
                {formats.shortDate(week).slice(0, 5)}
              </text>
            </g>
          ))}
          <line className="ground" x1="0" x2={last.length * step - 10} y1={tall} y2={tall} />
        </svg>
      </Strip>
      <details className="twin">
        <summary>{t('agreement.weeks.table')}</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('agreement.weeks.week')}</th>
              <th scope="col" className="n">
                {t('agreement.withinOne')}
              </th>
              <th scope="col" className="n">
                {t('agreement.exact')}
              </th>
              <th scope="col" className="n">
                {t('agreement.matrix.n')}
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ week, pairs, withinOne, exact }) => (
              <tr key={week}>
                <th scope="row">{formats.shortDate(week)}</th>
                <td className="n">{formats.percent(withinOne / pairs)}</td>
                <td className="n">{formats.percent(exact / pairs)}</td>
                <td className="n">{formats.number(pairs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
