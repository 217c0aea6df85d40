import type { Relation } from './references.ts'

/** What is worth a second look in a reference. Never a verdict, and nothing is computed from it. */
export const referenceFlags = ['other-relation', 'free-mail', 'quick', 'soon'] as const
export type ReferenceFlag = (typeof referenceFlags)[number]

export const flagRules = {
  /** Less time than this between opening and sending is quick. */
  quickSeconds: 90,
  /** Sent within this time of the mail that asked. */
  soonSeconds: 120,
}

const freeMail = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'live.com',
  'icloud.com',
  'me.com',
  'aol.com',
  'proton.me',
  'protonmail.com',
  'mail.ru',
  'bk.ru',
  'inbox.ru',
  'list.ru',
  'ya.ru',
  'yandex.ru',
  'yandex.com',
  'rambler.ru',
])
const freeFamilies = ['yahoo', 'hotmail', 'gmx']

export function isFreeMail(address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return freeMail.has(domain) || freeFamilies.some((family) => domain.startsWith(`${family}.`))
}

export interface FlaggedReference {
  /** What the candidate said of the referee, and what the referee says. */
  named: Relation
  said: Relation
  email: string
  sentAt: Date | null
  openedAt: Date | null
  receivedAt: Date
}

/** The flags of one received reference, in their order. */
export function flagsOf(reference: FlaggedReference): ReferenceFlag[] {
  const { named, said, email, sentAt, openedAt, receivedAt } = reference
  const seconds = (from: Date | null) =>
    from === null ? Number.POSITIVE_INFINITY : (receivedAt.getTime() - from.getTime()) / 1000
  const found: Record<ReferenceFlag, boolean> = {
    'other-relation': named !== said,
    'free-mail': said === 'manager' && isFreeMail(email),
    quick: seconds(openedAt) < flagRules.quickSeconds,
    soon: seconds(sentAt) < flagRules.soonSeconds,
  }
  return referenceFlags.filter((flag) => found[flag])
}
