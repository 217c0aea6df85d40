import { useI18n } from '#app/i18n/react.tsx'
import type { Happened } from '#db/status-history.ts'

/** What happened, the newest first, in whole sentences. */
export function History({ history, zone }: { history: readonly Happened[]; zone: string }) {
  const { t, formats } = useI18n()
  const words = ({ what, to }: Happened) =>
    what === 'moved' ? t(`status.history.moved.${to ?? 'applied'}`) : t(`status.history.${what}`)
  return (
    <section>
      <h2>{t('status.history.title')}</h2>
      <ol className="history">
        {history.map((event) => (
          <li key={`${event.at.getTime()} ${event.what} ${event.to}`}>
            <time className="label" dateTime={event.at.toISOString()}>
              {formats.dateTime(event.at, zone)}
            </time>
            <span>{words(event)}</span>
          </li>
        ))}
      </ol>
      <p className="hint">{t('status.history.zone', { zone })}</p>
    </section>
  )
}
