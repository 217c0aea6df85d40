import { useI18n } from '#app/i18n/react.tsx'
import type { ComparisonData } from '#app/server/comparison-data.ts'
import { classes } from '../classes.ts'

interface OrderProps {
  row: ComparisonData['rows'][number]
  people: ComparisonData['people']
  short: readonly string[]
}

const step = 27
const place = (at: number) => 8 + at * step

/** From the highest down, with a line under those who cannot be told apart: the letters as a drawing. */
export function Order({ row, people, short }: OrderProps) {
  const { t, formats } = useI18n()
  const ordered = row.cells
    .map((cell, at) => ({ ...cell, name: people[at]?.name ?? '', short: short[at] ?? '' }))
    .filter(({ score, letters }) => score.enough && letters.length > 0)
    .sort((a, b) => (b.score.t ?? 0) - (a.score.t ?? 0))
  if (ordered.length === 0) return <span className="vh">{t('comparison.noneTold')}</span>
  const groups = [...new Set(ordered.flatMap(({ letters }) => letters))].sort().flatMap((letter) => {
    const members = ordered.flatMap(({ letters }, at) => (letters.includes(letter) ? [at] : []))
    return members.length > 1 ? [{ letter, members }] : []
  })
  const lines = stacked(groups)
  const depth = lines.reduce((most, { level }) => Math.max(most, level), 0)
  const named = (members: readonly number[]) => formats.list(members.map((at) => ordered[at]?.name ?? ''))
  const words = [
    t('comparison.ordered', { list: ordered.map(({ name }) => name).join(', ') }),
    ...groups.map(({ members }) => t('comparison.group', { list: named(members) })),
  ].join(' ')
  const one = groups.length === 1 && groups[0]?.members.length === ordered.length
  return (
    <svg
      className={classes('order', one && 'one')}
      width={ordered.length * step}
      height={24 + depth * 4}
      role="img"
      aria-label={words}
    >
      {ordered.map(({ id, short: initials }, at) => (
        <text key={id} x={place(at)} y="13" textAnchor="middle">
          {initials}
        </text>
      ))}
      {lines.map(({ letter, from, to, level }) => (
        <line
          key={`${letter} ${from}`}
          x1={place(from) - 6}
          x2={place(to) + 6}
          y1={18.5 + level * 4}
          y2={18.5 + level * 4}
        />
      ))}
    </svg>
  )
}

interface Line {
  letter: string
  from: number
  to: number
  level: number
}

/** Each group as lines under its neighbours, on the highest level where nothing of another group lies. */
function stacked(groups: readonly { letter: string; members: readonly number[] }[]): Line[] {
  const lines: Line[] = []
  for (const { letter, members } of groups) {
    const [first = 0, last = 0] = [members[0], members.at(-1)]
    let level = 0
    while (lines.some((line) => line.level === level && line.from <= last && line.to >= first)) level += 1
    let from = first
    for (const [at, member] of members.entries()) {
      const next = members[at + 1]
      if (next === member + 1) continue
      lines.push({ letter, from, to: member, level })
      from = next ?? member
    }
  }
  return lines
}
