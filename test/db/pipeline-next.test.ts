import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { isEventKind } from '#app/domain/event-kinds.ts'
import { isYours, type NextStep } from '#app/domain/next-step.ts'
import { gradingComplete } from '#db/grading.ts'
import { newId } from '#db/id.ts'
import { keepMessage } from '#db/messages.ts'
import { planForTeam } from '#db/newcomers.ts'
import { applicationForStaff, applicationsOf, interviewsToday, overdueCount, timeline } from '#db/pipeline.ts'
import { attempts, events } from '#db/schema/index.ts'
import { testDb } from '#test/support/db.ts'
import { startedAttempt } from '#test/world/attempts.ts'
import {
  decided,
  finalist,
  hired,
  interviewed,
  namedReferee,
  offered,
  referenced,
  rejection,
  sentRequest,
} from '#test/world/decisions.ts'
import { gradedApplication, handedIn, invitedGraders } from '#test/world/grading.ts'
import { type Lumo, later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world: Lumo = await lumo(db)
const { mirela: viewer } = world
let count = 0
/** Everybody applies for a vacancy of their own, so that no seat is anybody else's. */
const given = () => ({ now: monday, form: { email: `n${++count}@example.com` } })

async function nextOf(applicationId: string, now: Date) {
  const read = await applicationForStaff(db, { viewer, id: applicationId, now })
  return { next: read?.next, turn: read?.turn, at: read?.at ?? null, by: read?.by }
}

describe('what happens next', () => {
  const expectNext = async (id: string, now: Date, next: NextStep) => {
    const found = await nextOf(id, now)
    expect(found.next).toBe(next)
    if (found.turn !== 'overdue') expect(found.turn).toBe(isYours(next) ? 'yours' : 'others')
    return found
  }

  test('during the assignment is the candidate’s, by the clock', async () => {
    const started = await startedAttempt(db, world, given())
    const [row] = await db.select().from(attempts).where(eq(attempts.applicationId, started.applicationId))
    const deadline = row?.deadlineAt ?? monday
    await expectNext(started.applicationId, new Date(deadline.getTime() - 60_000), 'attempt-running')
    await expectNext(started.applicationId, new Date(deadline.getTime() + 60_000), 'attempt-ending')
  })

  test('in grading agrees with the rule of what is complete', async () => {
    const vacancy = await publishedVacancy(db, world, monday)
    const { applicationId } = await handedIn(db, world, { vacancy, email: 'g@example.com', now: monday })
    const at = (hours: number) => later(monday, { hours })
    const complete = (now: Date) => gradingComplete(db, { applicationId, now })
    await expectNext(applicationId, at(1), 'graders-lacking')
    expect(await complete(at(1))).toBe(false)
    await invitedGraders(db, world, vacancy.id, [world.viktor, world.dorina], at(1))
    const waiting = await expectNext(applicationId, at(2), 'grading')
    expect(waiting.by).toEqual(['Dorina Kelmendi', 'Viktor Sablin'])
    expect(await complete(at(2))).toBe(false)
    const graders = [world.viktor, world.dorina].map((who) => ({ who, sheet: {} }))
    await gradedApplication(db, { applicationId, graders, now: at(3) })
    await expectNext(applicationId, at(4), 'graded')
    expect(await complete(at(4))).toBe(true)
  })

  test('with references follows who has been named, asked and heard', async () => {
    const who = await finalist(db, world, given())
    await expectNext(who.applicationId, who.now, 'referees-unnamed')
    await namedReferee(db, who, { email: 'one@nordweb.example.com' })
    await expectNext(who.applicationId, who.now, 'referees-unnamed')
    await sentRequest(db, who, { email: 'two@nordweb.example.com' })
    await expectNext(who.applicationId, later(who.now, { minutes: 5 }), 'reference-awaited')
    const heard = await referenced(db, world, given())
    await expectNext(heard.applicationId, heard.now, 'references-in')
  })

  test('with an interview follows its day', async () => {
    const bare = await finalist(db, world, { ...given(), stage: 'interview' })
    await expectNext(bare.applicationId, bare.now, 'interview-lacking')
    const who = await interviewed(db, world, given())
    const ahead = await expectNext(who.applicationId, who.now, 'interview-ahead')
    expect(ahead.by).toEqual(['Mirela Hoxha'])
    const day = ahead.at ?? monday
    expect(
      (await interviewsToday(db, viewer, 'en', day)).map(({ applicationId }) => applicationId),
    ).toContain(who.applicationId)
    expect(await interviewsToday(db, viewer, 'en', later(day, { days: 1 }))).toEqual([])
    await expectNext(who.applicationId, later(day, { hours: 2 }), 'interview-held')
  })

  test('with a decision and an offer follows what was decided and answered', async () => {
    const bare = await finalist(db, world, { ...given(), stage: 'decision' })
    await expectNext(bare.applicationId, bare.now, 'decide')
    const chosen = await decided(db, world, given())
    await expectNext(chosen.applicationId, chosen.now, 'offer-lacking')
    const ways = (await applicationForStaff(db, { viewer, id: chosen.applicationId, now: chosen.now }))?.ways
    expect(ways?.find(({ to }) => to === 'offer')?.way).toBe('offer')
    const asked = await offered(db, world, given())
    await expectNext(asked.applicationId, asked.now, 'offer-open')
    await expectNext(asked.applicationId, later(asked.now, { days: 10 }), 'offer-over')
    const gone = await decided(db, world, { ...given(), decision: rejection })
    await expectNext(gone.applicationId, gone.now, 'closed')
  })
})

describe('the history of a whole hire', () => {
  let who: Awaited<ReturnType<typeof hired>>
  beforeAll(async () => {
    who = await hired(db, world, given())
  })

  test('has words for everything that was recorded', async () => {
    const kinds = await db.selectDistinct({ kind: events.kind }).from(events)
    expect(kinds.length).toBeGreaterThan(15)
    expect(kinds.filter(({ kind }) => !isEventKind(kind))).toEqual([])
  })

  test('goes from the application to the hire, each stage with who moved it', async () => {
    const entries = (await timeline(db, { viewer, applicationId: who.applicationId, hidden: false })) ?? []
    const moves = entries.flatMap(({ what, from, to, who: by }) =>
      what.kind === 'event' && what.event === 'moved' ? [`${from} ${to} ${by.name ?? by.kind}`] : [],
    )
    expect(moves.toReversed()).toEqual([
      'applied assignment Mirela Hoxha',
      'assignment grading system',
      'grading decision Mirela Hoxha',
      'decision offer Mirela Hoxha',
      'offer hired candidate',
    ])
    expect(entries.map(({ at }) => at.getTime())).toEqual(
      entries.map(({ at }) => at.getTime()).sort((one, other) => other - one),
    )
    expect(entries.find(({ what }) => what.kind === 'event' && what.event === 'offer-decided')?.words).toBe(
      'The calmest answers of all, and every promise has a date.',
    )
  })

  test('ends at the newcomer’s plan, for whoever may see it', async () => {
    const read = (who: typeof viewer, id: string) => applicationForStaff(db, { viewer: who, id, now: monday })
    const newcomerId = (await read(viewer, who.applicationId))?.newcomerId ?? ''
    expect(await planForTeam(db, { viewer, id: newcomerId })).not.toBeNull()
    const other = { ...viewer, memberships: [{ teamId: newId(), role: 'manager' as const }] }
    expect(await read(other, who.applicationId)).toBeNull()
    const bare = await finalist(db, world, given())
    expect((await read(viewer, bare.applicationId))?.newcomerId).toBeNull()
  })

  test('says to whom each mail went; of a referee the relation alone, and not even that while the person is hidden', async () => {
    const found = await finalist(db, world, given())
    await sentRequest(db, found, { email: 'ref@nordweb.example.com' })
    const { applicationId, now } = found
    const mail = {
      toName: 'X',
      locale: 'en',
      subject: 'S',
      text: 'T',
      applicationId,
      host: 'x',
      now,
    } as const
    for (const [kind, toAddress, userId] of [
      ['interviews.assigned', world.agim.email, world.agim.userId],
      ['references.request', 'ref@nordweb.example.com', null],
      ['apply.received', 'ref@nordweb.example.com', null],
    ] as const)
      await keepMessage(db, { ...mail, kind, toAddress, userId, jobId: newId() })
    const to = async (hidden: boolean) =>
      ((await timeline(db, { viewer, applicationId, hidden })) ?? []).flatMap(({ what }) =>
        what.kind === 'mail' ? [what.to] : [],
      )
    const [staff, candidate] = [{ kind: 'staff', name: 'Agim Berisha' }, { kind: 'candidate' }]
    expect(await to(false)).toEqual(
      expect.arrayContaining([staff, { kind: 'referee', relation: 'manager' }, candidate]),
    )
    expect(await to(true)).toEqual(
      expect.arrayContaining([staff, { kind: 'referee', relation: null }, candidate]),
    )
  })

  test('says nobody’s words while the person is hidden', async () => {
    const entries = (await timeline(db, { viewer, applicationId: who.applicationId, hidden: true })) ?? []
    expect(entries.every(({ words }) => words === null)).toBe(true)
  })
})

test('overdue candidates are counted up to a limit, those of other teams not at all', async () => {
  const now = later(monday, { days: 60 })
  const { rows } = await applicationsOf(db, {
    viewer,
    filter: { late: '1' },
    order: { by: 'word', down: false },
    now,
  })
  expect(await overdueCount(db, viewer, now)).toBe(rows.length)
  expect(rows.length).toBeGreaterThan(5)
  expect(await overdueCount(db, { ...viewer, memberships: [] }, now)).toBe(0)
})
