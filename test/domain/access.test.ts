import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Act,
  acts,
  can,
  canAnywhere,
  type Role,
  roles,
  type StaffViewer,
  teamsWhere,
} from '#app/domain/access.ts'

function staff(...memberships: [teamId: string, role: Role][]): StaffViewer {
  return {
    kind: 'staff',
    userId: 'u1',
    name: 'Arta Hoxha',
    email: 'arta@example.com',
    locale: 'sq',
    memberships: memberships.map(([teamId, role]) => ({ teamId, role })),
  }
}
const everyAct = Object.keys(acts).filter((act): act is Act => act in acts)

describe('a viewer', () => {
  test('may do in a team what their role there allows', () => {
    const manager = staff(['hosting', 'manager'])
    expect(can(manager, 'decide', { teamId: 'hosting' })).toBe(true)
    expect(can(manager, 'sign-readiness', { teamId: 'hosting' })).toBe(false)
  })

  test('carries nothing over to another team', () => {
    const viewer = staff(['hosting', 'manager'], ['partners', 'grader'])
    expect(can(viewer, 'see-applications', { teamId: 'partners' })).toBe(false)
    expect(can(viewer, 'grade', { teamId: 'partners' })).toBe(true)
    expect(teamsWhere(viewer, 'see-applications')).toEqual(['hosting'])
    expect(teamsWhere(viewer, 'grade')).toEqual(['hosting', 'partners'])
  })

  test('with two roles in one team has both, and the team once', () => {
    const viewer = staff(['hosting', 'manager'], ['hosting', 'lead'])
    expect(can(viewer, 'sign-readiness', { teamId: 'hosting' })).toBe(true)
    expect(teamsWhere(viewer, 'see-newcomers')).toEqual(['hosting'])
  })

  test('who grades sees neither applications nor names nor profiles', () => {
    const grader = staff(['hosting', 'grader'])
    expect(everyAct.filter((act) => canAnywhere(grader, act))).toEqual(['grade'])
  })

  test('who has just started follows the plan and nothing else', () => {
    const newcomer = staff(['hosting', 'newcomer'])
    expect(everyAct.filter((act) => canAnywhere(newcomer, act))).toEqual(['follow-plan'])
  })

  test('who came by a link is no member of staff', () => {
    for (const act of everyAct) {
      expect(can({ kind: 'candidate', applicationId: 'a1' }, act, { teamId: 'hosting' })).toBe(false)
      expect(can({ kind: 'referee', requestId: 'r1' }, act, { teamId: 'hosting' })).toBe(false)
    }
  })

  test('without membership may do nothing, whatever the act and the team', () => {
    const team = fc.constantFrom('hosting', 'partners', 'billing')
    const memberships = fc.array(fc.tuple(team, fc.constantFrom(...roles)), { maxLength: 4 })
    fc.assert(
      fc.property(memberships, team, fc.constantFrom(...everyAct), (given, teamId, act) => {
        const permitted: readonly Role[] = acts[act]
        const expected = given.some(([where, role]) => where === teamId && permitted.includes(role))
        expect(can(staff(...given), act, { teamId })).toBe(expected)
        expect(teamsWhere(staff(...given), act).includes(teamId)).toBe(expected)
      }),
    )
  })
})
