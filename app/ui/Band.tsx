import type { Family } from '#app/domain/dimensions.ts'
import type { DimensionScore } from '#app/domain/profile.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { classes } from './classes.ts'
import { pips } from './pips.ts'

const levels = [1, 2, 3, 4, 5]
/** The wire runs from 1 at 2.5 % to 5 at 97.5 %, so that one drawing fits a cell, a page and paper. */
const place = (value: number) => round(2.5 + (Math.min(5, Math.max(1, value)) - 1) * 23.75)
const percent = (value: number) => `${round(value)}%`
const at = (value: number) => percent(place(value))

const sizes = {
  row: { height: 40, bar: 24, tick: 4, notch: 16, bead: 4, step: 9.4, words: 4.3 },
  cell: { height: 24, bar: 14, tick: 2.5, notch: 10, bead: 2.3, step: 5.2, words: 4.3 },
}
type Size = keyof typeof sizes

export interface BandProps {
  family: Family
  /** What is measured, for those who hear the band: the dimension, with the person's name where several stand together. */
  name: string
  /** Without one the grades are drawn on the wire, and nothing is said about what they mean together. */
  score?: Pick<DimensionScore, 't' | 'low' | 'high' | 'enough'>
  /** Every locked level, "not shown" left out. */
  grades?: readonly number[]
  /** What a moderator settled, drawn with a ring: it counts in place of the grades of its answer. */
  lastWords?: readonly number[]
  /** Grades still asked for: drawn hollow, where they would be least surprising. */
  awaited?: number
  /** The line under which the decision form asks for words. */
  attention?: number
  size?: Size
}

/** THE band: a wire from 1 to 5, the 90 % interval as a bar, T as a notch, each grade as a bead. */
export function Band(props: BandProps) {
  const { family, score, grades = [], lastWords = [], awaited = 0, attention, size = 'row' } = props
  const { t } = useI18n()
  const words = useWords(props)
  const { height, bar, tick, notch, words: drop } = sizes[size]
  const middle = height / 2
  const known = score?.enough && score.t !== undefined && score.low !== undefined && score.high !== undefined
  const kind = classes(
    'band',
    family === 'knowledge' && family,
    size === 'cell' && size,
    score && !known && 'none',
  )
  const upright = (value: number, reach: number) => `M${place(value)} ${middle - reach}v${2 * reach}`
  return (
    <svg className={kind} height={height} width="100%" role="img" aria-label={words}>
      {known && (
        <rect
          className="bar"
          x={at(score.low ?? 1)}
          width={percent(place(score.high ?? 5) - place(score.low ?? 1))}
          y={middle - bar / 2}
          height={bar}
          rx={family === 'attitude' ? bar / 2 : undefined}
        />
      )}
      {/* Stretched to any width, in hundredths of it; strokes keep theirs. */}
      <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <path
          className="wire"
          d={`M${place(1)} ${middle}H${place(5)}${levels.map((level) => upright(level, tick)).join('')}`}
        />
        {known && attention !== undefined && <path className="line" d={upright(attention, middle)} />}
        {known && <path className="t" d={upright(score.t ?? 3, notch)} />}
      </svg>
      {(known || !score) && <Beads {...{ family, grades, lastWords, awaited, size }} t={score?.t ?? 3} />}
      {score && !known && (
        <text x="50%" y={middle + drop} textAnchor="middle">
          {t(size === 'cell' ? 'ui.notEnoughShort' : 'ui.notEnough')}
        </text>
      )}
    </svg>
  )
}

type BeadsProps = Required<Pick<BandProps, 'family' | 'grades' | 'lastWords' | 'awaited' | 'size'>>

/** One drawing for all beads of a kind on a level: a comparison has hundreds of beads, and each element costs. */
function Beads({ family, grades, lastWords, awaited, t, size }: BeadsProps & { t: number }) {
  const { bead, step } = sizes[size]
  const draw = family === 'attitude' ? disc : square
  return levels.flatMap((level) => {
    const settled = lastWords.filter((word) => word === level).length
    const given = grades.filter((grade) => grade === level).length
    const waiting = level === Math.min(5, Math.max(1, Math.round(t))) ? awaited : 0
    const face = pips(settled + given + waiting).map(({ x, y }) => draw(x * step, y * step, bead))
    const kinds = [
      { kind: 'last', beads: face.slice(0, settled) },
      { kind: false, beads: face.slice(settled, settled + given) },
      { kind: 'wait', beads: face.slice(settled + given) },
    ] as const
    return kinds.map(
      ({ kind, beads }) =>
        beads.length > 0 && (
          <path key={`${level} ${kind}`} className={classes('bead', `at${level}`, kind)} d={beads.join('')} />
        ),
    )
  })
}

const disc = (x: number, y: number, r: number) => {
  const across = 2 * r
  return `M${round(x - r)} ${round(y)}a${r} ${r} 0 0 0 ${across} 0a${r} ${r} 0 0 0-${across} 0z`
}
const square = (x: number, y: number, r: number) => {
  const side = round(r * 1.8)
  return `M${round(x - side / 2)} ${round(y - side / 2)}h${side}v${side}h-${side}z`
}

function round(value: number) {
  return Math.round(value * 100) / 100
}

function useWords(props: BandProps): string {
  const { name, score, grades = [], lastWords = [], awaited = 0, attention } = props
  const { t, formats } = useI18n()
  if (score && !score.enough) return t('ui.band.none', { name })
  const number = (value = 0) => formats.number(value, 1)
  const inOrder = (levels: readonly number[]) => [...levels].sort((a, b) => a - b).join(', ')
  return [
    score
      ? t('ui.band.text', { name, mean: number(score.t), low: number(score.low), high: number(score.high) })
      : `${name}.`,
    grades.length > 0 && t('ui.band.grades', { grades: inOrder(grades) }),
    lastWords.length > 0 && t('ui.band.lastWords', { levels: inOrder(lastWords) }),
    awaited > 0 && t('ui.band.awaited', { count: awaited }),
    attention !== undefined && t('ui.band.attention', { line: number(attention) }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** The figures 1 to 5 above a column of bands. */
export function BandScale({ size = 'row' }: { size?: Size }) {
  return (
    <svg className={classes('band', size === 'cell' && size)} height="18" width="100%" aria-hidden="true">
      <text x={levels.map(at).join(' ')} y="13" textAnchor="middle">
        {levels.join('')}
      </text>
    </svg>
  )
}

/** What the drawing means, in a line below the bands. */
export function BandKey({ lines, lastWord }: { lines: readonly number[]; lastWord?: boolean }) {
  const { t, formats } = useI18n()
  const told = [...new Set(lines)].sort((a, b) => a - b).map((line) => formats.number(line, 1))
  return (
    <p className="bandkey label">
      <span>
        <svg className="band key" width="58" height="16" aria-hidden="true">
          <rect className="bar" x="6" width="46" y="1" height="14" rx="7" />
          <line className="wire" x1="0" x2="58" y1="8" y2="8" />
          <line className="t" x1="29" x2="29" y1="-1" y2="17" />
        </svg>
        {t('ui.band.keyBand')}
      </span>
      <span>
        <i className="dotA" />
        <i className="sqK" />
        {t('ui.band.keyGrade')}
      </span>
      {lastWord && (
        <span>
          <svg className="band key dot" width="14" height="16" aria-hidden="true">
            <circle className="bead last" cx="7" cy="8" r="4" />
          </svg>
          {t('ui.band.keyLastWord')}
        </span>
      )}
      {told.length > 0 && (
        <span>
          <svg className="band key thin" width="2" height="16" aria-hidden="true">
            <line className="line" x1="1" x2="1" y1="0" y2="16" />
          </svg>
          {t('ui.band.keyAttention', { line: told.join(' · ') })}
        </span>
      )}
    </p>
  )
}
