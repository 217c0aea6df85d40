export interface Sending {
  /** What came in the field that people do not see. */
  trap: string
  /** When the form was opened, as the server signed it; undefined when the signature is missing or false. */
  openedAt: Date | undefined
  now: Date
  name: string
}

/** Nobody reads and fills in a form in this time. */
const hasteMilliseconds = 200

/** An address in a name is there to be mailed on to somebody else. */
const address = /:\/\/|\bwww\./i

/** Why somebody was suspected: what a person who judges is told. */
export const suspicions = ['trap', 'address', 'unopened', 'haste'] as const
export type Suspicion = (typeof suspicions)[number]

/**
 * Does it look like spam, and by what? Then it is kept in quarantine for a person to judge, never dropped. That
 * JavaScript is off is not a sign.
 */
export function suspicion({ trap, openedAt, now, name }: Sending): Suspicion | undefined {
  if (trap !== '') return 'trap'
  if (address.test(name)) return 'address'
  if (openedAt === undefined) return 'unopened'
  return now.getTime() - openedAt.getTime() < hasteMilliseconds ? 'haste' : undefined
}
