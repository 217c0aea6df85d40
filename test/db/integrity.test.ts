import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Sign } from '#app/domain/signs.ts'
import { saveAnswer } from '#db/answers.ts'
import { submitAttempt } from '#db/attempt-end.ts'
import { creditTime } from '#db/attempt-time.ts'
import { viewIdentity } from '#db/identity.ts'
import { assessAttempt } from '#db/integrity/assess.ts'
import { findCase } from '#db/integrity/case.ts'
import { aidsOf, caseOf, openCases } from '#db/integrity/cases.ts'
import { askForStatement, decideCase } from '#db/integrity/decide.ts'
import { noteSigns, signsOf } from '#db/integrity/signs.ts'
import { giveStatement, isAsked, statementFor } from '#db/integrity/statement.ts'
import { applications, events, integrityCases, jobs, vacancies } from '#db/schema/index.ts'
import { testDb } from '#test/support/db.ts'
import { answerRow, attemptRow, startedAttempt } from '#test/world/attempts.ts'
import { invitedGraders } from '#test/world/grading.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const { mirela, viktor } = world
const vacancy = await publishedVacancy(db, world, monday)
let people = 0

async function started(of = vacancy) {
  people += 1
  const form = { name: `Person ${people}`, email: `integrity${people}@example.com` }
  const made = await startedAttempt(db, world, { vacancy: of, now: monday, form })
  const reply = made.answers.find(({ key }) => key === 's03-first-fifty')
  if (!reply) throw new Error('no reply to write')
  return { ...made, reply: reply.id }
}
type Made = Awaited<ReturnType<typeof started>>

const note = (made: Made, signs: Sign[], at = 1, batch = randomUUID()) =>
  noteSigns(db, {
    viewer: made.viewer,
    batch,
    answer: made.reply,
    signs,
    now: later(monday, { minutes: at }),
  })

async function handedIn(made: Made, text: string, aids?: string) {
  const { viewer, reply: answerId } = made
  const save = { viewer, answerId, saveId: randomUUID(), baseRev: 0, body: { text } }
  await saveAnswer(db, { ...save, now: later(monday, { minutes: 20 }) })
  await submitAttempt(db, { viewer, aids, now: later(monday, { minutes: 30 }) })
  await assessAttempt(db, { attemptId: made.attemptId, now: later(monday, { minutes: 31 }) })
}
const caseRow = async ({ attemptId }: Made) => {
  const [row] = await db.select().from(integrityCases).where(eq(integrityCases.attemptId, attemptId))
  return row
}
const noon = later(monday, { hours: 4 })
const openName = (made: Made, who = mirela) =>
  viewIdentity(db, { viewer: who, applicationId: made.applicationId, now: noon })

/** A hundred words that nobody else writes. */
const own = (seed: string) =>
  Array.from({ length: 100 }, (_, index) => `${seed}${((index * 37) % 101).toString(36)}`).join(' ')

async function pastedCase(of = vacancy) {
  const made = await started(of)
  await note(made, [
    { kind: 'paste', chars: 400, ago: 0 },
    { kind: 'typed', chars: 100, ago: 0 },
  ])
  await handedIn(made, own(`p${people}x`))
  await openName(made)
  const row = await caseRow(made)
  if (!row) throw new Error('no case was opened')
  return { made, id: row.id }
}

describe('signs', () => {
  test('a batch is noted once, however often it is sent', async () => {
    const made = await started()
    const batch = randomUUID()
    const signs: Sign[] = [
      { kind: 'paste', chars: 320, ago: 30_000 },
      { kind: 'left', seconds: 12, ago: 20_000 },
    ]
    expect(await note(made, signs, 2, batch)).toEqual({ ok: true, noted: 2 })
    expect(await note(made, signs, 3, batch)).toEqual({ ok: true, noted: 0 })
    expect(await signsOf(db, made.attemptId)).toEqual([
      {
        answerId: made.reply,
        kind: 'paste',
        data: { chars: 320 },
        at: later(monday, { minutes: 1, seconds: 30 }),
      },
      {
        answerId: made.reply,
        kind: 'left',
        data: { seconds: 12 },
        at: later(monday, { minutes: 1, seconds: 40 }),
      },
    ])
  })

  test('the first opening of a part is kept, and the first key is counted from it, once', async () => {
    const made = await started()
    await note(made, [], 1)
    await note(made, [{ kind: 'first-key', ago: 10_000 }], 2)
    await note(made, [{ kind: 'first-key', ago: 0 }], 5)
    expect((await answerRow(db, made.reply)).firstViewedAt).toEqual(later(monday, { minutes: 1 }))
    expect((await attemptRow(db, made.attemptId)).heardAt).toEqual(later(monday, { minutes: 5 }))
    expect((await signsOf(db, made.attemptId)).map(({ data }) => data)).toEqual([{ seconds: 50 }])
  })

  test('nothing is noted after the end, and of somebody else’s part it is not there', async () => {
    const [made, other] = [await started(), await started()]
    await handedIn(made, own('after'))
    expect(await note(made, [{ kind: 'paste', chars: 300, ago: 0 }], 40)).toEqual({ ok: true, noted: 0 })
    expect(await note({ ...other, viewer: made.viewer }, [], 1)).toBeNull()
    expect((await answerRow(db, other.reply)).firstViewedAt).toBeNull()
  })

  test('what is typed is kept as one sum when the assignment has ended', async () => {
    const made = await started()
    for (const at of [1, 2, 3]) await note(made, [{ kind: 'typed', chars: 300, ago: 0 }], at)
    await handedIn(made, own('sum'))
    const typed = (await signsOf(db, made.attemptId)).filter(({ kind }) => kind === 'typed')
    expect(typed.map(({ data }) => data)).toEqual([{ chars: 900 }])
  })
})

describe('a lost connection', () => {
  const back = (made: Made, away: number, at: number) =>
    creditTime(db, {
      viewer: made.viewer,
      awaySeconds: away,
      typedSeconds: 0,
      now: later(monday, { minutes: at }),
    })

  test('is given back only as far as no page was heard', async () => {
    const made = await started()
    await note(made, [], 8)
    expect(await back(made, 600, 10)).toBe(105)
  })

  test('is given back although the returning page beats before it tells of the gap', async () => {
    const made = await started()
    await note(made, [], 2)
    await note(made, [], 7)
    expect(await back(made, 300, 7)).toBe(285)
    expect(await back(made, 300, 7)).toBe(0)
  })
})

describe('a case', () => {
  test('is opened by a person’s wording in another person’s answer, for both, and by nothing else of theirs', async () => {
    const [first, second, third] = [await started(), await started(), await started()]
    await handedIn(first, own('shared'))
    expect(await caseRow(first)).toBeUndefined()
    await handedIn(second, `${own('shared')} and a line of my own`)
    await handedIn(third, own('quite-different'))
    expect(await caseRow(second)).toMatchObject({
      status: 'open',
      tier: 'some',
      reasons: [{ code: 'similar', answer: second.reply, other: first.reply, words: 100 }],
    })
    expect(await caseRow(first)).toMatchObject({
      reasons: [{ code: 'similar', answer: first.reply, other: second.reply, words: 100 }],
    })
    expect(await caseRow(third)).toBeUndefined()
  })

  test('run again comes to the same', async () => {
    const { made } = await pastedCase()
    const before = await caseRow(made)
    await assessAttempt(db, { attemptId: made.attemptId, now: noon })
    expect(await caseRow(made)).toEqual(before)
  })

  test('is not opened by pasting where the candidate said what they used', async () => {
    const made = await started()
    await note(made, [
      { kind: 'paste', chars: 900, ago: 0 },
      { kind: 'typed', chars: 10, ago: 0 },
    ])
    await handedIn(made, own('declared'), ' A translator ')
    expect(await caseRow(made)).toBeUndefined()
    expect(await aidsOf(db, { viewer: mirela, applicationId: made.applicationId })).toBe('A translator')
  })

  test('is opened by it where assistants are forbidden', async () => {
    const strict = await publishedVacancy(db, world, monday)
    await db.update(vacancies).set({ aiPolicy: 'forbidden' }).where(eq(vacancies.id, strict.id))
    const { id } = await pastedCase(strict)
    expect(await findCase(db, { viewer: mirela, id })).toMatchObject({ policy: 'forbidden', status: 'open' })
  })

  test('is named only by its code until the viewer has opened who it is, and says nothing before', async () => {
    const blind = await publishedVacancy(db, world, monday)
    await invitedGraders(db, world, blind.id, [viktor], monday)
    const made = await started(blind)
    await note(made, [{ kind: 'paste', chars: 900, ago: 0 }])
    await handedIn(made, own('blind'))
    const listed = async () =>
      (await openCases(db, { viewer: mirela })).rows.find(
        ({ applicationId }) => applicationId === made.applicationId,
      )
    expect(await listed()).toMatchObject({ hidden: true, reasons: [], parts: {} })
    expect((await listed())?.name).not.toContain('Person')
    expect(await caseOf(db, { viewer: mirela, applicationId: made.applicationId })).toBeNull()
    await openName(made)
    expect(await listed()).toMatchObject({ hidden: false, reasons: [{ code: 'pasted' }] })
    expect(await openCases(db, { viewer: viktor })).toEqual({ rows: [], next: undefined })
  })

  test('does not exist for a manager who has a grade to give', async () => {
    const small = await publishedVacancy(db, world, monday)
    await invitedGraders(db, world, small.id, [mirela, viktor], monday)
    const made = await started(small)
    await note(made, [{ kind: 'paste', chars: 900, ago: 0 }])
    await handedIn(made, own('small'), undefined)
    const id = (await caseRow(made))?.id ?? ''
    expect(id).not.toBe('')
    expect(await findCase(db, { viewer: mirela, id })).toBeNull()
    expect((await openCases(db, { viewer: mirela })).rows.map((row) => row.id)).not.toContain(id)
    const decided = decideCase(db, {
      viewer: mirela,
      id,
      from: 'open',
      to: 'cleared',
      reason: 'No',
      now: noon,
    })
    expect(await decided).toBeNull()
  })

  test('shows the passages of both, without the other’s name where it is hidden', async () => {
    const [first, second] = [await started(), await started()]
    await handedIn(first, own('beside'))
    await handedIn(second, own('beside'))
    await openName(second)
    const id = (await caseRow(second))?.id ?? ''
    const seen = await findCase(db, { viewer: mirela, id })
    expect(seen).toMatchObject({
      pairs: [{ answerId: second.reply, other: { name: null, applicationId: null } }],
    })
    expect(JSON.stringify(seen)).not.toContain(first.applicationId)
    await openName(first)
    expect(await findCase(db, { viewer: mirela, id })).toMatchObject({
      pairs: [{ other: { applicationId: first.applicationId }, passages: [{ here: own('beside') }] }],
    })
  })

  test('decided moves nothing: stage, mails and grades are as they were', async () => {
    const { made, id } = await pastedCase()
    const [before] = await db.select().from(applications).where(eq(applications.id, made.applicationId))
    const mails = (await db.select().from(jobs).where(eq(jobs.kind, 'mail'))).length
    const input = { viewer: mirela, id, from: 'open', to: 'confirmed', now: noon } as const
    expect(await decideCase(db, { ...input, reason: ' ' })).toEqual({ refused: 'reason-missing' })
    expect(await decideCase(db, { ...input, reason: 'Both say it' })).toEqual({ ok: true })
    expect(await decideCase(db, { ...input, reason: 'Late' })).toEqual({ refused: 'changed-meanwhile' })
    const [after] = await db.select().from(applications).where(eq(applications.id, made.applicationId))
    expect(after).toEqual(before)
    expect(await db.select().from(jobs).where(eq(jobs.kind, 'mail'))).toHaveLength(mails)
    expect(await caseRow(made)).toMatchObject({ status: 'confirmed', reviewerId: mirela.userId, at: noon })
    const told = await db.select().from(events).where(eq(events.subjectId, id))
    expect(told.map(({ kind }) => kind)).toEqual(['case-opened', 'case-confirmed'])
  })

  test('decided is not opened again by a program', async () => {
    const { made, id } = await pastedCase()
    await decideCase(db, { viewer: mirela, id, from: 'open', to: 'cleared', reason: 'Own notes', now: noon })
    const before = await caseRow(made)
    const copy = await started()
    await handedIn(copy, own(`p${people - 1}x`))
    expect(await caseRow(copy)).toMatchObject({ status: 'open' })
    expect(await caseRow(made)).toEqual(before)
  })

  test('goes with its attempt', async () => {
    const { made, id } = await pastedCase()
    await db.delete(applications).where(eq(applications.id, made.applicationId))
    expect(await findCase(db, { viewer: mirela, id })).toBeNull()
    expect(await signsOf(db, made.attemptId)).toEqual([])
  })
})

describe('the candidate’s statement', () => {
  test('is asked for once, by one mail, and can be changed until somebody has decided', async () => {
    const { made, id } = await pastedCase()
    const { viewer } = made
    expect(await statementFor(db, { viewer })).toBeNull()
    expect(await giveStatement(db, { viewer, text: 'Unasked', now: noon })).toBeNull()
    expect(await askForStatement(db, { viewer: mirela, id, now: noon })).toEqual({ ok: true })
    expect(await askForStatement(db, { viewer: mirela, id, now: later(noon, { minutes: 1 }) })).toEqual({
      ok: true,
    })
    const mails = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
    const asked = mails.filter(({ payload }) => payload.template === 'integrity.asked')
    expect(asked.filter(({ payload }) => payload.applicationId === made.applicationId)).toHaveLength(1)
    expect(await isAsked(db, { viewer })).toBe(true)
    await giveStatement(db, { viewer, text: 'My notes', now: noon })
    await giveStatement(db, { viewer, text: 'My own notes', now: noon })
    expect(await findCase(db, { viewer: mirela, id })).toMatchObject({ statement: { text: 'My own notes' } })
    await decideCase(db, {
      viewer: mirela,
      id,
      from: 'open',
      to: 'explained',
      reason: 'Their notes',
      now: noon,
    })
    expect(await giveStatement(db, { viewer, text: 'More', now: noon })).toEqual({
      refused: 'already-decided',
    })
    expect(await isAsked(db, { viewer })).toBe(false)
    expect(await askForStatement(db, { viewer: mirela, id, now: noon })).toEqual({
      refused: 'already-decided',
    })
  })

  test('tells of their own answers only: no other answer, no reviewer, no verdict', async () => {
    const [first, second] = [await started(), await started()]
    await handedIn(first, own('told'))
    await handedIn(second, own('told'))
    await openName(second)
    const id = (await caseRow(second))?.id ?? ''
    await askForStatement(db, { viewer: mirela, id, now: noon })
    await decideCase(db, {
      viewer: mirela,
      id,
      from: 'open',
      to: 'confirmed',
      reason: 'ostrich-reason',
      now: noon,
    })
    const told = JSON.stringify(await statementFor(db, { viewer: second.viewer }))
    expect(told).toContain('similar')
    for (const canary of [first.reply, 'ostrich', 'confirmed', 'major', mirela.userId, 'told1'])
      expect(told.includes(canary), canary).toBe(false)
  })
})
