import { Link } from '@remix-run/react'
import { dimensionsOf, type Family, families } from '#app/domain/dimensions.ts'
import { useI18n } from '#app/i18n/react.tsx'
import type { ComparisonData } from '#app/server/comparison-data.ts'
import { Band, BandScale } from '../Band.tsx'
import { classes } from '../classes.ts'
import { Strip } from '../Strip.tsx'
import { Order } from './Order.tsx'
import { shortNames } from './short-names.ts'

/** With more people than this, paper has no room for the figure beside the band. */
const roomy = 7

/** Attitude, then knowledge, never mixed: one row a criterion, one column a person, each cell a way to the evidence. */
export function CompareTable({ data }: { data: ComparisonData }) {
  const { t, formats } = useI18n()
  const { people, rows, frozenAt, zone } = data
  const short = shortNames(people.map(({ name }) => name))
  return (
    <Strip name={t('comparison.table')}>
      <table className={classes('cmp', people.length > roomy && 'many')}>
        <caption className="vh">{t('comparison.table')}</caption>
        <thead>
          <tr>
            <td className="label">
              {frozenAt && t('comparison.weights', { date: formats.day(frozenAt, zone) })}
            </td>
            {people.map(({ id, name, code, stage }) => (
              <th key={id} scope="col">
                <Link to={`/team/applications/${id}/profile`}>{name}</Link>
                <span className="label">
                  {name !== code && <span className="num">{code} · </span>}
                  {t(`ui.stage.${stage}`)}
                </span>
              </th>
            ))}
            <th scope="col" className="label say">
              {t('comparison.letters')}
            </th>
          </tr>
        </thead>
        {families.map((family) => (
          <FamilyRows key={family} family={family} data={data} short={short} rows={rows} />
        ))}
        {data.indices && <IndexRow data={data} />}
        <tfoot className="no-print">
          <tr>
            <td />
            {people.map(({ id, name }) => (
              <td key={id}>
                <span className="who" aria-hidden="true">
                  {name}
                </span>
                <Link to={`/team/applications/${id}/decide`}>
                  {t('comparison.decide')}
                  <span className="vh">: {name}</span>
                </Link>
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </Strip>
  )
}

interface FamilyRowsProps {
  family: Family
  data: ComparisonData
  rows: ComparisonData['rows']
  short: readonly string[]
}

function FamilyRows({ family, data, rows, short }: FamilyRowsProps) {
  const { t } = useI18n()
  const { people } = data
  const own = dimensionsOf(family).flatMap((code) => rows.filter(({ dimension }) => dimension === code))
  if (own.length === 0) return null
  return (
    <tbody className={family}>
      <tr className="fam">
        <th scope="rowgroup">
          <span className={family === 'attitude' ? 'dotA' : 'sqK'} /> {t(`domain.families.${family}`)}
        </th>
        {people.map(({ id }) => (
          <td key={id}>
            <span className="pair">
              <BandScale size="cell" />
            </span>
          </td>
        ))}
        <td />
      </tr>
      {own.map((row) => (
        <tr key={row.dimension} id={row.dimension}>
          <th scope="row">
            <span className={family === 'attitude' ? 'code num a' : 'code num k'}>{row.dimension}</span>
            {t(`domain.dimensions.${row.dimension}.name`)}
          </th>
          {row.cells.map((cell, at) => (
            <Cell key={cell.id} family={family} row={row} cell={cell} name={people[at]?.name ?? ''} />
          ))}
          <td className="say">
            <Order row={row} people={people} short={short} />
          </td>
        </tr>
      ))}
    </tbody>
  )
}

interface CellProps {
  family: Family
  row: ComparisonData['rows'][number]
  cell: ComparisonData['rows'][number]['cells'][number]
  name: string
}

function Cell({ family, row: { dimension }, cell, name }: CellProps) {
  const { t, formats } = useI18n()
  const { id, score, grades, letters, line } = cell
  const known = score.enough && score.t !== undefined
  return (
    <td>
      <Link to={`/team/applications/${id}/profile?see=${dimension}#${dimension}-evidence`} className="pair">
        <span className="who" aria-hidden="true">
          {name}
        </span>
        <Band
          family={family}
          size="cell"
          name={t('comparison.cell', { person: name, dimension: t(`domain.dimensions.${dimension}.name`) })}
          score={score}
          grades={grades}
          attention={line ?? undefined}
        />
        <span className="num figure">
          {known && (
            <>
              <span aria-hidden="true">
                {`${formats.number(score.t ?? 0, 1)} `}
                <span className="letters">{letters.join('')}</span>
              </span>
              <span className="vh">{t('comparison.sharedLetters', { letters: letters.join(' ') })}</span>
            </>
          )}
        </span>
      </Link>
      {known && cell.parts && (
        <small className="label num">
          {t('comparison.counting.raw', { value: formats.number(cell.parts.raw.t ?? 0, 1) })}
        </small>
      )}
    </td>
  )
}

function IndexRow({ data }: { data: ComparisonData }) {
  const { t, formats } = useI18n()
  const figure = (value: number) => formats.number(value, 1)
  return (
    <tbody className="index">
      <tr>
        <th scope="row">{t('comparison.index')}</th>
        {data.indices?.map((one, at) => (
          <td key={one.id} className="num">
            <span className="who" aria-hidden="true">
              {data.people[at]?.name}
            </span>
            {one.value === null || one.low === null || one.high === null ? (
              <span className="label">{t(`comparison.indexNone.${one.reason ?? 'evidence-missing'}`)}</span>
            ) : (
              t('comparison.indexRange', {
                value: figure(one.value),
                low: figure(one.low),
                high: figure(one.high),
              })
            )}
          </td>
        ))}
        <td />
      </tr>
    </tbody>
  )
}
