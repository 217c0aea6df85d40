import type { Standing } from '#app/domain/calibration.ts'
import { useI18n } from '#app/i18n/react.tsx'

export interface Badge {
  standing: Standing
  until: string | null
  advisory: boolean
  endedEarly: boolean
}

/** Where a grader stands, in one line. */
export function CalibrationBadge({ standing, until, advisory, endedEarly }: Badge) {
  const { t, formats } = useI18n()
  const day = until ? formats.day(until) : ''
  return (
    <>
      {t(standing === 'lapsed' && endedEarly ? 'calibration.badge.ended' : `calibration.badge.${standing}`, {
        day,
      })}
      {standing !== 'never' && advisory && ` · ${t('calibration.badge.advice')}`}
    </>
  )
}
