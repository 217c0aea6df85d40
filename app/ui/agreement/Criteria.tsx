import { Link } from '@remix-run/react'
import { panelRules } from '#app/domain/agreement-panel.ts'
import { dimensionsOf, type Family, families } from '#app/domain/dimensions.ts'
import { useI18n } from '#app/i18n/react.tsx'
import type { CriterionFigure, PanelData } from '#app/server/agreement-data.ts'
import { classes } from '../classes.ts'
import { Wire } from './Wire.tsx'

type Row = PanelData['criteria'][number]

/** Attitude and knowledge, one line per criterion: first what to do, then the figures behind it. */
export function Criteria({ criteria, vacancy }: Pick<PanelData, 'criteria' | 'vacancy'>) {
  const { t } = useI18n()
  return (
    <table className="table agreed">
      <caption className="vh">{t('agreement.byCriterion')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('agreement.criterion')}</th>
          <th scope="col">{t('agreement.meaning')}</th>
          <th scope="col" className="n">
            {t('agreement.withinOne')}
          </th>
          <th scope="col" className="n">
            {t('agreement.exact')}
          </th>
          <th scope="col">{t('agreement.alpha')}</th>
          <th scope="col">{t('agreement.ac2')}</th>
          <th scope="col" className="n">
            {t('agreement.doubles')}
          </th>
        </tr>
      </thead>
      {families.map((family) => (
        <FamilyRows
          key={family}
          family={family}
          vacancy={vacancy.id}
          rows={criteria.filter(({ dimension }) => dimensionsOf(family).includes(dimension))}
        />
      ))}
    </table>
  )
}

function FamilyRows({ family, rows, vacancy }: { family: Family; rows: readonly Row[]; vacancy: string }) {
  const { t } = useI18n()
  if (rows.length === 0) return null
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={7}>
          <span className={family === 'attitude' ? 'dotA' : 'sqK'} aria-hidden="true" />{' '}
          {t(`domain.families.${family}`)}
        </th>
      </tr>
      {rows.map((row) => (
        <Criterion key={row.dimension} row={row} family={family} vacancy={vacancy} />
      ))}
    </tbody>
  )
}

function Criterion({ row, family, vacancy }: { row: Row; family: Family; vacancy: string }) {
  const { t, formats } = useI18n()
  const { dimension, word, agreement, doubles, alpha, ac2, examples } = row
  const name = t(`domain.dimensions.${dimension}.name`)
  const few = word === 'few'
  const share = (part: number) => formats.percent(part / agreement.pairs)
  return (
    <tr>
      <th scope="row">
        <span className={classes('code', family === 'attitude' ? 'a' : 'k')}>{dimension}</span> {name}
      </th>
      <td className="say">
        <p>
          {(word === 'poor' || word === 'partial') && <span className="mark-look" aria-hidden="true" />}
          <Sentence row={row} name={name} />
        </p>
        {(word === 'poor' || word === 'partial') && examples.length > 0 && (
          <p className="label row">
            {examples.map(({ answer, code }) => (
              <Link key={answer} to={`/team/vacancies/${vacancy}/disagreements/${answer}`}>
                {t('agreement.look', { code })}
              </Link>
            ))}
          </p>
        )}
      </td>
      <td className="n" data-of={t('agreement.withinOne')}>
        {!few && share(agreement.withinOne)}
      </td>
      <td className="n" data-of={t('agreement.exact')}>
        {!few && share(agreement.exact)}
      </td>
      <td data-of={t('agreement.alpha')}>{!few && <Coefficient figure={alpha} name={name} drawn />}</td>
      <td data-of={t('agreement.ac2')}>{!few && <Coefficient figure={ac2} name={name} />}</td>
      <td className="n" data-of={t('agreement.doubles')}>
        {formats.number(doubles)}
      </td>
    </tr>
  )
}

function Sentence({ row, name }: { row: Row; name: string }) {
  const { t } = useI18n()
  const { word, graders: count, doubles, examples } = row
  // A code stays on one line.
  const [first, second] = examples.map(({ code }) => code.replaceAll('-', '\u2011'))
  switch (word) {
    case 'few':
      return t('agreement.say.few', { count: doubles, needed: panelRules.fewestDoubles, name })
    case 'good':
      return t('agreement.say.good', { count, name })
    case 'same-level':
      return t('agreement.say.sameLevel', { name })
    case 'partial':
      return first
        ? t('agreement.say.partialOne', { count, name, first })
        : t('agreement.say.partialNone', { count, name })
    case 'poor':
      if (!first) return t('agreement.say.partialNone', { count, name })
      return second
        ? t('agreement.say.poorTwo', { count, name, first, second })
        : t('agreement.say.poorOne', { count, name, first })
  }
}

function Coefficient({ figure, name, drawn }: { figure: CriterionFigure; name: string; drawn?: boolean }) {
  const { t, formats } = useI18n()
  if (figure.value === undefined)
    return <span className="label">{t(`agreement.missing.${figure.reason}`)}</span>
  const { value, low, high } = figure
  const number = (one: number) => formats.number(one, 2).replace('-', '−')
  const known = low !== undefined && high !== undefined
  const words = known
    ? t('agreement.interval', { value: number(value), low: number(low), high: number(high) })
    : number(value)
  return (
    <>
      {drawn && <Wire name={`${name}: ${words}`} from={0} to={1} value={value} low={low} high={high} />}
      <span className="num nowrap">
        {number(value)}{' '}
        {known && (
          <span className="label">
            {number(low)}–{number(high)}
          </span>
        )}
      </span>
    </>
  )
}
