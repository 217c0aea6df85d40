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
  // The parts of a running assignment: what stands before and after them is said by other pages.
  answer: [
    'ui.band',
    'ui.funnel',
    'ui.rubric',
    'ui.silence',
    'ui.stage',
    'attempt.done',
    'attempt.extra',
    'attempt.finish',
    'attempt.intro',
    'attempt.practice',
    'attempt.running',
  ],
}

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

export const unsaidBy =
  (audience: Audience) =>
  (path: string): boolean =>
    unsaid[audience]?.some((part) => part === path) ||
    (audience === 'apply' && path.startsWith('failed.codes.') && path !== formRefusal)

export const namespacesOf = (audience: Audience): readonly Namespace[] => namespaces[audience]
