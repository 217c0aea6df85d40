import { Link, useLocation } from '@remix-run/react'
import type { Catalogue } from '#app/i18n/catalogues.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { useBareWords } from './bare-words.ts'
import { Mark } from './Mark.tsx'
import { PublicPage } from './PublicPage.tsx'

type Code = keyof Catalogue['failed']['codes']
type Kind = 'missing' | 'closed' | 'gone' | 'busy' | 'refused' | 'down' | 'broken'

/** The refusals that say more than their kind does. */
const worded: Record<Code, true> = {
  'link-over': true,
  'link-unknown': true,
  'vacancy-closed': true,
  'referee-link': true,
  'reference-received': true,
  'reference-over': true,
  'undo-over': true,
  'interview-held': true,
  'offer-accepted': true,
  'offer-withdrawn': true,
  'offer-changed': true,
  'references-stage': true,
  'no-such-move': true,
  'needs-return-open': true,
}
const isWorded = (code: string | undefined): code is Code => code !== undefined && Object.hasOwn(worded, code)

function kindOf(status: number): Kind {
  if (status === 404 || status === 405) return 'missing'
  if (status === 401 || status === 403) return 'closed'
  if (status === 410) return 'gone'
  if (status === 429) return 'busy'
  if (status === 503) return 'down'
  return status < 500 ? 'refused' : 'broken'
}

interface FailedProps {
  status: number
  /** The refusal's own code, where there are words for it. */
  code?: string
  requestId?: string
}

/** The address itself, asked for again in full: what was half loaded is of no use. */
function useAddress() {
  const { pathname, search } = useLocation()
  return pathname + search
}

/** A code short enough to be read over the telephone, long enough to find the line in the log. */
const shortCode = (requestId: string) => requestId.replaceAll('-', '').slice(-8).toUpperCase()

/** The failed state inside a page's frame: what happened, what to do, a code that can be quoted. */
function FailedPart({ status, code, requestId }: FailedProps) {
  const { t } = useI18n()
  const address = useAddress()
  const kind = kindOf(status)
  const again = kind === 'busy' || kind === 'down' || kind === 'broken'
  return (
    <div className="empty failed">
      <h1>{t(`failed.${kind}.title`)}</h1>
      <p>{isWorded(code) ? t(`failed.codes.${code}`) : t(`failed.${kind}.text`)}</p>
      {kind === 'broken' && requestId && (
        <p className="label num">{t('failed.code', { code: shortCode(requestId) })}</p>
      )}
      <p className="row">
        {again ? (
          <a className="btn" href={address}>
            {t('failed.again')}
          </a>
        ) : (
          <Link className="btn" to="/">
            {t('failed.home')}
          </Link>
        )}
      </p>
    </div>
  )
}

/** The failed page. `bare`: not even the frame's data could be loaded, so it says it in every language. */
export function Failed({ bare, ...props }: FailedProps & { bare?: boolean }) {
  if (!bare) {
    return (
      <PublicPage>
        <FailedPart {...props} />
      </PublicPage>
    )
  }
  return <Bare {...props} />
}

function Bare({ status, requestId }: FailedProps) {
  const spoken = useBareWords()
  const address = useAddress()
  const kind = kindOf(status)
  return (
    <main className="sheet bare">
      <h1>
        <Mark />
      </h1>
      {spoken.map(({ locale, words }) => (
        <section key={locale} lang={locale}>
          <h2>{words[kind].title}</h2>
          <p>{words[kind].text}</p>
          <p>
            <a href={address}>{words.again}</a>
          </p>
        </section>
      ))}
      {requestId && <p className="label num">{shortCode(requestId)}</p>}
    </main>
  )
}
