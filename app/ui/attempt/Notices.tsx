import { Link } from '@remix-run/react'
import { type ReactNode, useSyncExternalStore } from 'react'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Lamp } from '../Lamp.tsx'
import { useHydrated } from '../useClock.ts'
import type { Passage } from './passages.ts'
import type { Editing } from './useAutosave.ts'
import { useFocusAfter } from './useFocusAfter.ts'

const Notice = ({ children, alert }: { children: ReactNode; alert?: boolean }) => (
  <section className="attempt-notice" role={alert ? 'alert' : 'status'}>
    {children}
  </section>
)

function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed)
      window.addEventListener('offline', changed)
      return () => {
        window.removeEventListener('online', changed)
        window.removeEventListener('offline', changed)
      }
    },
    () => navigator.onLine,
    () => true,
  )
}

interface NoticesProps<Body> {
  editing: Editing<Body>
  /** The time has run out on this page's clock. */
  over: boolean
  overAt: string | null
  zone: string
  /** An answer as plain passages, for choosing between two. */
  passages: (body: Body) => Passage[]
  lang: string
}

/** What happened and what to do, one thing at a time, the gravest first. */
export function Notices<Body>({ editing, over, overAt, zone, passages, lang }: NoticesProps<Body>) {
  const { t, formats } = useI18n()
  const online = useOnline()
  const hydrated = useHydrated()
  const { queue, clock } = editing
  const focusAfter = useFocusAfter()
  if (queue.closed === 'already-submitted')
    return (
      <Notice alert>
        <p>{t('attempt.elsewhere')}</p>
        <Onward />
      </Notice>
    )
  if (queue.closed === 'not-open')
    return (
      <Notice alert>
        <p>{t('attempt.refusals.not-open')}</p>
        <Onward />
      </Notice>
    )
  if (queue.closed === 'time-over' || over)
    return (
      <Notice alert>
        <p>{t('attempt.over', { time: overAt ? formats.time(overAt, zone) : '' })}</p>
        <Onward />
      </Notice>
    )
  if (queue.conflict)
    return (
      <TwoTexts
        editing={editing}
        theirs={queue.conflict.server.body}
        passages={passages}
        lang={lang}
        choose={(which) => {
          editing.choose(which)
          focusAfter(() => document.getElementById('main'))
        }}
      />
    )
  if (queue.trouble === 'signed-out')
    return (
      <Notice alert>
        <p>{t('attempt.signedOut')}</p>
        <p>
          <a className="btn" href="/a/enter" target="_blank" rel="noreferrer">
            {t('attempt.entry.ask')}
          </a>
        </p>
      </Notice>
    )
  if (queue.trouble === 'refused') return <Notice alert>{t('attempt.refused')}</Notice>
  if (hydrated && (!online || queue.trouble === 'offline')) return <Notice>{t('attempt.offline')}</Notice>
  const credited = Math.round((clock?.creditedSeconds ?? 0) / 60)
  if (credited > 0) return <Notice>{t('attempt.restored', { count: credited })}</Notice>
  return null
}

function Onward() {
  const { t } = useI18n()
  return (
    <p>
      <Link className="btn" to="/a/assignment">
        {t('attempt.whatNext')}
      </Link>
    </p>
  )
}

function TwoTexts<Body>(props: {
  editing: Editing<Body>
  theirs: Body
  passages: (body: Body) => Passage[]
  lang: string
  choose: Editing<Body>['choose']
}) {
  const { t } = useI18n()
  const { editing, theirs, passages, lang, choose } = props
  const side = (which: 'mine' | 'theirs', body: Body) => (
    <div>
      <h3>{t(`attempt.versions.${which}`)}</h3>
      <div className="version read typed" lang={lang}>
        {passages(body).map(({ key, label, text }) => (
          <div key={key}>
            {label && <p className="label">{label}</p>}
            <p>{text}</p>
          </div>
        ))}
        {passages(body).length === 0 && <p className="label">{t('attempt.versions.empty')}</p>}
      </div>
      <Button type="button" onClick={() => choose(which)}>
        {t(`attempt.versions.keep.${which}`)}
      </Button>
    </div>
  )
  return (
    <section className="attempt-notice versions" role="alert">
      <h2>
        <Lamp>{t('attempt.versions.title')}</Lamp>
      </h2>
      <p>{t('attempt.versions.text')}</p>
      <div className="grid2">
        {side('mine', editing.queue.body)}
        {side('theirs', theirs)}
      </div>
    </section>
  )
}
