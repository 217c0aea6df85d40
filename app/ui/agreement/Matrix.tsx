import { agreementRules } from '#app/domain/agreement.ts'
import { useI18n } from '#app/i18n/react.tsx'
import type { PanelData } from '#app/server/agreement-data.ts'
import { classes } from '../classes.ts'
import { Drawn } from './Drawn.tsx'

const [cell, line] = [72, 44]

/** Who agrees with whom: the lower half of a square, names on its diagonal. The table beside it says the same. */
export function Matrix({ pairs, graders }: Pick<PanelData, 'pairs' | 'graders'>) {
  const { t, formats } = useI18n()
  const people = graders.filter(({ id }) => pairs.some(({ one, other }) => one === id || other === id))
  if (people.length < 2) return null
  const between = (a: string, b: string) =>
    pairs.find(({ one, other }) => (one === a && other === b) || (one === b && other === a))
  const name = (id: string) => graders.find((grader) => grader.id === id)?.name ?? ''
  return (
    <Drawn
      title={t('agreement.matrix.title')}
      intro={t('agreement.matrix.intro')}
      kind="matrix"
      width={people.length * cell + 110}
      height={people.length * line + 4}
      summary={t('agreement.matrix.table')}
      columns={[
        t('agreement.matrix.pair'),
        t('agreement.matrix.share'),
        t('agreement.exact'),
        t('agreement.matrix.n'),
      ]}
      rows={pairs.map(({ one, other, pairs: both, withinOne, exact }) => ({
        key: `${one} ${other}`,
        name: formats.list([name(one), name(other)]),
        cells: [formats.percent(withinOne / both), formats.percent(exact / both), formats.number(both)],
      }))}
    >
      {people.map((row, i) => (
        <g key={row.id}>
          {people.slice(0, i).map((column, j) => (
            <Pair key={column.id} x={j * cell} y={i * line} pair={between(row.id, column.id)} />
          ))}
          <text className="who" x={i * cell + 6} y={i * line + line / 2 + 5}>
            {row.name}
          </text>
        </g>
      ))}
    </Drawn>
  )
}

function Pair({ x, y, pair }: { x: number; y: number; pair?: PanelData['pairs'][number] }) {
  const { formats } = useI18n()
  const middle = x + (cell - 2) / 2
  if (!pair) return <rect className="no" x={x} y={y} width={cell - 2} height={line - 2} />
  const share = pair.withinOne / pair.pairs
  const few = pair.pairs < agreementRules.fewestPairs
  const low = !few && share < agreementRules.partialWithinOne
  const shade = few ? 'few' : share >= agreementRules.good.withinOne ? 'high' : low ? 'low' : 'mid'
  return (
    <>
      <rect className={classes('pair', shade)} x={x} y={y} width={cell - 2} height={line - 2} />
      <text x={middle} y={y + 19} textAnchor="middle">
        {formats.percent(share)}
      </text>
      <text className="small" x={middle} y={y + 35} textAnchor="middle">
        {formats.number(pair.pairs)}
      </text>
    </>
  )
}
