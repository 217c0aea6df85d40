import type { ReactNode } from 'react'

export function Pairs({ rows }: { rows: readonly { label: string; text: string }[] }) {
  return (
    <dl className="pairs">
      {rows.map(({ label, text }) => (
        <div key={label}>
          <dt className="label">{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Notes({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul className="plain-list">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  )
}

interface FoldProps {
  title: ReactNode
  /** Open at first. */
  open?: boolean
  children: ReactNode
}

export function Fold({ title, open, children }: FoldProps) {
  return (
    <details className="fold" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
