import type { ReactNode } from 'react'
import { useHouse } from './house.ts'
import { Langs } from './Langs.tsx'
import { Foot } from './PublicPage.tsx'
import { Skip } from './Skip.tsx'
import { Underway } from './Underway.tsx'
import { useArrival } from './useArrival.ts'

interface CandidatePageProps {
  children: ReactNode
  /** Beside the organisation's name: the vacancy, or whose page this is. */
  about?: ReactNode
  /** Instead of the languages: the timer and the autosave state during an assignment. */
  state?: ReactNode
  /** A form's own switch, which takes along what is typed; then nothing else on the page leads away from the form. */
  langs?: ReactNode
  /** Above everything: the assignment's parts. */
  first?: ReactNode
  foot?: ReactNode
  /** For parts that need the room: a page under review beside what was measured. */
  full?: boolean
}

/** One person's own page (candidate, referee, newcomer): one column of 40 rem, nothing leads away from it. */
export function CandidatePage({ children, about, state, langs, first, foot, full }: CandidatePageProps) {
  const organisation = useHouse()?.organisation.name
  useArrival()
  return (
    <div className={full ? 'full' : undefined}>
      <Skip />
      <Underway />
      <header>
        {first && <div className="first-line">{first}</div>}
        <div className="top">
          <p>
            <b>{organisation}</b> {about && <span className="label">{about}</span>}
          </p>
          {state ?? langs ?? <Langs touch />}
        </div>
      </header>
      <main className="sheet" id="main" tabIndex={-1}>
        {children}
      </main>
      <Foot still={langs !== undefined}>
        {foot}
        {state && <Langs />}
      </Foot>
    </div>
  )
}
