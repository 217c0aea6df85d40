import { useI18n } from '#app/i18n/react.tsx'

/** How long somebody has heard nothing, against what was promised: the line thickens where the promise is over. */
export function SilenceLine({ days, promised = 7 }: { days: number; promised?: number }) {
  const { t } = useI18n()
  const x = (count: number) => Math.min(84, (Math.max(0, count) / promised) * 42)
  const said = days < 1 ? t('ui.silence.today') : t('ui.silence.days', { count: days })
  const rest = days > promised ? t('ui.silence.late') : t('ui.silence.within', { count: promised })
  return (
    <svg className="silence" viewBox="0 0 84 12" role="img" aria-label={`${said} ${rest}`}>
      <path className="p" d="M42 1v10" />
      {days > 0 && <path className="d" d={`M0 6H${x(Math.min(days, promised))}`} />}
      {days > promised && <path className="o" d={`M42 6H${x(days)}`} />}
    </svg>
  )
}
