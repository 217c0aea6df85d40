import { Link } from '@remix-run/react'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useSyncExternalStore } from 'react'
import { useI18n } from '#app/i18n/react.tsx'
import { useHydrated } from '../useClock.ts'
import type { Writable } from './passages.ts'
import type { Editing } from './useAutosave.ts'
import { useFocusAfter } from './useFocusAfter.ts'

/** Few ever have two texts: what shows them comes when there are two. */
const TwoTexts = lazy(async () => ({ default: (await import('./TwoTexts.tsx')).TwoTexts }))

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
  /** The answer with what it answers, for choosing between two. */
  read: (body: Body) => Writable
  lang: string
}

/** What happened and what to do, one thing at a time, the gravest first. */
export function Notices<Body>({ editing, over, overAt, zone, read, lang }: NoticesProps<Body>) {
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
      <Suspense>
        <TwoTexts
          mine={read(queue.body)}
          theirs={read(queue.conflict.server.body)}
          lang={lang}
          choose={(which) => {
            editing.choose(which)
            focusAfter(() => document.getElementById('main'))
          }}
        />
      </Suspense>
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
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    // What was open until now is closed: who stood at a button of it is led on, who writes or reads is left in peace.
    const here = document.activeElement
    if (here?.matches(':disabled') || here === document.body) link.current?.focus({ preventScroll: true })
  }, [])
  return (
    <p>
      <Link ref={link} className="btn" to="/a/assignment">
        {t('attempt.whatNext')}
      </Link>
    </p>
  )
}
