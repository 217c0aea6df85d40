import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Stage } from '#app/domain/pipeline.ts'
import { useI18n } from '#app/i18n/react.tsx'

export interface StageBar {
  stage: Stage
  now: number
  /** How many came at least this far. */
  reached: number
  /** Where those who are here now are listed. */
  to?: string
  current?: boolean
}

/** How many reached each stage, in grey, and how many stand there now, in ink. The figures are the bars' twin in words. */
export function StageBars({ bars }: { bars: readonly StageBar[] }) {
  const { t } = useI18n()
  const most = Math.max(1, ...bars.map((bar) => bar.reached))
  const share = (count: number) => Number(((count / most) * 100).toFixed(1))
  return (
    <ol className="funnel" aria-label={t('ui.funnel.title')}>
      {bars.map((bar) => (
        <li key={bar.stage}>
          <Maybe to={bar.to} current={bar.current}>
            <svg viewBox="0 0 100 100" height="40" preserveAspectRatio="none" aria-hidden="true">
              <rect className="all" width="100" y={100 - share(bar.reached)} height={share(bar.reached)} />
              {bar.now > 0 && (
                <rect className="now" width="100" y={100 - share(bar.now)} height={share(bar.now)} />
              )}
            </svg>
            <b className="num">{bar.now}</b> <span>{t(`ui.stage.${bar.stage}`)}</span>
            {bar.reached > 0 && (
              <small className="num">{t('ui.funnel.reached', { count: bar.reached })}</small>
            )}
          </Maybe>
        </li>
      ))}
    </ol>
  )
}

function Maybe({ to, current, children }: { to?: string; current?: boolean; children: ReactNode }) {
  if (!to) return <div>{children}</div>
  return (
    <Link to={to} aria-current={current ? 'true' : undefined}>
      {children}
    </Link>
  )
}
