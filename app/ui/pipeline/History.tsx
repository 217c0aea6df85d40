import { isEventKind } from '#app/domain/event-kinds.ts'
import { useI18n } from '#app/i18n/react.tsx'
import type { Addressee } from '#db/pipeline.ts'
import type { EntryView } from './entry-view.ts'

/** One line of time: what happened, by whom and when, the newest first. */
export function History({
  entries,
  zone,
  hidden,
}: {
  entries: readonly EntryView[]
  zone: string
  hidden: boolean
}) {
  const { formats } = useI18n()
  return (
    <ol className="history">
      {entries.map((entry) => (
        <li key={entry.id}>
          <p className="label">
            <time dateTime={entry.at}>{formats.dateTime(entry.at, zone)}</time>
          </p>
          <Entry entry={entry} zone={zone} hidden={hidden} />
        </li>
      ))}
    </ol>
  )
}

function Entry({ entry, zone, hidden }: { entry: EntryView; zone: string; hidden: boolean }) {
  const { t, formats } = useI18n()
  const { what, words } = entry
  const who = <Who who={entry.who} />
  switch (what.kind) {
    case 'mail':
      return (
        <p>
          {words === null ? t('pipeline.history.mailHidden') : t('pipeline.history.mail', { subject: words })}{' '}
          <span className="label">
            <To whom={what.to} />
            {!what.sent && <> · {t('pipeline.history.waiting')}</>}
          </span>
        </p>
      )
    case 'note':
      return (
        <div>
          <p>
            {entry.to
              ? t('pipeline.history.noteMoved', { stage: t(`ui.stage.${entry.to}`) })
              : t('pipeline.history.note')}{' '}
            {who}
          </p>
          {hidden ? (
            <p className="quiet">{t('pipeline.history.noteHidden')}</p>
          ) : (
            <p className="read typed">{words}</p>
          )}
        </div>
      )
    case 'event': {
      const kind = isEventKind(what.event) ? what.event : 'other'
      const said = t(`pipeline.events.${kind}`, {
        from: entry.from ? t(`ui.stage.${entry.from}`) : '',
        to: entry.to ? t(`ui.stage.${entry.to}`) : '',
        whom:
          entry.whom ??
          (kind.startsWith('refer') ? t('pipeline.history.referee') : t('pipeline.history.formerly')),
      })
      return (
        <div>
          <p>
            {said}
            {entry.starts && <time dateTime={entry.starts}>: {formats.dateTime(entry.starts, zone)}</time>}{' '}
            {who}
          </p>
          {words && <p className="read typed">{words}</p>}
        </div>
      )
    }
  }
}

/** To whom a mail went. */
function To({ whom }: { whom: Addressee }) {
  const { t, locale } = useI18n()
  if (whom.kind === 'candidate') return t('pipeline.history.toCandidate')
  if (whom.kind === 'staff')
    return t('pipeline.history.toStaff', { name: whom.name ?? t('pipeline.history.formerly') })
  if (whom.relation === null) return t('pipeline.history.toReferee')
  const relation = t(`references.relation.${whom.relation}`).toLocaleLowerCase(locale)
  return t('pipeline.history.toRefereeOf', { relation })
}

function Who({ who }: { who: EntryView['who'] }) {
  const { t } = useI18n()
  const name =
    who.kind === 'staff' ? (who.name ?? t('pipeline.history.formerly')) : t(`pipeline.history.${who.kind}`)
  return <span className="label">{name}</span>
}
