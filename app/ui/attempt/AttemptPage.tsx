import { useNavigate } from '@remix-run/react'
import type { MouseEvent, ReactNode } from 'react'
import type { Kind } from '#app/domain/scenario/common.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { useHouse } from '../house.ts'
import { Langs } from '../Langs.tsx'
import { type Part, Parts } from '../Parts.tsx'
import { Foot } from '../PublicPage.tsx'
import { Skip } from '../Skip.tsx'
import { Underway } from '../Underway.tsx'
import { useArrival } from '../useArrival.ts'
import { isDesk } from './Editor.tsx'
import { Looks } from './Looks.tsx'
import { settleOpen } from './open-cases.ts'

interface AttemptPageProps {
  children: ReactNode
  about: string
  parts: readonly Part[]
  /** The answers that are sent before this page gives way to another. */
  answers: readonly string[]
  /** Autosave, timer and what adds time. */
  state: ReactNode
  /** What the candidate must know now, above everything. */
  notice?: ReactNode
  /** The instrument that the page holds: two panes that fill the window, or one column that is read. */
  kind?: Kind
}

/** The frame of the running assignment: the clock of the whole above, nothing that leads away from it. */
export function AttemptPage({ children, about, parts, answers, state, notice, kind }: AttemptPageProps) {
  const { t } = useI18n()
  const desk = kind !== undefined && isDesk(kind)
  const organisation = useHouse()?.organisation.name
  const flushFirst = useFlushFirst(answers)
  useArrival()
  return (
    <div className={desk ? 'attempt desk-wide' : 'attempt'} onClickCapture={flushFirst}>
      {kind && <Looks kind={kind} />}
      <Skip />
      <Underway />
      <div className="attempt-first">
        <Parts parts={parts} />
      </div>
      <header className="attempt-top">
        <p>
          <b>{organisation}</b> <span className="label">{about}</span>
        </p>
        <div className="attempt-state">{state}</div>
      </header>
      <noscript>
        <p className="attempt-notice">{t('attempt.needsScript')}</p>
      </noscript>
      {notice}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {!desk && (
        <Foot>
          <Langs />
        </Foot>
      )}
    </div>
  )
}

/** Going to another part waits until this one is with the server, three seconds at most; what is left follows by itself. */
function useFlushFirst(answers: readonly string[]) {
  const navigate = useNavigate()
  return (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a[href^="/a/"]') : null
    const to = link?.getAttribute('href')
    if (!to || link?.hasAttribute('target')) return
    event.preventDefault()
    void settleOpen(answers, 3000).finally(() => navigate(to))
  }
}
