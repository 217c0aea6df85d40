import { Link } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import type { PartNames } from './Reasons.tsx'

export interface PairData {
  answerId: string
  other: { name: string | null; code: string; applicationId: string | null }
  passages: { here: string; there: string }[]
}

/** What two answers share, passage beside passage. The other person stands by name only where the reader may know it. */
export function SideBySide({ pairs, parts }: { pairs: readonly PairData[]; parts: PartNames }) {
  const { t } = useI18n()
  return (
    <section className="first stack">
      <h2>{t('integrity.beside.title')}</h2>
      <p className="quiet">{t('integrity.beside.lede')}</p>
      {pairs.map(({ answerId, other, passages }) => {
        const part = parts[answerId]
        const { name, code, applicationId } = other
        return (
          <div key={answerId + code} className="alike">
            <h3 lang={part?.lang}>{part?.title}</h3>
            <div className="alike-row label">
              <p>{t('integrity.beside.here')}</p>
              <p>
                {name && applicationId ? (
                  <Link to={`/team/applications/${applicationId}`}>{name}</Link>
                ) : (
                  t('integrity.beside.there', { code })
                )}
              </p>
            </div>
            {passages.map(({ here, there }) => (
              <div key={here} className="alike-row">
                <blockquote className="read typed" lang={part?.lang}>
                  {here}
                </blockquote>
                <blockquote className="read typed" lang={part?.lang}>
                  {there}
                </blockquote>
              </div>
            ))}
            {passages.length === 0 && <p className="quiet">{t('integrity.beside.none')}</p>}
          </div>
        )
      })}
      {pairs.length === 0 && <p className="quiet">{t('integrity.beside.gone')}</p>}
    </section>
  )
}
