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
  // The one public page that hydrates: it carries its own words and no more.
  apply: ['ui', 'apply'],
} as const satisfies Record<string, readonly Namespace[]>

export type Audience = keyof typeof namespaces

const applyPage = /^(?:\/(?:ru|sq))?\/jobs\/[^/]+\/apply\/?$/

export function audienceOf(pathname: string): Audience {
  if (applyPage.test(pathname)) return 'apply'
  const first = pathname.split('/')[1] ?? ''
  return first === 'a' || first === 'r' || first === 'team' || first === 'start' ? first : 'public'
}

export const namespacesOf = (audience: Audience): readonly Namespace[] => namespaces[audience]
