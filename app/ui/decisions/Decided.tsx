import type { DecisionKind } from '#app/domain/decision.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'

export interface DecidedData {
  id: string
  kind: DecisionKind
  by: string
  reasonCode: string
  reason: string
  attentionComment: string
  at: string
}

/** Every decision so far, the newest first: who, what, why. */
export function Decided({ decisions, zone }: { decisions: readonly DecidedData[]; zone: string }) {
  const { t, formats } = useI18n()
  if (decisions.length === 0) return null
  return (
    <section className="first">
      <h2>{t('decisions.page.earlier')}</h2>
      <ul className="history">
        {decisions.map(({ id, kind, by, reasonCode, reason, attentionComment, at }) => (
          <li key={id}>
            <time className="label" dateTime={at}>
              {formats.dateTime(at, zone)}
            </time>
            <div>
              <p>
                {t('decisions.page.by', {
                  kind: t(`decisions.made.${reasonCode === 'undone' ? 'undone' : kind}`),
                  name: by,
                })}{' '}
                {reasonCode !== 'undone' && (
                  <span className="label">{t(`decisions.reasons.${reasonCode}` as MessageKey)}</span>
                )}
              </p>
              <p className="read typed">{reason}</p>
              {attentionComment !== '' && (
                <>
                  <p className="label">{t('decisions.page.attention')}</p>
                  <p className="read typed">{attentionComment}</p>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
