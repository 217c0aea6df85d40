import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Locale } from '#app/domain/locale.ts'
import { loader as ownPage } from '#app/routes/candidate/interview.tsx'
import { loader as ownFile } from '#app/routes/candidate/interview-file.ts'
import { action as invite, loader } from '#app/routes/team/applications/interview.tsx'
import { action as cancel } from '#app/routes/team/applications/interview-cancel.ts'
import { action as move } from '#app/routes/team/applications/interview-move.tsx'
import { action as note, loader as versions } from '#app/routes/team/applications/interview-notes.tsx'
import { loader as list } from '#app/routes/team/interviews.tsx'
import { mailHandler } from '#app/server/mail.ts'
import { claimJob } from '#db/jobs.ts'
import { interviews, jobs, messages } from '#db/schema/index.ts'
import { openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { readCalendar } from '#test/support/ics.ts'
import { type Finalist, finalist, interviewed } from '#test/world/decisions.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const world = await lumo(db)
const { asCandidate, asStaff, clock } = openTestContext(db, monday)
let people = 0
const somebody = () => {
  people += 1
  return { email: `i${people}@example.com` }
}
const slot = {
  day: '2026-11-06',
  time: '10:00',
  zone: 'Europe/Tirane',
  minutes: '40',
  place: 'https://meet.example.com/lumo',
  interviewerId: world.agim.userId,
}

/** Lets the mail leave, and gives what was written about one interview, the oldest first. */
async function post(applicationId: string, now: Date) {
  const deliver = mailHandler({
    db,
    now: () => now,
    secret: 'a secret that only this test knows, 32 bytes long',
    appUrl: 'http://localhost:3000',
    postman: { deliver: async () => undefined },
  })
  for (let job = await claimJob(db, now); job; job = await claimJob(db, now)) {
    if (job.payload.template?.startsWith('interviews.')) await deliver(job)
    await db.update(jobs).set({ doneAt: now }).where(eq(jobs.id, job.id))
  }
  return (await db.select().from(messages).where(eq(messages.applicationId, applicationId))).filter(
    ({ kind }) => kind.startsWith('interviews.'),
  )
}

async function invited(locale: Locale = 'en') {
  const who = await finalist(db, world, { now: monday, stage: 'interview', form: somebody(), locale })
  clock.now = who.now
  const id = who.applicationId
  const mirela = await asStaff(world.mirela)
  const done = await reply(invite(mirela.post(`/team/applications/${id}/interview`, slot, { id })))
  expect(done.status).toBe(303)
  const [row] = await db.select().from(interviews).where(eq(interviews.applicationId, id))
  if (!row) throw new Error('no interview')
  return { who, id, mirela, interview: row }
}

describe('the calendar entry', () => {
  test('of an invitation is a REQUEST that a calendar can answer, in UTC', async () => {
    const { who, id, interview } = await invited('sq')
    const mails = await post(id, who.now)
    expect(mails.map(({ kind, calendarMethod }) => [kind, calendarMethod]).sort()).toEqual([
      ['interviews.assigned', 'REQUEST'],
      ['interviews.invited', 'REQUEST'],
    ])
    const mail = mails.find(({ kind }) => kind === 'interviews.invited')
    expect(mail?.subject).toBe(
      'Intervistë më 6\u00a0nëntor, 10:00: Specialist mbështetjeje, turni i mbrëmjes',
    )
    const entry = readCalendar(mail?.calendar ?? '')
    expect(entry.lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(entry.value('METHOD')).toBe('REQUEST')
    expect(entry.value('UID')).toBe(interview.uid)
    expect(entry.value('SEQUENCE')).toBe('0')
    expect(entry.value('DTSTART')).toBe('20261106T090000Z')
    expect(entry.value('DTEND')).toBe('20261106T094000Z')
    expect(entry.value('STATUS')).toBe('CONFIRMED')
    expect(entry.value('SUMMARY')).toBe(
      'Intervistë: Specialist mbështetjeje\\, turni i mbrëmjes (Lumo Hosting)',
    )
    expect(entry.all('ORGANIZER')).toEqual(['mailto:puna@lumo.example.com'])
    expect(entry.all('ATTENDEE')).toEqual([`MAILTO:i${people}@example.com`, 'MAILTO:agim@lumo.example.com'])
    expect(entry.parameters('ATTENDEE')[0]).toMatch(/RSVP=TRUE/)
  })

  test('keeps its UID and counts on when the interview moves and is cancelled', async () => {
    const { who, id, mirela, interview } = await invited()
    await post(id, who.now)
    const address = `/team/applications/${id}/interview/${interview.id}`
    const at = { id, interview: interview.id }
    const moved = { ...slot, time: '15:30', sequence: '0' }
    expect((await reply(move(mirela.post(`${address}/move`, moved, at)))).status).toBe(303)
    const stale = await reply(move(mirela.post(`${address}/move`, { ...moved, time: '16:00' }, at)))
    expect([stale.status, stale.body]).toMatchObject([409, { refused: 'stale', typed: { time: '16:00' } }])
    const afterMove = (await post(id, later(who.now, { minutes: 1 }))).filter(
      ({ kind }) => kind === 'interviews.moved',
    )
    expect(afterMove).toHaveLength(1)
    const second = readCalendar(afterMove[0]?.calendar ?? '')
    expect([second.value('UID'), second.value('SEQUENCE'), second.value('METHOD')]).toEqual([
      interview.uid,
      '1',
      'REQUEST',
    ])
    expect(second.value('DTSTART')).toBe('20261106T143000Z')

    expect((await reply(cancel(mirela.post(`${address}/cancel`, {}, at)))).status).toBe(303)
    const gone = (await post(id, later(who.now, { minutes: 2 }))).filter(({ kind }) =>
      kind.endsWith('cancelled'),
    )
    expect(gone).toHaveLength(2)
    for (const { calendar, calendarMethod } of gone) {
      const third = readCalendar(calendar ?? '')
      expect(calendarMethod).toBe('CANCEL')
      expect([third.value('METHOD'), third.value('STATUS'), third.value('SEQUENCE')]).toEqual([
        'CANCEL',
        'CANCELLED',
        '2',
      ])
      expect(third.value('UID')).toBe(interview.uid)
    }
  })

  test('is not sent for a time that was changed before the mail left', async () => {
    const { who, id, mirela, interview } = await invited()
    const at = { id, interview: interview.id }
    await reply(move(mirela.post('/', { ...slot, time: '11:00', sequence: '0' }, at)))
    const kinds = (await post(id, who.now)).map(({ kind }) => kind).sort()
    expect(kinds).toEqual(['interviews.assigned-moved', 'interviews.moved'])
  })

  test('names people without breaking out of its line', async () => {
    const who = await finalist(db, world, {
      now: monday,
      stage: 'interview',
      form: { ...somebody(), name: 'Arta "A;B:C" Kola' },
    })
    clock.now = who.now
    const id = who.applicationId
    await reply(invite((await asStaff(world.mirela)).post('/', slot, { id })))
    const mail = (await post(id, who.now)).find(({ kind }) => kind === 'interviews.invited')
    const { lines, parameters } = readCalendar(mail?.calendar ?? '')
    expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(2)
    expect(parameters('ATTENDEE')[0]).toContain('CN="Arta A;B:C Kola"')
  })

  test('on the night when clocks go back lies where its zone says', async () => {
    const { who, id, mirela, interview } = await invited()
    clock.now = who.now
    const night = { ...slot, day: '2027-10-31', time: '02:30', minutes: '90', sequence: '0' }
    const at = { id, interview: interview.id }
    expect((await reply(move(mirela.post('/', night, at)))).status).toBe(303)
    const [mail] = (await post(id, who.now)).filter(({ kind }) => kind === 'interviews.moved')
    const entry = readCalendar(mail?.calendar ?? '')
    expect([entry.value('DTSTART'), entry.value('DTEND')]).toEqual(['20271031T003000Z', '20271031T020000Z'])
    const skipped = { ...night, day: '2027-03-28', sequence: '1' }
    const refused = await reply(move(mirela.post('/', skipped, at)))
    expect([refused.status, refused.body]).toMatchObject([422, { issues: { time: 'time-skipped' } }])
  })
})

describe('the candidate', () => {
  test('downloads the entry as a file that names nobody else', async () => {
    const { who } = await invited('ru')
    const browser = await asCandidate(who.applicationId)
    const { status, headers, body } = await reply(ownFile(browser.get('/a/interview.ics')))
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^text\/calendar; charset=utf-8/)
    expect(headers.get('content-disposition')).toBe('attachment; filename="interview.ics"')
    const entry = readCalendar(String(body))
    expect(entry.value('METHOD')).toBe('PUBLISH')
    expect(entry.all('ATTENDEE')).toEqual([])
  })

  test('sees the time in any zone, and only real zones', async () => {
    const { who } = await invited()
    const browser = await asCandidate(who.applicationId)
    const also = async (zone: string) =>
      (
        (await reply(ownPage(browser.get(`/a/interview?zone=${zone}`)))).body as {
          interview: { also: string }
        }
      ).interview.also
    expect(await also('Europe/Moscow')).toBe('Europe/Moscow')
    expect(await also('Nowhere/Here')).toBe('Europe/Tirane')
    expect(await also('')).toBe('Europe/Tirane')
  })

  test('without an interview has no file', async () => {
    const who = await finalist(db, world, { now: monday, form: somebody() })
    const browser = await asCandidate(who.applicationId)
    expect((await reply(ownFile(browser.get('/a/interview.ics')))).status).toBe(404)
  })
})

describe('the page of the interview', () => {
  test('is a manager’s and the interviewer’s; a colleague finds nothing', async () => {
    const { id } = await invited()
    const open = async (who: typeof world.mirela) =>
      (await reply(loader((await asStaff(who)).get('/', { id })))).status
    expect(await open(world.mirela)).toBe(200)
    expect(await open(world.agim)).toBe(200)
    expect(await open(world.viktor)).toBe(404)
    const agim = await asStaff(world.agim)
    expect((await reply(invite(agim.post('/', slot, { id })))).status).toBe(403)
  })

  test('comes back with what was typed', async () => {
    const who: Finalist = await finalist(db, world, { now: monday, stage: 'interview', form: somebody() })
    clock.now = who.now
    const mirela = await asStaff(world.mirela)
    const id = who.applicationId
    const { status, body } = await reply(
      invite(mirela.post('/', { ...slot, time: '', place: 'a\nb' }, { id })),
    )
    expect(status).toBe(422)
    expect(body).toMatchObject({
      issues: { time: 'time', place: 'line-break' },
      typed: { day: '2026-11-06' },
    })
  })

  test('keeps both versions of notes that two windows wrote', async () => {
    const { id, mirela, interview } = await invited()
    const at = { id, interview: interview.id }
    const save = (text: string, baseRev: string) => reply(note(mirela.post('/', { text, baseRev }, at)))
    expect((await save('Warm.', '0')).status).toBe(303)
    const { status, body } = await save('Cold.', '0')
    expect([status, body]).toEqual([409, { here: 'Cold.', there: 'Warm.', rev: 1 }])
  })

  test('of two versions is there for an interview alone, and has nobody’s name', async () => {
    const { id, mirela, interview } = await invited()
    const read = (wanted: string) => reply(versions(mirela.get('/', { id, interview: wanted })))
    const { status, body } = await read(interview.id)
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toContain('Arta')
    expect((await read(id)).status).toBe(404)
  })
})

test('the list opens for everybody of the team and holds what is theirs', async () => {
  const who = await interviewed(db, world, {
    now: monday,
    form: somebody(),
    slot: { interviewerId: world.agim.userId },
  })
  clock.now = who.now
  const rows = async (viewer: typeof world.mirela) =>
    ((await reply(list((await asStaff(viewer)).get('/team/interviews')))).body as { rows: { id: string }[] })
      .rows
  expect((await rows(world.mirela)).map(({ id }) => id)).toContain(who.interviewId)
  expect((await rows(world.agim)).map(({ id }) => id)).toContain(who.interviewId)
  expect(await rows(world.viktor)).toEqual([])
})
