import { Link } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'

export interface Part {
  name: string
  minutes: number
  state: 'done' | 'current' | 'ahead'
  /** How much of it is over, 0 to 1; by itself nothing before it is done and all after. */
  share?: number
  /** Where parts can be gone to and fro between: its address, and the state in other words. */
  to?: string
  word?: string
  lang?: string
}

/** Twenty-four steps of width are enough to see which part is the long one, and need no style attribute. */
const width = (minutes: number, total: number) =>
  `g${Math.min(24, Math.max(1, Math.round((minutes / total) * 24)))}`
const gone = ({ state, share = state === 'done' ? 1 : 0 }: Part) => Math.min(1, Math.max(0, share))

/** The assignment's first line: one segment per part, as long as the part lasts. */
export function Parts({ parts }: { parts: readonly Part[] }) {
  const { t } = useI18n()
  const total = parts.reduce((sum, part) => sum + part.minutes, 0) || 1
  const now = parts.findIndex((part) => part.state === 'current')
  const current = parts[now]
  return (
    <>
      <ol className="parts" aria-label={t('ui.parts.title')}>
        {parts.map((part) => (
          <li
            key={part.name}
            className={`${width(part.minutes, total)} ${part.state}`}
            aria-current={part.state === 'current' ? 'step' : undefined}
          >
            <svg aria-hidden="true">
              <rect className="all" width="100%" height="4" />
              {gone(part) > 0 && (
                <rect className="gone" width={`${(gone(part) * 100).toFixed(1)}%`} height="4" />
              )}
            </svg>
            <span>
              <span lang={part.lang}>{part.to ? <Link to={part.to}>{part.name}</Link> : part.name}</span>{' '}
              <span className="num">{t('ui.parts.minutes', { count: part.minutes })}</span>
              <span className="vh">, {part.word ?? t(`ui.parts.${part.state}`)}</span>
            </span>
          </li>
        ))}
      </ol>
      {current && (
        <p className="parts-now" aria-hidden="true">
          <span className="strong" lang={current.lang}>
            {current.name}
          </span>{' '}
          <span className="label">{t('ui.parts.now', { position: now + 1, total: parts.length })}</span>
        </p>
      )}
    </>
  )
}
