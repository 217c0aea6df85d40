import type { Role } from './access.ts'

/** Who may do more stands above. */
const rank: Record<Role, number> = { owner: 3, manager: 2, lead: 1, grader: 1, newcomer: 0 }

/** The roles that are given by hand. A newcomer's comes from the hire alone, so that nobody is employed by accident. */
export const givenRoles = ['owner', 'manager', 'lead', 'grader'] as const satisfies readonly Role[]
export type GivenRole = (typeof givenRoles)[number]

/** Nobody gives or takes a role higher than their own. */
export const mayGive = (own: readonly Role[], role: Role): boolean =>
  own.some((held) => rank[held] >= rank[role])
