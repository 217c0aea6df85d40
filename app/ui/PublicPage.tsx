import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { publicPath } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { useHouse } from './house.ts'
import { Langs } from './Langs.tsx'
import { Mark } from './Mark.tsx'
import { Skip } from './Skip.tsx'
import { Theme } from './Theme.tsx'
import { Underway } from './Underway.tsx'

interface PublicPageProps {
  children: ReactNode
  /** Headings stand in a column of their own where there is room: for long reading, such as a vacancy. */
  wide?: boolean
  /** Links of the foot, such as the privacy notice. */
  foot?: ReactNode
  /** What stays in reach at the lower edge: the page's one button and what it costs. */
  reach?: ReactNode
  /** A form's own switch, which takes along what is typed; then nothing else on the page leads away from the form. */
  langs?: ReactNode
}

/** A page for everybody: the organisation's name and the languages above, one column, the mark below. */
export function PublicPage({ children, wide, foot, reach, langs }: PublicPageProps) {
  const { locale } = useI18n()
  const organisation = useHouse()?.organisation.name ?? ''
  return (
    <div className={wide ? 'wide' : undefined}>
      <Skip />
      <Underway />
      <header className="top">
        <Link discover="none" to={publicPath(locale, '/jobs')}>
          {organisation}
        </Link>
        {langs ?? <Langs touch />}
      </header>
      <main className="sheet" id="main" tabIndex={-1}>
        {children}
      </main>
      <Foot still={langs !== undefined}>{foot}</Foot>
      {reach && (
        <aside className="reach">
          <div>{reach}</div>
        </aside>
      )}
    </div>
  )
}

/** The page's foot: whose page it is, how it looks, what it is made with. `still`: without the choice of colours. */
export function Foot({ children, still }: { children?: ReactNode; still?: boolean }) {
  return (
    <footer className="foot">
      <div>
        {children}
        {!still && <Theme />}
        <Mark />
      </div>
    </footer>
  )
}
