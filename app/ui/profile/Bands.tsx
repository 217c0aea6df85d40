import { Link } from '@remix-run/react'
import { type Dimension, dimensionsOf, type Family, families, isLevel } from '#app/domain/dimensions.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Band, BandScale } from '../Band.tsx'
import { classes } from '../classes.ts'
import { partsWords } from './counting-words.ts'
import type { DimensionRow, ProfileData } from './types.ts'

interface BandsProps {
  profile: ProfileData
  /** The criterion whose evidence stands beside. */
  open: Dimension | undefined
}

/** Attitude, then knowledge: one row per criterion, its band at full width, where it was seen. */
export function Bands({ profile, open }: BandsProps) {
  const { t } = useI18n()
  return (
    <div className="scroll narrow-profile">
      <table className="prof">
        <caption className="vh">{t('profile.table')}</caption>
        <colgroup>
          <col className="c1" />
          <col />
          <col className="c3" />
          <col className="c4" />
          <col className="c5" />
        </colgroup>
        {families.map((family) => (
          <tbody key={family} className={family}>
            <Head family={family} />
            {dimensionsOf(family).map((dimension) => {
              const row = profile.dimensions.find((one) => one.dimension === dimension)
              return (
                row && (
                  <Row
                    key={dimension}
                    row={row}
                    family={family}
                    profile={profile}
                    open={dimension === open}
                  />
                )
              )
            })}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Head({ family }: { family: Family }) {
  const { t } = useI18n()
  return (
    <tr className="fam">
      <th scope="rowgroup">
        <span className={family === 'attitude' ? 'dotA' : 'sqK'} /> {t(`domain.families.${family}`)}
      </th>
      <td>
        <BandScale />
      </td>
      <td className="n label">T</td>
      <td className="n label">90&nbsp;%</td>
      <td className="label">{t('profile.seenIn')}</td>
    </tr>
  )
}

interface RowProps {
  row: DimensionRow
  family: Family
  profile: ProfileData
  open: boolean
}

function Row({ row, family, profile, open }: RowProps) {
  const speech = useI18n()
  const { t, formats } = speech
  const { dimension, score } = row
  const lastWords = profile.lastWords.filter((one) => one.dimension === dimension)
  const name = t(`domain.dimensions.${dimension}.name`)
  const known = score.enough && score.t !== undefined && score.low !== undefined && score.high !== undefined
  return (
    <tr className={classes('dim', open && 'open')} id={dimension}>
      <th scope="row">
        <span className={classes('code num', family === 'attitude' ? 'a' : 'k')}>{dimension}</span>{' '}
        <Link to={`?see=${dimension}`} preventScrollReset aria-current={open ? 'true' : undefined}>
          {name}
        </Link>
      </th>
      <td className="b">
        <Band
          family={family}
          name={name}
          score={score}
          grades={row.grades}
          lastWords={lastWords.map(({ value }) => value)}
          awaited={row.awaited}
          attention={row.line ?? undefined}
        />
      </td>
      <td className="n t">{known && <b>{formats.number(score.t ?? 0, 1)}</b>}</td>
      <td className="n iv">
        {known &&
          t('profile.range', {
            low: formats.number(score.low ?? 0, 1),
            high: formats.number(score.high ?? 0, 1),
          })}
      </td>
      <td className="say">
        <Say row={row} />
        {known && row.parts && <small className="label num parts">{partsWords(speech, row.parts)}</small>}
        <span className="ev">
          {row.seenIn.map((seen) => {
            const scenario = profile.scenarios.find(({ key }) => key === seen.scenarioKey)
            const levels = [...seen.levels.map(String), ...Array(seen.notShown).fill(t('ui.rubric.ne'))]
            const title = scenario?.title ?? ''
            const settled = lastWords.find((one) => one.scenarioKey === seen.scenarioKey)
            const quoted = settled || row.evidence.some((one) => one.scenarioKey === seen.scenarioKey)
            const cell = (
              <abbr
                key={seen.scenarioKey}
                className="num"
                title={
                  levels.length > 0
                    ? t('profile.grades', { title, levels: levels.join(', ') })
                    : t('profile.ungraded', { title })
                }
              >
                {scenario?.code ?? title}
                {settled && <small> {t('profile.lastWord.mark', { value: settled.value })}</small>}
              </abbr>
            )
            return quoted ? (
              <Link
                key={seen.scenarioKey}
                to={`?see=${dimension}#${dimension}-${seen.scenarioKey}`}
                preventScrollReset
              >
                {cell}
              </Link>
            ) : (
              cell
            )
          })}
        </span>
      </td>
    </tr>
  )
}

/** In a word what T means, or why there is none. */
function Say({ row }: { row: DimensionRow }) {
  const { t } = useI18n()
  // A half is not yet the higher level.
  const rounded = Math.ceil((row.score.t ?? 0) - 0.5)
  if (row.score.enough && isLevel(rounded)) return <span>{t(`domain.levels.${rounded}`)}</span>
  if (!row.tested) return <span>{t('profile.untested')}</span>
  if (row.awaited > 0) return <span>{t('profile.noneYet')}</span>
  return <span>{t(row.scenarios === 0 ? 'profile.noEvidence' : 'profile.oneScenario')}</span>
}
