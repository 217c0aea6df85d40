import type { ReactNode } from 'react'
import type { CandidateViewOf } from '#app/domain/scenario/views.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../../Button.tsx'
import { Langs } from '../../Langs.tsx'
import { Foot } from '../../PublicPage.tsx'
import { Brief } from '../Brief.tsx'
import type { Case } from './useCase.ts'

interface UnopenedProps {
  view: CandidateViewOf<'inbox'>
  lang: string
  work: Case
  locked: boolean
  practice: boolean
  onward: ReactNode
  children: ReactNode
}

/** The situation first; nobody waits before the inbox is opened. */
export function Unopened({ view, lang, work, locked, practice, onward, children }: UnopenedProps) {
  const { t } = useI18n()
  const { line, state } = work
  return (
    <div className="unopened">
      <div className="written">
        <Brief view={view} lang={lang} />
        <section className="first">
          <h2>{t('attempt.inbox.before.title')}</h2>
          <ul className="dashes">
            {(practice ? (['clock', 'wide'] as const) : (['clock', 'sent', 'wide'] as const)).map((key) => (
              <li key={key}>{t(`attempt.inbox.before.${key}`)}</li>
            ))}
          </ul>
          <p className="acts">
            <Button
              type="button"
              kind="primary"
              disabled={locked}
              busy={state.opening ? t('ui.loading') : undefined}
              onClick={() => line.open()}
            >
              {t('attempt.inbox.before.open')}
            </Button>
          </p>
          {children}
        </section>
        {onward}
      </div>
      <Foot>
        <Langs />
      </Foot>
    </div>
  )
}
