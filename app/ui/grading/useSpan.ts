import { useI18n } from '#app/i18n/react.tsx'

/** Minutes as people say them: 40 min, 1 h 10 min. Rounded to five above a quarter of an hour. */
export function useSpan() {
  const { t } = useI18n()
  return (minutes: number) => {
    const rounded = minutes > 15 ? Math.round(minutes / 5) * 5 : Math.max(1, Math.round(minutes))
    const hours = Math.floor(rounded / 60)
    const rest = rounded % 60
    if (hours === 0) return t('grading.span.minutes', { minutes: rest })
    return rest === 0 ? t('grading.span.hours', { hours }) : t('grading.span.both', { hours, minutes: rest })
  }
}
