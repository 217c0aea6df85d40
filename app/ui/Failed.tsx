import { Link, useLocation } from '@remix-run/react'
import type { Locale } from '#app/domain/locale.ts'
import en from '#app/i18n/en/failed.json'
import { useI18n } from '#app/i18n/react.tsx'
import ru from '#app/i18n/ru/failed.json'
import sq from '#app/i18n/sq/failed.json'
import { Mark } from './Mark.tsx'
import { PublicPage } from './PublicPage.tsx'

// Carried along instead of asked for: this page must speak when nothing else could be loaded.
const texts: Record<Locale, typeof en> = { en, ru, sq }
const spoken = Object.entries(texts)

type Code = keyof (typeof en)['codes']
type Kind = 'missing' | 'closed' | 'gone' | 'busy' | 'refused' | 'down' | 'broken'

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
  /** What the room says about this refusal, already translated, instead of the general words. */
  reason?: string
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
export function FailedPart({ status, code, reason, requestId }: FailedProps) {
  const { locale } = useI18n()
  const address = useAddress()
  const kind = kindOf(status)
  const words = texts[locale]
  const special: string | undefined = code && code in words.codes ? words.codes[code as Code] : undefined
  const again = kind === 'busy' || kind === 'down' || kind === 'broken'
  return (
    <div className="empty failed">
      <h1>{words[kind].title}</h1>
      <p>{reason ?? special ?? words[kind].text}</p>
      {kind === 'broken' && requestId && (
        <p className="label num">{words.code.replace('{{code}}', shortCode(requestId))}</p>
      )}
      <p className="row">
        {again ? (
          <a className="btn" href={address}>
            {words.again}
          </a>
        ) : (
          <Link className="btn" to="/">
            {words.home}
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
  const address = useAddress()
  const kind = kindOf(status)
  return (
    <main className="sheet bare">
      <h1>
        <Mark />
      </h1>
      {spoken.map(([locale, words]) => (
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
