import { levels } from '#app/domain/dimensions.ts'
import { reportRules } from '#app/domain/grader-report.ts'
import type { LiveFigures } from '#app/domain/hidden-anchors.ts'
import { useI18n } from '#app/i18n/react.tsx'
import type { PanelData, ReportData } from '#app/server/agreement-data.ts'
import { Lamp } from '../Lamp.tsx'
import { Strip } from '../Strip.tsx'
import { Wire } from './Wire.tsx'

/** The report of each grader: what was asked and done, how the levels spread, how strict. Shown, never applied. */
export function Graders({ graders, connected }: Pick<PanelData, 'graders' | 'connected'>) {
  const { t, formats } = useI18n()
  const measured = graders.some(({ hidden }) => hidden !== null)
  return (
    <section className="first">
      <h2>{t('agreement.graders.title')}</h2>
      {!connected && (
        <p className="column">
          <Lamp>{t('agreement.graders.apart')}</Lamp>
        </p>
      )}
      <Strip name={t('agreement.graders.title')}>
        <table className="table report">
          <thead>
            <tr>
              <th scope="col">{t('agreement.graders.person')}</th>
              <th scope="col" className="n">
                {t('agreement.graders.load')}
              </th>
              <th scope="col" className="n">
                {t('agreement.graders.minutes')}
              </th>
              <th scope="col">{t('agreement.graders.levels')}</th>
              <th scope="col" className="n">
                {t('agreement.graders.mean')}
              </th>
              <th scope="col" className="n">
                {t('agreement.graders.spread')}
              </th>
              <th scope="col" className="n">
                {t('agreement.graders.within')}
              </th>
              <th scope="col">{t('agreement.graders.severity')}</th>
              {measured && <th scope="col">{t('agreement.graders.hidden')}</th>}
            </tr>
          </thead>
          <tbody>
            {graders.map((grader) => (
              <Report key={grader.id} grader={grader} measured={measured} />
            ))}
          </tbody>
        </table>
      </Strip>
      <p className="label column">{t('agreement.graders.shown')}</p>
      <p className="label column">{t('agreement.graders.spreadNote')}</p>
      {measured && <p className="label column">{t('agreement.graders.hiddenNote')}</p>}
      <p className="label column">
        {t('agreement.assumedGraders', {
          telling: formats.number(reportRules.telling, 1),
          z: formats.number(reportRules.z, 2),
          fewest: reportRules.fewestRatings,
          minutes: reportRules.longestMinutes,
        })}
      </p>
    </section>
  )
}

function Report({ grader, measured }: { grader: ReportData; measured: boolean }) {
  const { t, formats } = useI18n()
  const figure = (value: number | null, digits: number) => value !== null && formats.number(value, digits)
  return (
    <tr>
      <th scope="row">{grader.name}</th>
      <td className="n nowrap">
        {t('agreement.graders.loadOf', { done: grader.locked, total: grader.asked })}
      </td>
      <td className="n">{figure(grader.minutes, 1)}</td>
      <td>
        <Levels grader={grader} />
      </td>
      <td className="n">{figure(grader.mean, 1)}</td>
      <td className="n">{figure(grader.spread, 2)}</td>
      <td className="n">{figure(grader.within, 2)}</td>
      <td className="severity">
        <Severity grader={grader} />
      </td>
      {measured && <td>{grader.hidden && <HiddenAnchors {...grader.hidden} />}</td>}
    </tr>
  )
}

/** Against the experts, on answers that are no candidate's. */
function HiddenAnchors({ n, adjacent, bias }: LiveFigures) {
  const { t, formats } = useI18n()
  if (bias === null) return null
  const value = `${bias > 0 ? '+' : ''}${formats.number(bias, 2).replace('-', '−')}`
  return (
    <>
      {t('agreement.graders.hiddenOf', { adjacent, n })}{' '}
      <span className="label num">{t('agreement.graders.hiddenLean', { value })}</span>
    </>
  )
}

function Severity({ grader: { severity, word } }: { grader: ReportData }) {
  const { t, formats } = useI18n()
  if (!severity || word === 'apart') return <span className="label">{t('agreement.graders.word.apart')}</span>
  if (word === 'few') return <span className="label">{t('agreement.graders.word.few')}</span>
  const { shrunk, se, n } = severity
  const value = `${shrunk > 0 ? '+' : ''}${formats.number(shrunk, 2).replace('-', '−')}`
  const said =
    se === null
      ? t('agreement.graders.severityBare', { value, n })
      : t('agreement.graders.severityOf', { value, se: formats.number(se, 2), n })
  const end = se ?? 0
  return (
    <>
      <Wire
        name={said}
        from={-1.5}
        to={1.5}
        middle={0}
        value={shrunk}
        low={shrunk - end}
        high={shrunk + end}
      />
      <span>{t(`agreement.graders.word.${word}`)}</span> <span className="label num">{said}</span>
    </>
  )
}

const [bar, gap, tall] = [13, 3, 26]

/** How often each level was given, 1 to 5 from the left; "not shown" hollow at the end. */
function Levels({ grader: { name, counts, notShown } }: { grader: ReportData }) {
  const { t } = useI18n()
  const most = Math.max(1, notShown, ...counts)
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = counts
  const height = (count: number) => Number(((count / most) * (tall - 2)).toFixed(1))
  return (
    <svg
      className="levels"
      width={levels.length * (bar + gap) + 6 + bar}
      height={tall + 14}
      role="img"
      aria-label={t('agreement.graders.levelsOf', { name, one, two, three, four, five, none: notShown })}
    >
      {levels.map((level, index) => (
        <g key={level}>
          <rect
            className="given"
            x={index * (bar + gap)}
            width={bar}
            y={tall - height(counts[index] ?? 0)}
            height={height(counts[index] ?? 0)}
          />
          <text x={index * (bar + gap) + bar / 2} y={tall + 12} textAnchor="middle">
            {level}
          </text>
        </g>
      ))}
      <line className="ground" x1="0" x2={levels.length * (bar + gap) - gap} y1={tall} y2={tall} />
      {notShown > 0 && (
        <rect
          className="none"
          x={levels.length * (bar + gap) + 6}
          width={bar - 1}
          y={tall - height(notShown)}
          height={height(notShown)}
        />
      )}
    </svg>
  )
}
