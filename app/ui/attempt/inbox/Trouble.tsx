import { useI18n } from '#app/i18n/react.tsx'
import type { CaseState } from './case-line.ts'

/** What keeps an act from getting through, and what becomes of it. */
export function Trouble({ state }: { state: Pick<CaseState, 'trouble' | 'closed' | 'pending' | 'opening'> }) {
  const { t } = useI18n()
  const { trouble, closed, pending, opening } = state
  if (closed !== null) return <p role="alert">{t(`attempt.inbox.closed.${closed}`)}</p>
  if (trouble === 'signed-out')
    return (
      <p role="alert">
        {t('attempt.signedOut')}{' '}
        <a href="/a/enter" target="_blank" rel="noreferrer">
          {t('attempt.entry.ask')}
        </a>
      </p>
    )
  if (trouble === null || (pending.length === 0 && !opening)) return null
  return <p role="status">{t('attempt.inbox.waitsForConnection')}</p>
}
