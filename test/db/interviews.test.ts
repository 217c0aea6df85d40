import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import {
  cancelInterview,
  comingInterviews,
  interviewsOf,
  inviteToInterview,
  moveInterview,
  ownInterview,
  saveNote,
} from '#db/interviews.ts'
import { events, identityViews, interviewNotes, interviews, jobs } from '#db/schema/index.ts'
import { statusOf } from '#db/status.ts'
import { testDb } from '#test/support/db.ts'
import { type Finalist, finalist, interviewed, slotAfter } from '#test/world/decisions.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const world = await lumo(db)
const { mirela, viktor, agim } = world
const stranger: StaffViewer = {
  ...mirela,
  userId: '0190a000-0000-7000-8000-0000000009ff',
  memberships: [{ teamId: '0190a000-0000-7000-8000-00000000ffff', role: 'owner' }],
}
const rows = (applicationId: string) =>
  db.select().from(interviews).where(eq(interviews.applicationId, applicationId))
const mailsOf = async (interviewId: string) =>
  (await db.select().from(jobs).where(eq(jobs.kind, 'mail')).orderBy(jobs.runAt))
    .filter(({ payload }) => payload.interviewId === interviewId)
    .map(({ payload }) => `${payload.template} ${payload.sequence}`)
    .sort()
const view = async ({ applicationId, now }: Pick<Finalist, 'applicationId' | 'now'>, viewer = mirela) => {
  const found = await interviewsOf(db, { viewer, applicationId, now })
  if (!found) throw new Error('not there')
  return found
}

describe('an invitation', () => {
  test('is one slot, one event and a mail to each side, however often it is sent', async () => {
    const who = await finalist(db, world, { now: monday, stage: 'interview' })
    const { applicationId, now } = who
    const form = slotAfter(world, now, { interviewerId: agim.userId })
    const done = await Promise.all(
      Array.from({ length: 20 }, () => inviteToInterview(db, { viewer: mirela, applicationId, form, now })),
    )
    const [interview, ...more] = await rows(applicationId)
    expect(more).toEqual([])
    expect(done.every((one) => one && 'ok' in one && one.interviewId === interview?.id)).toBe(true)
    expect(await mailsOf(interview?.id ?? '')).toEqual(['interviews.assigned 0', 'interviews.invited 0'])
    expect(
      await db
        .select()
        .from(events)
        .where(and(eq(events.applicationId, applicationId), eq(events.kind, 'interview-booked'))),
    ).toHaveLength(1)
    expect(interview?.startsAt.toISOString()).toBe('2026-11-06T09:00:00.000Z')
    const opened = await db
      .select()
      .from(identityViews)
      .where(and(eq(identityViews.applicationId, applicationId), eq(identityViews.userId, agim.userId)))
    expect(opened).toHaveLength(1)
  })

  test('says no to a second slot, a wrong stage, a stranger and an hour that does not exist', async () => {
    const who = await interviewed(db, world, { now: monday })
    const { applicationId, now } = who
    const invite = (form = slotAfter(world, now, { time: '11:00' }), viewer = mirela, id = applicationId) =>
      inviteToInterview(db, { viewer, applicationId: id, form, now })
    expect(await invite()).toEqual({ refused: 'interview-booked' })
    expect(await invite(undefined, viktor)).toEqual({ refused: 'role-too-low' })
    expect(await invite(undefined, stranger)).toBeNull()
    const early = await finalist(db, world, { now: monday, form: { email: 'early@example.com' } })
    expect(await invite(undefined, mirela, early.applicationId)).toEqual({ refused: 'interview-stage' })
    const free = await finalist(db, world, {
      now: monday,
      stage: 'interview',
      form: { email: 'free@example.com' },
    })
    const night = slotAfter(world, now, { day: '2027-03-28', time: '02:30' })
    expect(await invite(night, mirela, free.applicationId)).toEqual({ refused: 'time-skipped' })
    const nobody = slotAfter(world, now, { interviewerId: stranger.userId })
    expect(await invite(nobody, mirela, free.applicationId)).toEqual({ refused: 'interviewer-unknown' })
  })
})

describe('a change', () => {
  test('keeps the UID and counts on; a form that was opened before it is stale', async () => {
    const who = await interviewed(db, world, { now: monday })
    const { applicationId, interviewId } = who
    const now = later(who.now, { hours: 1 })
    const move = (time: string, sequence: number) =>
      moveInterview(db, {
        viewer: mirela,
        applicationId,
        interviewId,
        sequence,
        form: slotAfter(world, who.now, { time }),
        now,
      })
    expect(await move('12:00', 0)).toEqual({ ok: true })
    expect(await move('12:00', 0)).toEqual({ ok: true })
    expect(await move('13:00', 0)).toEqual({ refused: 'stale' })
    const [row] = await rows(applicationId)
    expect(row).toMatchObject({ uid: interviewId, sequence: 1, startsAt: new Date('2026-11-06T11:00:00Z') })
    expect(await mailsOf(interviewId)).toEqual([
      'interviews.assigned 0',
      'interviews.assigned-moved 1',
      'interviews.invited 0',
      'interviews.moved 1',
    ])
  })

  test('cancels once, and then a new one can be booked', async () => {
    const who = await interviewed(db, world, { now: monday })
    const { applicationId, interviewId, now } = who
    const cancel = () => cancelInterview(db, { viewer: mirela, applicationId, interviewId, now })
    expect(await cancel()).toEqual({ ok: true })
    expect(await cancel()).toEqual({ ok: true })
    expect((await mailsOf(interviewId)).filter((mail) => mail.includes('cancelled'))).toEqual([
      'interviews.assigned-cancelled 1',
      'interviews.cancelled 1',
    ])
    expect(await ownInterview(db, { viewer: who.viewer, now })).toBeNull()
    expect((await view(who)).current).toBeNull()
    const form = slotAfter(world, now, { time: '15:00' })
    expect(await inviteToInterview(db, { viewer: mirela, applicationId, form, now })).toMatchObject({
      ok: true,
    })
  })

  test('comes too late when the interview has been held', async () => {
    const who = await interviewed(db, world, { now: monday })
    const { applicationId, interviewId } = who
    const now = later(who.now, { days: 4 })
    const form = slotAfter(world, now)
    const change = { viewer: mirela, applicationId, interviewId, now }
    expect(await moveInterview(db, { ...change, sequence: 0, form })).toEqual({ refused: 'interview-held' })
    expect(await cancelInterview(db, change)).toEqual({ refused: 'interview-held' })
    expect((await view({ applicationId, now })).current?.state).toBe('held')
  })

  test('is ahead until it ends, on the candidate’s page as on staff’s', async () => {
    const who = await interviewed(db, world, { now: monday })
    const [row] = await rows(who.applicationId)
    if (!row) throw new Error('no interview')
    const at = async (minutes: number) => {
      const now = later(row.startsAt, { minutes })
      const status = await statusOf(db, {
        viewer: { kind: 'candidate', applicationId: who.applicationId },
        now,
      })
      const { current } = await view({ ...who, now })
      return [status?.ahead, current?.state]
    }
    expect(await at(row.minutes - 1)).toMatchObject([
      { at: 'interview', interview: { startsAt: row.startsAt } },
      'ahead',
    ])
    expect(await at(row.minutes)).toEqual([{ at: 'interview', interview: null }, 'held'])
  })

  test('through another application is not there', async () => {
    const who = await interviewed(db, world, { now: monday })
    const other = await finalist(db, world, { now: monday, form: { email: 'b@example.com' } })
    const change = { viewer: mirela, applicationId: other.applicationId, interviewId: who.interviewId }
    expect(await cancelInterview(db, { ...change, now: who.now })).toBeNull()
    const note = { ...change, text: 'x', baseRev: 0, now: who.now }
    expect(await saveNote(db, note)).toBeNull()
  })
})

describe('the kit', () => {
  test('holds two of the candidate’s own answers once all grades are in', async () => {
    const who = await interviewed(db, world, { now: monday })
    const { kit } = await view(who)
    expect(kit).toHaveLength(2)
    expect(
      kit?.every(({ scenario, texts, lang }) => scenario !== '' && texts.length > 0 && lang === 'en'),
    ).toBe(true)
  })
  test('shows no answer before that', async () => {
    const who = await finalist(db, world, { now: monday, stage: 'grading' })
    const early = { ...who, now: later(monday, { hours: 1 }) }
    expect((await view(early)).kit).toBeNull()
  })
})

describe('notes', () => {
  test('are one’s own; a stale save keeps both texts', async () => {
    const who = await interviewed(db, world, { now: monday, slot: { interviewerId: agim.userId } })
    const { applicationId, interviewId, now } = who
    const save = (text: string, baseRev: number, viewer = mirela) =>
      saveNote(db, { viewer, applicationId, interviewId, text, baseRev, now })
    expect(await save('Warm, exact.', 0)).toEqual({ ok: true, rev: 1 })
    expect(await save('Warm, exact.', 0)).toEqual({ ok: true, rev: 1 })
    expect(await save('Cold.', 0)).toEqual({ refused: 'stale', text: 'Warm, exact.', rev: 1 })
    expect(await save('Ask about A5.', 0, agim)).toEqual({ ok: true, rev: 1 })
    expect((await view(who)).notes.map(({ author, text }) => [author.name, text])).toEqual(
      expect.arrayContaining([
        ['Mirela Hoxha', 'Warm, exact.'],
        ['Agim Berisha', 'Ask about A5.'],
      ]),
    )
    expect(
      await db.select().from(interviewNotes).where(eq(interviewNotes.interviewId, interviewId)),
    ).toHaveLength(2)
  })

  test('of an interview are closed to those who neither hold nor manage it', async () => {
    const who = await interviewed(db, world, { now: monday, slot: { interviewerId: agim.userId } })
    const { applicationId, interviewId, now } = who
    const save = (viewer: StaffViewer) =>
      saveNote(db, { viewer, applicationId, interviewId, text: 'x', baseRev: 0, now })
    expect(await save(viktor)).toBeNull()
    expect(await save(stranger)).toBeNull()
    expect(await interviewsOf(db, { viewer: viktor, applicationId, now })).toBeNull()
    expect(await interviewsOf(db, { viewer: stranger, applicationId, now })).toBeNull()
    expect((await view(who, agim)).mayManage).toBe(false)
  })
})

test('the list shows a manager all that comes, an interviewer their own, others nothing', async () => {
  const who = await interviewed(db, world, { now: monday, slot: { interviewerId: agim.userId } })
  const idsFor = async (viewer: StaffViewer, now = who.now) =>
    (await comingInterviews(db, { viewer, now })).map(({ id }) => id)
  expect(await idsFor(mirela)).toContain(who.interviewId)
  expect(await idsFor(agim)).toContain(who.interviewId)
  expect((await idsFor(mirela)).length).toBeGreaterThan((await idsFor(agim)).length)
  expect(await idsFor(viktor)).toEqual([])
  expect(await idsFor(stranger)).toEqual([])
  const soon = await comingInterviews(db, { viewer: agim, now: later(who.now, { days: 4 }) })
  expect(soon.find(({ id }) => id === who.interviewId)).toMatchObject({
    ahead: false,
    noted: false,
    own: true,
  })
  expect(await idsFor(agim, later(who.now, { days: 20 }))).toEqual([])
})
