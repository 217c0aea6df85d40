import { and, eq, isNull } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  activeStages,
  type Fact,
  isActive,
  move,
  movesFrom,
  type Stage,
  stages,
} from '#app/domain/pipeline.ts'
import { inviteToAssignment } from '#db/attempts.ts'
import { newId } from '#db/id.ts'
import { moveApplication, sendStatusMail, takeBackWord, timeline } from '#db/pipeline.ts'
import {
  applications,
  attempts,
  decisions,
  events,
  jobs,
  notes,
  offers,
  openings,
  teams,
} from '#db/schema/index.ts'
import { testDb } from '#test/support/db.ts'
import { application } from '#test/world/applications.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const vacancy = await publishedVacancy(db, world, monday)
const { mirela: viewer } = world
let count = 0
const applied = (now = monday) =>
  application(db, world, {
    vacancy,
    form: { name: `Person ${++count}`, email: `p${count}@example.com` },
    now,
  })
const stand = (id: string, stage: Stage) =>
  db.update(applications).set({ stage }).where(eq(applications.id, id))
const read = async (id: string) => {
  const [row] = await db.select().from(applications).where(eq(applications.id, id))
  if (!row) throw new Error('no such application')
  return row
}
const waiting = (id: string) =>
  db
    .select()
    .from(jobs)
    .where(and(eq(jobs.kind, 'mail'), isNull(jobs.doneAt)))
    .then((rows) =>
      rows.filter(({ payload }) => payload.applicationId === id && payload.template?.startsWith('pipeline.')),
    )

describe('staff move an application by the table of moves and not otherwise', () => {
  let id = ''
  beforeAll(async () => {
    id = (await applied()).id
  })

  test.each(stages)('from %s, with nothing decided, invited or graded', async (from) => {
    for (const to of stages) {
      await stand(id, from)
      const done = await moveApplication(db, { viewer, id, to, now: monday })
      const rule = move(from, to, {})
      if ('refused' in rule) expect(done).toEqual(rule)
      else expect(done).toMatchObject({ ok: true, from, to })
      expect((await read(id)).stage).toBe('ok' in rule ? to : from)
    }
  })
})

describe('a move that needs a fact goes through when the rows hold it', () => {
  let id = ''
  const decide = (kind: 'offer' | 'reject' | 'reopen') =>
    db.insert(decisions).values({
      id: newId(),
      applicationId: id,
      kind,
      decidedBy: viewer.userId,
      reasonCode: 'other',
      reason: 'A reason with enough words.',
      seen: {},
      createdAt: monday,
    })
  const offer = async (change: {
    openingId?: string
    withdrawnAt?: Date
    withdrawnBy?: string
    withdrawnReason?: string
  }) => {
    await decide('offer')
    const decision = await db.query.decisions.findFirst({ orderBy: (t, { desc }) => desc(t.id) })
    const seat = await db.query.openings.findFirst({ where: eq(openings.vacancyId, vacancy.id) })
    await db.insert(offers).values({
      id: newId(),
      applicationId: id,
      decisionId: decision?.id ?? '',
      openingId: seat?.id ?? '',
      pay: 900,
      currency: 'EUR',
      madeBy: viewer.userId,
      payPeriod: 'month',
      startsOn: '2026-12-01',
      sentAt: monday,
      answerBy: later(monday, { days: 7 }),
      ...change,
    })
  }
  const make: Partial<Record<Fact, () => Promise<unknown>>> = {
    'assignment-invited': () => inviteToAssignment(db, { viewer, applicationId: id, now: monday }),
    // Nothing was written, so that nothing is left to grade.
    'grading-complete': async () => {
      await stand(id, 'applied')
      await inviteToAssignment(db, { viewer, applicationId: id, now: monday })
      await db.update(attempts).set({ status: 'expired' }).where(eq(attempts.applicationId, id))
    },
    'offer-decided': () => decide('offer'),
    'rejection-decided': () => decide('reject'),
    'reopening-decided': () => decide('reopen'),
    'offer-withdrawn': () =>
      offer({ withdrawnAt: monday, withdrawnBy: viewer.userId, withdrawnReason: 'The budget is gone.' }),
  }
  const rows = stages
    .flatMap((from) => movesFrom(from, 'staff'))
    .filter(({ needs }) => needs && !needs.includes('pool-consent'))

  test.each(rows)('$from → $to', async ({ from, to, needs = [] }) => {
    id = (await applied()).id
    for (const fact of needs) await make[fact]?.()
    await stand(id, from)
    expect(await moveApplication(db, { viewer, id, to, now: monday })).toMatchObject({ ok: true, from, to })
    expect((await read(id)).stage).toBe(to)
  })

  test('nobody goes to the talent pool, since nobody is asked for that consent yet', async () => {
    id = (await applied()).id
    await stand(id, 'rejected')
    expect(await moveApplication(db, { viewer, id, to: 'talent-pool', now: monday })).toEqual({
      refused: 'needs-pool-consent',
    })
  })

  test('no offer leaves for an opening that others hold', async () => {
    const seats = await db.select().from(openings).where(eq(openings.vacancyId, vacancy.id))
    for (const { id: openingId } of seats) {
      id = (await applied()).id
      await offer({ openingId })
    }
    id = (await applied()).id
    await decide('offer')
    await stand(id, 'decision')
    expect(await moveApplication(db, { viewer, id, to: 'offer', now: monday })).toEqual({
      refused: 'needs-opening-left',
    })
  })
})

describe('a move', () => {
  test('is an event with who and when, a new stage with its day, and a note where one was written', async () => {
    const { id } = await applied()
    const now = later(monday, { days: 1 })
    await moveApplication(db, { viewer, id, to: 'screening', note: ' Call back on Friday. ', now })
    expect(await read(id)).toMatchObject({ stage: 'screening', stageSince: now, lastWordAt: now })
    const [event] = await db
      .select()
      .from(events)
      .where(and(eq(events.applicationId, id), eq(events.kind, 'moved')))
    expect(event).toMatchObject({
      actorId: viewer.userId,
      at: now,
      data: { from: 'applied', to: 'screening' },
    })
    const [note] = await db.select().from(notes).where(eq(notes.applicationId, id))
    expect(note).toMatchObject({
      text: 'Call back on Friday.',
      movedTo: 'screening',
      authorId: viewer.userId,
    })
  })

  test('of another team’s application finds nothing and changes nothing', async () => {
    const { id } = await applied()
    const teamId = newId()
    await db.insert(teams).values({ id: teamId, name: 'Elsewhere', timeZone: 'UTC', createdAt: monday })
    const stranger = { ...viewer, memberships: [{ teamId, role: 'owner' as const }] }
    expect(await moveApplication(db, { viewer: stranger, id, to: 'screening', now: monday })).toBeNull()
    expect(await sendStatusMail(db, { viewer: stranger, id, now: later(monday, { days: 9 }) })).toBeNull()
    expect(await timeline(db, { viewer: stranger, applicationId: id, hidden: false })).toBeNull()
    expect((await read(id)).stage).toBe('applied')
  })

  test('is not for graders', async () => {
    const { id } = await applied()
    const done = await moveApplication(db, { viewer: world.viktor, id, to: 'screening', now: monday })
    expect(done).toEqual({ refused: 'role-too-low' })
  })

  test('that two make at once is made once', async () => {
    const { id } = await applied()
    const both = await Promise.all(
      [1, 2].map(() => moveApplication(db, { viewer, id, to: 'screening', now: monday })),
    )
    expect(both.filter((done) => done && 'ok' in done)).toHaveLength(1)
    expect(both).toContainEqual({ refused: 'already-there' })
    expect(await waiting(id)).toHaveLength(1)
  })

  test('taken back while the mail waits is never written about', async () => {
    const { id } = await applied()
    const now = later(monday, { days: 2 })
    const moved = await moveApplication(db, { viewer, id, to: 'screening', now })
    expect(moved).toMatchObject({ undo: true, mailAt: later(now, { seconds: 10 }) })
    await moveApplication(db, { viewer, id, to: 'applied', now: later(now, { seconds: 4 }) })
    expect(await waiting(id)).toEqual([])
    expect((await read(id)).lastWordAt).toEqual(monday)
  })

  test('followed by another while the mail waits is one mail', async () => {
    const { id } = await applied()
    await stand(id, 'interview')
    await moveApplication(db, { viewer, id, to: 'references', now: monday })
    await moveApplication(db, { viewer, id, to: 'decision', now: monday })
    expect(await waiting(id)).toHaveLength(1)
  })

  test('out of the road is told by the verb that ends it', async () => {
    const { id } = await applied()
    await db.insert(decisions).values({
      id: newId(),
      applicationId: id,
      kind: 'reject',
      decidedBy: viewer.userId,
      reasonCode: 'other',
      reason: 'A reason with enough words.',
      seen: {},
      createdAt: monday,
    })
    expect(await moveApplication(db, { viewer, id, to: 'rejected', now: monday })).toMatchObject({
      mailAt: null,
    })
    expect(await waiting(id)).toEqual([])
  })
})

describe('a status mail', () => {
  test('apologises when the promised days are over, and waits ten seconds', async () => {
    const { id } = await applied()
    const now = later(monday, { days: 9 })
    expect(await sendStatusMail(db, { viewer, id, now })).toEqual({
      ok: true,
      mailAt: later(now, { seconds: 10 }),
    })
    const [job] = await waiting(id)
    expect(job?.payload).toMatchObject({ template: 'pipeline.late', heard: monday.toISOString() })
    expect((await read(id)).lastWordAt).toEqual(now)
  })

  test('within the promise is a plain one', async () => {
    const { id } = await applied()
    await sendStatusMail(db, { viewer, id, now: later(monday, { days: 3 }) })
    expect((await waiting(id))[0]?.payload.template).toBe('pipeline.word')
  })

  test('asked for twenty times at once is written once', async () => {
    const { id } = await applied()
    const now = later(monday, { days: 9 })
    const all = await Promise.all(Array.from({ length: 20 }, () => sendStatusMail(db, { viewer, id, now })))
    expect(all.every((done) => done && 'ok' in done)).toBe(true)
    expect(await waiting(id)).toHaveLength(1)
  })

  test('is not sent twice in a day', async () => {
    const { id } = await applied()
    expect(await sendStatusMail(db, { viewer, id, now: later(monday, { hours: 3 }) })).toEqual({
      refused: 'word-today',
    })
  })

  test('taken back leaves the silence as long as it was', async () => {
    const { id } = await applied()
    const now = later(monday, { days: 9 })
    await sendStatusMail(db, { viewer, id, now })
    expect(await takeBackWord(db, { viewer, id, now })).toEqual({ ok: true })
    expect((await read(id)).lastWordAt).toEqual(monday)
    expect(await takeBackWord(db, { viewer, id, now })).toEqual({ refused: 'undo-over' })
  })

  test('goes only to those who are still considered', async () => {
    const { id } = await applied()
    for (const stage of stages.filter((one) => !isActive(one))) {
      await stand(id, stage)
      expect(await sendStatusMail(db, { viewer, id, now: later(monday, { days: 9 }) })).toEqual({
        refused: 'not-considered',
      })
    }
    expect(activeStages).toHaveLength(8)
  })
})
