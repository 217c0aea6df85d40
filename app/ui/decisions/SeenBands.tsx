import { Link } from '@remix-run/react'
import { type Dimension, dimensionsOf, type Family, families, type Level } from '#app/domain/dimensions.ts'
import type { ScoreParts } from '#app/domain/planned-score.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Band, BandScale } from '../Band.tsx'
import { partsWords } from '../profile/counting-words.ts'

export interface SeenDimension {
  dimension: Dimension
  score: { t?: number; low?: number; high?: number; enough: boolean }
  parts: ScoreParts | null
  grades: Level[]
  awaited: number
  line: number | null
  attention: boolean
}

/** What the assignment showed: the same bands as on the profile, without what was not asked. Each leads to its evidence. */
export function SeenBands({ id, dimensions }: { id: string; dimensions: readonly SeenDimension[] }) {
  const { t } = useI18n()
  return (
    <table className="seen-bands">
      <caption className="vh">{t('decisions.page.profile')}</caption>
      <colgroup>
        <col className="c1" />
        <col />
        <col className="c3" />
        <col className="c4" />
      </colgroup>
      {families.map((family) => {
        const own = dimensionsOf(family).flatMap((code) => dimensions.filter((one) => one.dimension === code))
        return (
          own.length > 0 && (
            <tbody key={family}>
              <tr className="fam">
                <th scope="rowgroup">
                  <span className={family === 'attitude' ? 'dotA' : 'sqK'} /> {t(`domain.families.${family}`)}
                </th>
                <td>
                  <BandScale />
                </td>
                <td className="n label">T</td>
                <td className="n label">90&nbsp;%</td>
              </tr>
              {own.map((one) => (
                <Row key={one.dimension} id={id} family={family} one={one} />
              ))}
            </tbody>
          )
        )
      })}
    </table>
  )
}

function Row({ id, family, one }: { id: string; family: Family; one: SeenDimension }) {
  const speech = useI18n()
  const { t, formats } = speech
  const { dimension, score, parts, grades, awaited, line } = one
  const name = t(`domain.dimensions.${dimension}.name`)
  const { low, high } = score
  const known = score.enough && score.t !== undefined
  return (
    <tr className="dim">
      <th scope="row">
        <span className={family === 'attitude' ? 'code num a' : 'code num k'}>{dimension}</span>{' '}
        <Link to={`/team/applications/${id}/profile?see=${dimension}`}>{name}</Link>
        {known && parts && <small className="label num parts">{partsWords(speech, parts)}</small>}
      </th>
      <td className="b">
        <Band
          family={family}
          name={name}
          score={score}
          grades={grades}
          awaited={awaited}
          attention={line ?? undefined}
        />
      </td>
      <td className="n">{known && <b>{formats.number(score.t ?? 0, 1)}</b>}</td>
      <td className="n iv">
        {known &&
          low !== undefined &&
          high !== undefined &&
          t('profile.range', { low: formats.number(low, 1), high: formats.number(high, 1) })}
      </td>
    </tr>
  )
}
