import type { Catalogue, Namespace } from './catalogues.ts'
import type { MessageKey } from './keys.ts'

type MessagePart = { [Name in Namespace]: `${Name}.${keyof Catalogue[Name] & string}` }[Namespace]

/** Which texts the browser of each audience needs, by the first part of the path. */
const namespaces = {
  a: [
    'ui',
    'failed',
    'shared',
    'domain',
    'status',
    'attempt',
    'references',
    'reports',
    'decisions',
    'interviews',
  ],
  r: ['ui', 'failed', 'shared', 'domain', 'references'],
  team: [
    'ui',
    'failed',
    'shared',
    'domain',
    'vacancies',
    'jobs',
    'pipeline',
    'grading',
    'agreement',
    'calibration',
    'profile',
    'references',
    'reports',
    'comparison',
    'integrity',
    'interviews',
    'decisions',
    'newcomers',
    'staff',
    'scenarios',
    'attempt',
  ],
  start: ['ui', 'failed', 'shared', 'domain', 'newcomers', 'attempt'],
  public: ['ui', 'failed', 'shared', 'domain', 'jobs', 'apply', 'status', 'owner'],
  // Pages that hydrate on a candidate's phone carry their own words and no more.
  apply: ['ui', 'failed', 'apply'],
  assignment: ['ui', 'failed', 'domain', 'attempt'],
  answer: ['ui', 'failed', 'attempt'],
} as const satisfies Record<string, readonly Namespace[]>

export type Audience = keyof typeof namespaces
export const audiences = Object.keys(namespaces) as Audience[]

/** Parts of those namespaces that no page of the audience says. */
const unsaid: Partial<Record<Audience, readonly MessagePart[]>> = {
  apply: [
    'ui.band',
    'ui.funnel',
    'ui.parts',
    'ui.rubric',
    'ui.silence',
    'ui.stage',
    'ui.timer',
    'apply.applied',
  ],
}

/** What every part of a running assignment says, of refusals and failures too; all else is said by other pages. */
const answer: readonly (MessagePart | MessageKey)[] = [
  'ui.saved',
  'ui.saving',
  'ui.offline',
  'ui.unsaved',
  'ui.timer',
  'ui.parts',
  'ui.skip',
  'ui.language',
  'ui.loading',
  'ui.sending',
  'ui.theme',
  'ui.optional',
  'ui.full',
  'ui.undo',
  'ui.close',
  'failed.missing',
  'failed.closed',
  'failed.gone',
  'failed.busy',
  'failed.refused',
  'failed.down',
  'failed.broken',
  'failed.code',
  'failed.again',
  'failed.home',
  'attempt.brief',
  'attempt.whatNext',
  'attempt.needsScript',
  'attempt.noLimit',
  'attempt.words',
  'attempt.addTime',
  'attempt.over',
  'attempt.elsewhere',
  'attempt.offline',
  'attempt.restored',
  'attempt.signedOut',
  'attempt.refused',
  'attempt.refusals.not-open',
  'attempt.versions',
  'attempt.entry.ask',
  'attempt.part',
  'attempt.sittings.finish',
]

/** What one instrument alone says: it comes with its part. */
const instruments = {
  'page-review': ['attempt.review'],
  reply: ['attempt.reply', 'attempt.handbook'],
  writing: [],
  inbox: ['attempt.inbox', 'attempt.moods', 'attempt.reply', 'attempt.handbook'],
  lookup: ['attempt.lookup', 'attempt.reply', 'attempt.handbook'],
  judgement: ['attempt.judgement'],
} as const satisfies Record<string, readonly MessagePart[]>

export type Instrument = keyof typeof instruments
export const instrumentNames = Object.keys(instruments) as Instrument[]

const assignmentPage = /^\/a\/(?:assignment|enter)(?:\/|$)/
const answerPage = /^\/a\/assignment\/[0-9a-f-]{36}\/?$/
const applyPage = /^(?:\/(?:ru|sq))?\/jobs\/[^/]+\/apply\/?$/

export function audienceOf(pathname: string): Audience {
  if (applyPage.test(pathname)) return 'apply'
  if (answerPage.test(pathname)) return 'answer'
  if (assignmentPage.test(pathname)) return 'assignment'
  const first = pathname.split('/')[1] ?? ''
  return first === 'a' || first === 'r' || first === 'team' || first === 'start' ? first : 'public'
}

/** Of the refusals that have words of their own, the one that the form can meet. */
const formRefusal: MessageKey = 'failed.codes.vacancy-closed'

const endings = /_(?:zero|one|two|few|many|other)$/

/** Is this path among these words, above one of them, or below? */
const within = (words: readonly string[]) => (path: string) => {
  const key = path.replace(endings, '')
  return words.some((word) => word === key || key.startsWith(`${word}.`) || word.startsWith(`${key}.`))
}

export function saidBy(audience: Audience): (path: string) => boolean {
  if (audience === 'answer') return within(answer)
  return (path) =>
    !unsaid[audience]?.some((part) => part === path) &&
    !(audience === 'apply' && path.startsWith('failed.codes.') && path !== formRefusal)
}

export const saidWith = (instrument: Instrument): ((path: string) => boolean) =>
  within(instruments[instrument])

export const namespacesOf = (audience: Audience): readonly Namespace[] => namespaces[audience]
