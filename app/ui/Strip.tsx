import type { ReactNode } from 'react'

// What scrolls must be reachable, so that the arrow keys can scroll it (WCAG 2.1.1).
const reachable = { tabIndex: 0 }

/** A wide table scrolls inside its own strip; the page never does. Reachable by keyboard, named for those who hear it. */
export function Strip({ name, narrow, children }: { name: string; narrow?: boolean; children: ReactNode }) {
  return (
    <section className={narrow ? 'scroll narrow' : 'scroll'} aria-label={name} {...reachable}>
      {children}
    </section>
  )
}
