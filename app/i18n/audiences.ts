import type { Namespace } from './catalogues.ts'

/** Which texts the browser of each audience needs, by the first part of the path. */
const namespaces = {
  a: ['ui', 'shared', 'domain', 'status', 'attempt', 'references', 'decisions', 'interviews'],
  r: ['ui', 'shared', 'domain', 'references'],
  team: [
    'ui',
    'shared',
    'domain',
    'vacancies',
    'jobs',
    'pipeline',
    'grading',
    'profile',
    'references',
    'interviews',
    'decisions',
    'newcomers',
    'staff',
  ],
  start: ['ui', 'shared', 'domain', 'newcomers', 'attempt'],
  public: ['ui', 'shared', 'domain', 'jobs', 'apply', 'status', 'owner'],
  // Pages that hydrate on a candidate's phone carry their own words and no more.
  apply: ['ui', 'apply'],
  assignment: ['ui', 'domain', 'attempt'],
} as const satisfies Record<string, readonly Namespace[]>

export type Audience = keyof typeof namespaces

const assignmentPage = /^\/a\/(?:assignment|enter)(?:\/|$)/
const applyPage = /^(?:\/(?:ru|sq))?\/jobs\/[^/]+\/apply\/?$/

export function audienceOf(pathname: string): Audience {
  if (applyPage.test(pathname)) return 'apply'
  if (assignmentPage.test(pathname)) return 'assignment'
  const first = pathname.split('/')[1] ?? ''
  return first === 'a' || first === 'r' || first === 'team' || first === 'start' ? first : 'public'
}

export const namespacesOf = (audience: Audience): readonly Namespace[] => namespaces[audience]
