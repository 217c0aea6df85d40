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

/** Looks like spam: kept in quarantine for a person to judge, never dropped. That JavaScript is off is not a sign. */
export function suspicious({ trap, openedAt, now, name }: Sending): boolean {
  if (trap !== '' || address.test(name)) return true
  return openedAt === undefined || now.getTime() - openedAt.getTime() < hasteMilliseconds
}
