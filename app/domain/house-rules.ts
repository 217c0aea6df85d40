import type { QuizQuestion } from './onboarding.ts'

/**
 * The confidentiality agreement and the quiz on it, by version. Their words stand in the catalogue `rules`, in three
 * languages, under these keys. A text that changes gets a new key and makes a new version; the old ones stay, since
 * people have signed them.
 */
export const agreementDocument = 'confidentiality'

export const agreementVersions = [
  { version: '1', clauses: ['secret', 'inside', 'friends', 'slip', 'after'] },
] as const
export type Clause = (typeof agreementVersions)[number]['clauses'][number]
export type AgreementVersion = { version: string; clauses: readonly Clause[] }

export const agreementInForce: AgreementVersion =
  agreementVersions[agreementVersions.length - 1] ?? agreementVersions[0]

/** The clauses that somebody who signed an earlier version has not signed yet; all of them for one who signed none. */
export function clausesToSign<C extends string>(
  versions: readonly { version: string; clauses: readonly C[] }[],
  signed: string | null,
): C[] {
  const current = versions.at(-1)?.clauses ?? []
  const known: readonly string[] = versions.find(({ version }) => version === signed)?.clauses ?? []
  return current.filter((clause) => !known.includes(clause))
}

/** One question on each clause, in the clauses' order; `options` in the order in which they are shown. */
export const rulesQuiz = {
  version: '1',
  questions: [
    { key: 'secret', right: 'prices', options: ['counts', 'prices', 'earnings'] },
    { key: 'inside', right: 'tool', options: ['phone', 'english', 'tool'] },
    { key: 'friends', right: 'never', options: ['yes', 'never', 'no'] },
    { key: 'slip', right: 'lead', options: ['lead', 'sender', 'morning'] },
    { key: 'after', right: 'way', options: ['case', 'anything', 'way'] },
  ],
} as const satisfies {
  version: string
  questions: readonly (QuizQuestion & { options: readonly string[] })[]
}

export type RulesQuiz = { version: string; questions: readonly QuizQuestion[] }

/** What the gate's bar shows of one clause: shut, read, or open because its question is answered right too. */
export type ClauseState = 'shut' | 'read' | 'open'

export function clauseState(clause: { read: boolean; signed: boolean; right: boolean }): ClauseState {
  if (!clause.read && !clause.signed) return 'shut'
  return clause.right && clause.signed ? 'open' : 'read'
}
