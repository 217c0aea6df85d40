import { assumedGrading } from '#app/domain/scoring-plan.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Lamp } from '../Lamp.tsx'
import { useSpan } from './useSpan.ts'

/** "about 3 h 20 min left · due Thursday": the forecast, and on which figure it rests where that is assumed. */
export function LoadLine(props: { minutes: number; assumed: boolean; due: string | null; today: string }) {
  const { minutes, assumed, due, today } = props
  const { t } = useI18n()
  const span = useSpan()
  return (
    <>
      <span>
        {assumed
          ? t('grading.forecastAssumed', { span: span(minutes), minutes: assumedGrading.minutesPerCriterion })
          : t('grading.forecast', { span: span(minutes) })}
      </span>
      {due && <Due due={due} today={today} />}
    </>
  )
}

/** A day of the coming week is named; a day further off is dated. */
export function Due({ due, today }: { due: string; today: string }) {
  const { t, formats } = useI18n()
  if (due < today) return <Lamp>{t('grading.dueOver', { day: formats.day(due) })}</Lamp>
  if (due === today) return <Lamp>{t('grading.dueToday')}</Lamp>
  const days = (Date.parse(due) - Date.parse(today)) / 86_400_000
  return <span>{t('grading.dueDay', { day: days < 7 ? formats.weekday(due) : formats.day(due) })}</span>
}
