/** The kinds of job that the house knows, by which they are named to people. */
export const jobKinds = [
  'mail',
  'close-attempt',
  'integrity',
  'settle-answer',
  'remind-graders',
  'sweep',
  'work-out-agreement',
  'remove-application',
] as const
export type JobKind = (typeof jobKinds)[number]

export const isJobKind = (kind: string): kind is JobKind => jobKinds.some((known) => known === kind)

export type Failure = 'mail-away' | 'mail-sign-in' | 'mail-refused' | 'unknown'

/** What the post says when it fails, by the codes of its library: no answer, no entry, no such address. */
const ofMail: [Failure, RegExp][] = [
  ['mail-away', /^E(CONNECTION|TIMEDOUT|SOCKET|DNS|TLS|PROTOCOL|CONNREFUSED|CONNRESET|NOTFOUND)\b/],
  ['mail-sign-in', /^E(AUTH|NOAUTH|OAUTH2)\b/],
  ['mail-refused', /^E(ENVELOPE|MESSAGE)\b/],
]

/** Why a job was given up, as far as the error that it was left with tells. */
export function failureOf(job: { kind: string; error: string | null }): Failure {
  if (job.kind !== 'mail') return 'unknown'
  return ofMail.find(([, says]) => says.test(job.error ?? ''))?.[0] ?? 'unknown'
}
