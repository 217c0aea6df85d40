import type { Locale } from './locale.ts'

export const roles = ['owner', 'manager', 'grader', 'lead', 'newcomer'] as const
export type Role = (typeof roles)[number]

export type Membership = { teamId: string; role: Role }
export type StaffViewer = {
  kind: 'staff'
  userId: string
  name: string
  email: string
  locale: Locale
  memberships: readonly Membership[]
}
export type CandidateViewer = {
  kind: 'candidate'
  applicationId: string
  /** May this browser write in the attempt? The one that started it may, and one let in by a key. */
  entered?: boolean
}
export type RefereeViewer = { kind: 'referee'; requestId: string }
export type Viewer = StaffViewer | CandidateViewer | RefereeViewer

/**
 * Who may do what inside a team. Candidates and referees are not in it: they reach only their own application or
 * request, through the link that names it.
 */
export const acts = {
  'see-vacancies': ['owner', 'manager', 'lead'],
  'edit-vacancy': ['owner', 'manager'],
  'publish-vacancy': ['owner', 'manager'],
  'see-applications': ['owner', 'manager'],
  'move-application': ['owner', 'manager'],
  'see-identity': ['owner', 'manager'],
  'see-history': ['owner', 'manager'],
  'invite-grader': ['owner', 'manager'],
  grade: ['owner', 'manager', 'grader', 'lead'],
  'see-profile': ['owner', 'manager'],
  'see-agreement': ['owner', 'manager'],
  moderate: ['owner', 'manager', 'lead'],
  'see-integrity': ['owner', 'manager'],
  decide: ['owner', 'manager'],
  'make-offer': ['owner', 'manager'],
  'manage-interviews': ['owner', 'manager'],
  'manage-references': ['owner', 'manager'],
  'see-newcomers': ['owner', 'manager', 'lead'],
  'sign-readiness': ['lead'],
  'see-scenarios': ['owner', 'manager', 'lead'],
  'compose-assignment': ['owner', 'manager'],
  'manage-staff': ['owner'],
  'see-mail': ['owner'],
  'follow-plan': ['newcomer'],
} as const satisfies Record<string, readonly Role[]>
export type Act = keyof typeof acts

function allowed(act: Act, role: Role): boolean {
  const permitted: readonly Role[] = acts[act]
  return permitted.includes(role)
}

/** May this viewer do this in this team? Serves verbs and buttons alike. */
export function can(viewer: Viewer, act: Act, subject: { teamId: string }): boolean {
  return viewer.kind === 'staff' && teamsWhere(viewer, act).includes(subject.teamId)
}

/** The teams in which the viewer may do this: what a list's `where` is made of. Each team once. */
export function teamsWhere(viewer: Viewer, act: Act): string[] {
  if (viewer.kind !== 'staff') return []
  const teams = viewer.memberships.filter(({ role }) => allowed(act, role)).map(({ teamId }) => teamId)
  return [...new Set(teams)]
}

/** Is it a team of the viewer's own, whatever they may do there? What is not theirs is not there for them. */
export const memberOf = (viewer: StaffViewer, teamId: string): boolean =>
  viewer.memberships.some((membership) => membership.teamId === teamId)

/** May the viewer do this in any team at all? For navigation and for what belongs to the whole installation. */
export function canAnywhere(viewer: Viewer, act: Act): boolean {
  return teamsWhere(viewer, act).length > 0
}
