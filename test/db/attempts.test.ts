import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { closeAttempt, submitAttempt } from '#db/attempt-end.ts'
import { chooseExtraTime, creditTime, extendTime } from '#db/attempt-time.ts'
import { inviteToAssignment } from '#db/attempts.ts'
import { accommodations, answers, applications, events, jobs, scenarioVersions } from '#db/schema/index.ts'
import { candidateViewer, startSession } from '#db/sessions.ts'
import { startAttempt } from '#db/sittings.ts'
import { bringBack, withdraw } from '#db/withdrawals.ts'
import { testDb } from '#test/support/db.ts'
import { application } from '#test/world/applications.ts'
import { attemptRow, invitedAttempt, startedAttempt, submittedAttempt } from '#test/world/attempts.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const vacancy = await publishedVacancy(db, world, monday)
let people = 0
/** Somebody new who has applied for the evening shift. */
const someone = () => {
  people += 1
  return { vacancy, now: monday, form: { name: `Person ${people}`, email: `person${people}@example.com` } }
}
const stageOf = async (id: string) =>
  (await db.select().from(applications).where(eq(applications.id, id)))[0]?.stage
const kindsOf = async (id: string) =>
  (await db.select().from(events).where(eq(events.applicationId, id))).map(
    ({ kind, actorKind }) => `${actorKind} ${kind}`,
  )
const jobsOf = async (attemptId: string, kind: string) =>
  (await db.select().from(jobs).where(eq(jobs.kind, kind))).filter(
    ({ payload }) => payload.attemptId === attemptId,
  )
const allowed = 52 * 60

describe('an invitation', () => {
  test('makes the attempt from what was frozen at publication, moves the application and writes the mail', async () => {
    const { applicationId, attemptId } = await invitedAttempt(db, world, someone())
    const attempt = await attemptRow(db, attemptId)
    expect(attempt).toMatchObject({
      status: 'invited',
      locale: 'en',
      allowedSeconds: allowed,
      startedAt: null,
    })
    // To the end of the seventh day in Tirana.
    expect(attempt.openUntil.toISOString()).toBe('2026-11-09T22:59:59.000Z')
    for (const hash of [attempt.assignmentHash, attempt.rubricHash, attempt.handbookHash])
      expect(await db.select().from(scenarioVersions).where(eq(scenarioVersions.hash, hash))).toHaveLength(1)
    expect(await stageOf(applicationId)).toBe('assignment')
    expect(await kindsOf(applicationId)).toEqual(['candidate applied', 'staff moved', 'staff invited'])
    expect(await jobsOf(attemptId, 'mail')).toHaveLength(1)
  })

  test('pressed twenty times is one attempt and one mail', async () => {
    const { id: applicationId } = await application(db, world, someone())
    const pressed = Array.from({ length: 20 }, () =>
      inviteToAssignment(db, { viewer: world.mirela, applicationId, now: monday }),
    )
    const ids = new Set((await Promise.all(pressed)).map((done) => done && 'ok' in done && done.attemptId))
    expect(ids.size).toBe(1)
    expect(await jobsOf([...ids][0] || '', 'mail')).toHaveLength(1)
  })

  test('is not for graders, and for strangers there is no application', async () => {
    const { id: applicationId } = await application(db, world, someone())
    const ask = { applicationId, now: monday }
    expect(await inviteToAssignment(db, { ...ask, viewer: world.viktor })).toEqual({
      refused: 'role-too-low',
    })
    const elsewhere = { ...world.mirela, memberships: [{ teamId: applicationId, role: 'owner' as const }] }
    expect(await inviteToAssignment(db, { ...ask, viewer: elsewhere })).toBeNull()
    expect(await stageOf(applicationId)).toBe('applied')
  })

  test('is not for an application in quarantine: nobody has said yet that it is one', async () => {
    const { id: applicationId } = await application(db, world, someone())
    await db.update(applications).set({ quarantined: true }).where(eq(applications.id, applicationId))
    expect(await inviteToAssignment(db, { viewer: world.mirela, applicationId, now: monday })).toBeNull()
    expect(await stageOf(applicationId)).toBe('applied')
  })

  test('that ran out unused can be opened again, and says so by mail', async () => {
    const { applicationId, attemptId, viewer } = await invitedAttempt(db, world, someone())
    const late = later(monday, { days: 9 })
    expect(await startAttempt(db, { viewer, now: late })).toEqual({ refused: 'invitation-over' })
    await inviteToAssignment(db, { viewer: world.mirela, applicationId, now: late })
    expect(await startAttempt(db, { viewer, now: late })).toEqual({ ok: true, started: true })
    expect(await jobsOf(attemptId, 'mail')).toHaveLength(2)
  })
})

describe('more time, asked for before the start', () => {
  test('lengthens the attempt, and what was asked for is kept apart from it and untold', async () => {
    const { applicationId, attemptId, viewer } = await invitedAttempt(db, world, someone())
    const chosen = await chooseExtraTime(db, { viewer, extra: 'plus-50', secondLanguage: true, now: monday })
    expect(chosen).toEqual({ ok: true, allowedSeconds: 5460 })
    await startAttempt(db, { viewer, now: monday })
    const { deadlineAt } = await attemptRow(db, attemptId)
    expect(deadlineAt).toEqual(later(monday, { seconds: 5460 }))
    const rows = await db.select().from(accommodations).where(eq(accommodations.applicationId, applicationId))
    expect(rows).toMatchObject([{ extra: 'plus-50', secondLanguage: true }])
    const told = await db.select().from(events).where(eq(events.applicationId, applicationId))
    expect(JSON.stringify(told)).not.toMatch(/plus|extra|5460/)
  })

  test('may be no limit at all: no deadline, no job that closes', async () => {
    const { attemptId, viewer } = await invitedAttempt(db, world, someone())
    await chooseExtraTime(db, { viewer, extra: 'no-limit', secondLanguage: false, now: monday })
    await startAttempt(db, { viewer, now: monday })
    expect((await attemptRow(db, attemptId)).deadlineAt).toBeNull()
    expect(await jobsOf(attemptId, 'close-attempt')).toHaveLength(0)
    expect(await closeAttempt(db, { attemptId, now: later(monday, { days: 30 }) })).toBe('not-yet')
  })

  test('cannot be chosen once the clock runs', async () => {
    const { viewer } = await startedAttempt(db, world, someone())
    const chosen = await chooseExtraTime(db, {
      viewer,
      extra: 'plus-100',
      secondLanguage: false,
      now: monday,
    })
    expect(chosen).toEqual({ refused: 'already-started' })
  })
})

describe('the start', () => {
  test('makes one answer for each part under a code of its own and sets the deadline', async () => {
    const { attemptId, answers: made } = await startedAttempt(db, world, someone())
    expect(made.map(({ key }) => key)).toEqual(['s01-sales-page', 's03-first-fifty', 's17-why-support'])
    expect(new Set(made.map(({ code }) => code)).size).toBe(3)
    for (const { code } of made) expect(code).toMatch(/^C-[2-9A-HJ-NP-Z]{4}$/)
    expect((await attemptRow(db, attemptId)).deadlineAt).toEqual(later(monday, { minutes: 52 }))
    expect(await jobsOf(attemptId, 'close-attempt')).toHaveLength(1)
  })

  test('pressed twenty times at once starts once', async () => {
    const { attemptId, viewer } = await invitedAttempt(db, world, someone())
    const done = await Promise.all(
      Array.from({ length: 20 }, () => startAttempt(db, { viewer, now: monday })),
    )
    expect(done.filter((one) => one && 'ok' in one && one.started)).toHaveLength(1)
    expect(await db.select().from(answers).where(eq(answers.attemptId, attemptId))).toHaveLength(3)
  })

  test('is not open to somebody who has withdrawn, nor to somebody who was not invited', async () => {
    const { viewer } = await invitedAttempt(db, world, someone())
    await withdraw(db, { viewer, now: monday })
    expect(await startAttempt(db, { viewer, now: monday })).toEqual({ refused: 'not-open' })
    const { viewer: stranger } = await application(db, world, someone())
    expect(await startAttempt(db, { viewer: stranger, now: monday })).toBeNull()
  })
})

describe('ten per cent more', () => {
  test('ten times, each press once, and then no more', async () => {
    const { attemptId, viewer } = await startedAttempt(db, world, someone())
    const twice = await Promise.all([0, 0].map((after) => extendTime(db, { viewer, after, now: monday })))
    expect(twice.map((one) => one && 'ok' in one && one.extensions)).toEqual([1, 1])
    for (let after = 1; after < 10; after++) await extendTime(db, { viewer, after, now: monday })
    expect((await attemptRow(db, attemptId)).deadlineAt).toEqual(later(monday, { minutes: 104 }))
    expect(await extendTime(db, { viewer, after: 10, now: monday })).toEqual({ refused: 'extension-limit' })
  })

  test('not after the end, nor after handing in', async () => {
    const { viewer } = await startedAttempt(db, world, someone())
    const after = { viewer, after: 0, now: later(monday, { minutes: 53 }) }
    expect(await extendTime(db, after)).toEqual({ refused: 'time-over' })
    const { viewer: done } = await submittedAttempt(db, world, someone())
    expect(await extendTime(db, { viewer: done, after: 0, now: monday })).toEqual({
      refused: 'already-submitted',
    })
  })

  test('the job of the earlier deadline finds that it is not time yet', async () => {
    const { attemptId, viewer } = await startedAttempt(db, world, someone())
    await extendTime(db, { viewer, after: 0, now: later(monday, { minutes: 50 }) })
    expect(await closeAttempt(db, { attemptId, now: later(monday, { minutes: 53 }) })).toBe('not-yet')
    expect(await jobsOf(attemptId, 'close-attempt')).toHaveLength(2)
  })
})

describe('a lost connection', () => {
  test('gives back what nobody could use, never more than ten minutes in all', async () => {
    const { attemptId, viewer } = await startedAttempt(db, world, someone())
    const back = (minutes: number, awaySeconds: number, typedSeconds = 0) =>
      creditTime(db, { viewer, awaySeconds, typedSeconds, now: later(monday, { minutes }) })
    expect(await back(10, 195, 60)).toBe(120)
    expect(await back(30, 3600)).toBe(480)
    expect(await back(40, 600)).toBe(0)
    expect((await attemptRow(db, attemptId)).deadlineAt).toEqual(later(monday, { minutes: 62 }))
  })

  test('cannot have been longer than the server heard nothing', async () => {
    const { viewer } = await startedAttempt(db, world, someone())
    const now = later(monday, { minutes: 1 })
    expect(await creditTime(db, { viewer, awaySeconds: 600, typedSeconds: 0, now })).toBe(45)
  })
})

describe('handing in', () => {
  test('twenty times at once is once, and the application goes to grading by the system', async () => {
    const { applicationId, attemptId, viewer } = await startedAttempt(db, world, someone())
    const now = later(monday, { minutes: 40 })
    const done = await Promise.all(Array.from({ length: 20 }, () => submitAttempt(db, { viewer, now })))
    expect(new Set(done.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(done[0]).toEqual({ ok: true, as: 'submitted', finishedAt: now })
    expect(await stageOf(applicationId)).toBe('grading')
    const kinds = await kindsOf(applicationId)
    expect(kinds.slice(-2)).toEqual(['candidate submitted', 'system moved'])
    expect(
      (await jobsOf(attemptId, 'mail')).filter(({ payload }) => payload.template === 'attempt.submitted'),
    ).toHaveLength(1)
  })

  test('before the start and without an invitation there is nothing to hand in', async () => {
    const { viewer } = await invitedAttempt(db, world, someone())
    expect(await submitAttempt(db, { viewer, now: monday })).toEqual({ refused: 'not-started' })
    const { viewer: stranger } = await application(db, world, someone())
    expect(await submitAttempt(db, { viewer: stranger, now: monday })).toBeNull()
  })

  test('after the deadline the attempt ends at the deadline', async () => {
    const { viewer } = await startedAttempt(db, world, someone())
    const done = await submitAttempt(db, { viewer, now: later(monday, { hours: 2 }) })
    expect(done).toEqual({ ok: true, as: 'expired', finishedAt: later(monday, { minutes: 52 }) })
  })
})

describe('the deadline', () => {
  test('closes once, at the deadline, whoever comes and however late', async () => {
    const { applicationId, attemptId } = await startedAttempt(db, world, someone())
    const now = later(monday, { hours: 5 })
    const done = await Promise.all(Array.from({ length: 5 }, () => closeAttempt(db, { attemptId, now })))
    expect(done.filter((one) => one === 'closed')).toHaveLength(1)
    const attempt = await attemptRow(db, attemptId)
    expect(attempt).toMatchObject({ status: 'expired', finishedAt: later(monday, { minutes: 52 }) })
    expect(await stageOf(applicationId)).toBe('grading')
    const mails = (await jobsOf(attemptId, 'mail')).filter(
      ({ payload }) => payload.template === 'attempt.expired',
    )
    expect(mails).toHaveLength(1)
  })

  test('waits for the grace, and leaves alone what was handed in', async () => {
    const { attemptId } = await startedAttempt(db, world, someone())
    expect(await closeAttempt(db, { attemptId, now: later(monday, { minutes: 52, seconds: 10 }) })).toBe(
      'not-yet',
    )
    const { attemptId: done } = await submittedAttempt(db, world, someone())
    expect(await closeAttempt(db, { attemptId: done, now: later(monday, { hours: 5 }) })).toBe('already')
    expect((await attemptRow(db, done)).status).toBe('submitted')
  })

  test('of somebody who has withdrawn moves nobody; brought back, the answers go to grading', async () => {
    const { applicationId, attemptId, viewer } = await startedAttempt(db, world, someone())
    await withdraw(db, { viewer, now: later(monday, { minutes: 10 }) })
    expect(await closeAttempt(db, { attemptId, now: later(monday, { hours: 1 }) })).toBe('closed')
    expect(await stageOf(applicationId)).toBe('withdrawn')
    await bringBack(db, { viewer, now: later(monday, { hours: 2 }) })
    // The job of the deadline, and the one that the return has asked for.
    expect(await jobsOf(attemptId, 'close-attempt')).toHaveLength(2)
    expect(await closeAttempt(db, { attemptId, now: later(monday, { hours: 2 }) })).toBe('already')
    expect(await stageOf(applicationId)).toBe('grading')
  })
})

test('a new status link keeps a browser in the attempt that it was let into, and no other browser', async () => {
  const { applicationId, viewer } = await invitedAttempt(db, world, someone())
  const { applicationId: another } = await invitedAttempt(db, world, someone())
  const session = (secretHash: string, of: string, earlierHash?: string) =>
    startSession(db, {
      kind: 'candidate',
      subject: { applicationId: of },
      secretHash,
      earlierHash,
      now: monday,
    })
  const entered = async (secretHash: string) =>
    (await candidateViewer(db, { secretHash, now: monday }))?.entered
  await session('laptop', applicationId)
  await startAttempt(db, { viewer, secretHash: 'laptop', now: monday })
  expect(await entered('laptop')).toBe(true)
  await session('laptop, link pressed again', applicationId, 'laptop')
  await session('phone', applicationId)
  await session('laptop, somebody else', another, 'laptop')
  expect(await entered('laptop, link pressed again')).toBe(true)
  expect(await entered('phone')).toBe(false)
  expect(await entered('laptop, somebody else')).toBe(false)
})
