import { useI18n } from '#app/i18n/react.tsx'
import type { PanelData } from '#app/server/agreement-data.ts'
import { Drawn } from './Drawn.tsx'

const shown = 12
const [step, tall] = [52, 60]

/** Agreement over time: the share within one level in grey, the same level in ink, week by week. */
export function Weeks({ weeks }: Pick<PanelData, 'weeks'>) {
  const { t, formats } = useI18n()
  const last = weeks.filter(({ pairs }) => pairs > 0).slice(-shown)
  if (last.length === 0) return null
  const height = (part: number, pairs: number) => Number(((part / pairs) * tall).toFixed(1))
  return (
    <Drawn
      title={t('agreement.weeks.title')}
      intro={t('agreement.weeks.intro')}
      kind="weeks"
      width={last.length * step}
      height={tall + 38}
      summary={t('agreement.weeks.table')}
      columns={[
        t('agreement.weeks.week'),
        t('agreement.withinOne'),
        t('agreement.exact'),
        t('agreement.matrix.n'),
      ]}
      rows={weeks.map(({ week, pairs, withinOne, exact }) => ({
        key: week,
        name: formats.shortDate(week),
        cells: [formats.percent(withinOne / pairs), formats.percent(exact / pairs), formats.number(pairs)],
      }))}
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
    </Drawn>
  )
}
