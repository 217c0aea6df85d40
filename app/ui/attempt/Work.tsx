import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { classes } from '../classes.ts'
import { Langs } from '../Langs.tsx'
import { Foot } from '../PublicPage.tsx'

export interface Pane {
  id: string
  /** The word of its tab. */
  tab: string
  content: ReactNode
}

interface WorkProps {
  /** What is looked at: one of these at a time. */
  left: readonly Pane[]
  /** Where the answer is written; beside it where there is room, a tab of its own where there is not. */
  right: Pane
  label: string
  /** Beside the tabs. */
  hint?: ReactNode
  /** The pane that was asked for last. */
  shown: string
  show: (pane: string) => void
}

/** What scrolls by itself must be reached by keyboard, or nobody there could scroll it. */
const scrolled = { tabIndex: 0 }

/** The same width as in attempt.css. */
const narrow = '(max-width: 62rem)'

function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(narrow)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => matchMedia(narrow).matches,
    () => false,
  )
}

/** Two panes, or tabs on a narrow screen. What is hidden stays mounted: places and typed text survive a change of tab. */
export function Work({ left, right, label, hint, shown, show }: WorkProps) {
  const writes = shown === right.id
  const isNarrow = useNarrow()
  // Whoever goes on writing keeps beside them what they looked at last: the page, or the list of its parts.
  const [last, setLast] = useState(left[0]?.id)
  if (shown !== last && left.some(({ id }) => id === shown)) setLast(shown)
  const looked = left.some(({ id }) => id === last) ? last : left[0]?.id
  const current = (id: string) => (writes && isNarrow ? id === right.id : id === looked)
  const tab = ({ id, tab: word }: Pane, className?: string) => (
    <button
      key={id}
      type="button"
      className={className}
      aria-current={current(id) ? 'true' : undefined}
      onClick={() => show(id)}
    >
      {word}
    </button>
  )
  return (
    <div className={classes('work', writes ? 'writes' : 'looks')}>
      <div className="work-tabs">
        <nav className="tabs" aria-label={label}>
          {left.map((pane) => tab(pane))}
          {tab(right, 'narrow')}
        </nav>
        {hint && <span className="label">{hint}</span>}
      </div>
      <section className="work-left" aria-label={left.find(({ id }) => id === looked)?.tab} {...scrolled}>
        {left.map(({ id, content }) => (
          <div key={id} className="work-pane" hidden={id !== looked}>
            {content}
          </div>
        ))}
      </section>
      <div className="work-right">
        {right.content}
        <Foot>
          <Langs />
        </Foot>
      </div>
    </div>
  )
}
