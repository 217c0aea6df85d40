import { useI18n } from '#app/i18n/react.tsx'

/** Times of day as `HH:MM`; a `to` that is not later than `from` is on the next day, `00:00` and `24:00` are its end. */
export interface Stretch {
  from: string
  to: string
}

const hours = (time: string) => Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60
const x = (hour: number) => `${Number(((hour / 24) * 100).toFixed(2))}%`
const short = (time: string) => (time.endsWith(':00') ? String(Number(time.slice(0, 2))) : time)
const ends = (hour: number) => (hour <= 0 ? 'start' : hour >= 24 ? 'end' : 'middle')

/** A stretch over midnight is two strokes on the day's line. */
function strokes({ from, to }: Stretch): [number, number][] {
  const [start, end] = [hours(from), hours(to) || 24]
  return end > start
    ? [[start, end]]
    : [
        [start, 24],
        [0, end],
      ]
}

/** A shift drawn on the line of the day, with its breaks. */
export function DayLine({
  shifts,
  breaks = [],
}: {
  shifts: readonly Stretch[]
  breaks?: readonly Stretch[]
}) {
  const { t } = useI18n()
  const marks = new Map(
    shifts.flatMap(({ from, to }): [number, string][] => [
      [hours(from), short(from)],
      [hours(to) || 24, short(hours(to) ? to : '24:00')],
    ]),
  )
  const free = [0, 6, 12, 18, 24].filter((hour) =>
    [...marks.keys()].every((mark) => Math.abs(mark - hour) >= 2.5),
  )
  const words = [
    ...shifts.map((shift) => t('ui.day.shift', { ...shift })),
    ...breaks.map((pause) => t('ui.day.breakAt', { ...pause })),
  ]
  return (
    <svg className="day" height="58" width="100%" role="img" aria-label={words.join('. ')}>
      <line className="w" x1="0" x2="100%" y1="24" y2="24" />
      {Array.from({ length: 25 }, (_, hour) => {
        const reach = hour % 6 === 0 ? 6 : 3
        return <line key={x(hour)} className="w" x1={x(hour)} x2={x(hour)} y1={24 - reach} y2={24 + reach} />
      })}
      {shifts.flatMap(strokes).map(([from, to]) => (
        <line key={from} className="s" x1={x(from)} x2={x(to)} y1="24" y2="24" />
      ))}
      {breaks.flatMap(strokes).map(([from, to]) => (
        <g key={from}>
          <line className="p" x1={x(from)} x2={x(to)} y1="24" y2="24" />
          <text x={x((from + to) / 2)} y="9" textAnchor={ends((from + to) / 2)}>
            {t('ui.day.break')}
          </text>
        </g>
      ))}
      {free.map((hour) => (
        <text key={hour} x={x(hour)} y="50" textAnchor={ends(hour)}>
          {hour}
        </text>
      ))}
      {[...marks].map(([hour, label]) => (
        <text key={label} className="on" x={x(hour)} y="50" textAnchor={ends(hour)}>
          {label}
        </text>
      ))}
    </svg>
  )
}
