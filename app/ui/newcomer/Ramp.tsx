import { type PlanView, rampDays } from '#app/domain/newcomer-plan.ts'
import { useI18n } from '#app/i18n/react.tsx'

/** The first days are where everything happens, so that they get more of the line than the last ones: a square root. */
const x = (day: number) => Math.sqrt(Math.min(1, Math.max(0, (day - 1) / (rampDays - 1)))) * 100
const percent = (value: number) => `${value.toFixed(1)}%`
const ends = (value: number) => (value < 8 ? 'start' : value > 92 ? 'end' : 'middle')

const after = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The first ninety days on one line: where one is, and when the first shift comes; hollow while it is only planned. */
export function Ramp({ plan }: { plan: PlanView }) {
  const { t, formats } = useI18n()
  const { day, signature, startsOn } = plan
  const planned = plan.steps.find(({ key }) => key === 'readiness')?.dueOn ?? startsOn
  const plannedDay = Math.round((Date.parse(planned) - Date.parse(startsOn)) / 86_400_000) + 1
  const shift = signature?.firstShiftDay ?? plannedDay
  const words = formats.day(after(startsOn, shift - 1))
  const text =
    day < 1
      ? t('newcomers.ramp.before', { shift: words })
      : t(signature ? 'newcomers.ramp.text' : 'newcomers.ramp.planned', {
          day,
          total: rampDays,
          shift: words,
        })
  const now = x(day)
  const first = x(shift)
  // A word of the longest language takes a fifth of the narrowest line.
  const marks = [30, rampDays].filter(
    (mark) => Math.abs(x(mark) - first) > 22 && Math.abs(x(mark) - now) > 20,
  )
  return (
    <svg className="ramp" height="34" width="100%" role="img" aria-label={text}>
      <line x1="0" x2="100%" y1="8" y2="8" />
      {now > 0 && <line className="go" x1="0" x2={percent(now)} y1="8" y2="8" />}
      {[1, 7, 30, 60, rampDays].map((mark) => (
        <line key={mark} x1={percent(x(mark))} x2={percent(x(mark))} y1="4" y2="12" />
      ))}
      <rect className={signature ? 'set' : undefined} x={percent(first)} y="3.5" width="9" height="9" />
      {day >= 1 && Math.abs(now - first) > 22 && (
        <text className="now" x={percent(now)} y="30" textAnchor={ends(now)}>
          {t('newcomers.ramp.today')}
        </text>
      )}
      <text x={percent(first)} y="30" textAnchor={ends(first)}>
        {t('newcomers.ramp.shift')}
      </text>
      {marks.map((mark) => (
        <text key={mark} x={percent(x(mark))} y="30" textAnchor={ends(x(mark))}>
          {t('newcomers.ramp.day', { day: mark })}
        </text>
      ))}
    </svg>
  )
}
