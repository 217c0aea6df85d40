import { describe, expect, test } from 'vitest'
import {
  archiveOwnAssignment,
  changeOwnAssignment,
  makeOwnAssignment,
  newAssignmentId,
  ownAssignmentsOf,
} from '#db/own-assignments.ts'
import { testDb } from '#test/support/db.ts'
import { lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const world = await lumo(db)
const { mirela: viewer, teamId } = world
const content = {
  titles: { en: 'Ours', ru: 'Наше', sq: 'Yni' },
  warmUps: ['practice-writing'],
  sections: [{ scenario: 's17-why-support', minutes: 12, sitting: 1, weights: { A1: 1, A3: 1, A4: 2 } }],
}
const made = async () => {
  const id = newAssignmentId(monday)
  await makeOwnAssignment(db, { viewer, teamId, id, content, now: monday })
  return id
}
const find = async (id: string) => (await ownAssignmentsOf(db, viewer)).find((one) => one.id === id)

describe('an assignment of one’s own', () => {
  test('sent ten times is made once, under a key that no shipped one can have', async () => {
    const id = newAssignmentId(monday)
    const sent = Array.from({ length: 10 }, () =>
      makeOwnAssignment(db, { viewer, teamId, id, content, now: monday }),
    )
    expect(await Promise.all(sent)).toEqual(
      Array.from({ length: 10 }, () => ({ ok: true, key: `own-${id}` })),
    )
    expect(await find(id)).toMatchObject({
      rev: 0,
      archived: false,
      content: { ...content, status: 'draft' },
    })
  })

  test('is changed on top of what was seen, and not over somebody else’s change', async () => {
    const id = await made()
    const changed = { ...content, titles: { ...content.titles, en: 'Ours, longer' } }
    const both = await Promise.all(
      [1, 2].map(() => changeOwnAssignment(db, { viewer, id, rev: 0, content: changed, now: monday })),
    )
    expect(both).toContainEqual({ ok: true, key: `own-${id}` })
    expect(both).toContainEqual({ refused: 'stale-revision' })
    expect(await find(id)).toMatchObject({ rev: 1, content: { titles: { en: 'Ours, longer' } } })
  })

  test('taken out of use stays known, for the vacancies that have it', async () => {
    const id = await made()
    await archiveOwnAssignment(db, { viewer, id, rev: 0, now: monday })
    await archiveOwnAssignment(db, { viewer, id, rev: 0, now: monday })
    expect(await find(id)).toMatchObject({ archived: true })
  })

  test('is not for graders, and does not exist for other teams', async () => {
    const id = await made()
    const elsewhere = { ...viewer, memberships: [{ teamId: id, role: 'owner' as const }] }
    const change = { id, rev: 0, content, now: monday }
    expect(await changeOwnAssignment(db, { ...change, viewer: world.viktor })).toEqual({
      refused: 'role-too-low',
    })
    expect(await changeOwnAssignment(db, { ...change, viewer: elsewhere })).toBeNull()
    expect(await ownAssignmentsOf(db, elsewhere)).toEqual([])
    expect(await ownAssignmentsOf(db, world.viktor)).toEqual([])
    const again = { id: newAssignmentId(monday), content, now: monday, teamId }
    expect(await makeOwnAssignment(db, { ...again, viewer: elsewhere })).toBeNull()
    expect(await makeOwnAssignment(db, { ...again, viewer: world.viktor })).toEqual({
      refused: 'role-too-low',
    })
  })
})
