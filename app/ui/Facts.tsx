import { Fragment, type ReactNode } from 'react'

export interface Fact {
  name: string
  value: ReactNode
  /** A second line under the value. */
  note?: ReactNode
}

/** Plain facts, one below the other: a label, what it is. What is not known is left out by whoever lists them. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ name, value, note }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {note && <small>{note}</small>}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
