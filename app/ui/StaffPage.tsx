import type { ReactNode } from 'react'
import { type Noun, Rail } from './Rail.tsx'
import { Skip } from './Skip.tsx'
import { Underway } from './Underway.tsx'
import { useArrival } from './useArrival.ts'

/** The desk: the rail of nouns, then the page. The layout route draws it; pages begin with a PageHead. */
export function StaffPage({
  nouns,
  me,
  children,
}: {
  nouns: readonly Noun[]
  me: { name: string; role: string }
  children: ReactNode
}) {
  useArrival()
  return (
    <div className="desk">
      <Skip />
      <Underway />
      <Rail nouns={nouns} me={me} />
      <main className="page dense" id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

interface PageHeadProps {
  title: ReactNode
  /** Where this page hangs, and its plain facts: "Vacancies · open until 6 December". */
  crumb?: ReactNode
  /** Under the title: the stage, who graded. */
  who?: ReactNode
  /** What can be done with the whole page; at most one is primary. */
  acts?: ReactNode
}

export function PageHead({ title, crumb, who, acts }: PageHeadProps) {
  return (
    <header className="page-head">
      <div>
        {crumb && <p className="crumb">{crumb}</p>}
        <h1>{title}</h1>
        {who && <div className="who">{who}</div>}
      </div>
      {acts && <div className="acts">{acts}</div>}
    </header>
  )
}
