import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Act } from '#app/domain/scenario/inbox.ts'
import { saveAnswer } from '#db/answers.ts'
import { submitAttempt } from '#db/attempt-end.ts'
import { answerForCandidate } from '#db/attempt-view.ts'
import { actInCase, type Desk, deskOf, lookAtCase, openCase } from '#db/inbox.ts'
import { acts } from '#db/schema/index.ts'
import { playWarmUp, warmUpsOf } from '#db/warm-ups.ts'
import { testDb } from '#test/support/db.ts'
import { answerRow, attemptRow, startedAttempt } from '#test/world/attempts.ts'
import { shelfWithDesks } from '#test/world/desks.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const shelf = shelfWithDesks()
const vacancy = await publishedVacancy(db, world, monday, {
  vacancy: { assignmentKey: shelf.assignmentKey },
  shelf,
})
let people = 0

/** Somebody with a running assignment, and the clock of a test: seconds after its start. */
async function working() {
  people += 1
  const form = { name: `Person ${people}`, email: `person${people}@example.com` }
  const started = await startedAttempt(db, world, { vacancy, now: monday, form })
  const { viewer } = started
  const answerId = started.answers[0]?.id ?? ''
  const at = (seconds: number) => ({ viewer, answerId, now: later(monday, { seconds }) })
  return {
    ...started,
    answerId,
    open: (seconds: number) => openCase(db, at(seconds)),
    look: (seconds: number) => lookAtCase(db, at(seconds)),
    act: (seconds: number, act: Act, given: { after?: number; actId?: string } = {}) =>
      actInCase(db, { ...at(seconds), actId: given.actId ?? randomUUID(), after: given.after ?? 0, act }),
    rows: () => db.select().from(acts).where(eq(acts.answerId, answerId)).orderBy(asc(acts.seq)),
  }
}

type Done = Partial<Desk> | null | { refused: string }
const deskIn = (done: Done) => {
  if (!done || !('desk' in done) || !done.desk) throw new Error(`no desk: ${JSON.stringify(done)}`)
  return done.desk
}
const said = (done: Done, id = 'ann') =>
  deskIn(done)
    .threads.find((thread) => thread.id === id)
    ?.messages.map(({ text }) => text)
const reply = (text: string, thread = 'ann'): Act => ({ do: 'reply', thread, text })
const written = 'Good morning Ann, it is here, on shelf 7.'
const answered = reply(written)

describe('an inbox', () => {
  test('is closed until it is opened, and its clock begins there', async () => {
    const { open, look, act, answerId, viewer } = await working()
    expect(await deskOf(db, { viewer, answerId })).toBeNull()
    expect(await look(10)).toEqual({ refused: 'not-opened' })
    expect(await act(10, answered)).toEqual({ refused: 'not-opened' })
    const opened = await open(20)
    expect(opened).toMatchObject({ ok: true, acts: 0, desk: { clock: '09:00', day: 'Monday' } })
    expect(said(opened)).toEqual(['Where is my umbrella?'])
  })

  test('opened twice goes on where it was', async () => {
    const { open, act, answerId } = await working()
    await open(0)
    await act(30, answered)
    const { openedMs } = await answerRow(db, answerId)
    const again = await open(60)
    expect(again).toMatchObject({ acts: 1, desk: { clock: '09:01' } })
    expect((await answerRow(db, answerId)).openedMs).toBe(openedMs)
  })

  test('answers by its rules, and says nothing of what its lines are called', async () => {
    const { open, act } = await working()
    await open(0)
    expect(said(await act(10, reply('Please wait.')))?.at(-1)).toBe('And where is it?')
    const done = await act(20, answered, { after: 1 })
    expect(said(done)?.at(-1)).toBe('Can you bring it?')
    expect(deskIn(done).threads[0]).toMatchObject({ mood: 'calm', write: false, waiting: true })
    expect(deskIn(done).threads[0]?.choice?.options).toHaveLength(2)
    expect(JSON.stringify(done)).not.toMatch(/ann-(asks|again|glad)/)
  })

  test('brings the next customer when the candidate’s own time has come to that', async () => {
    const { open, look } = await working()
    await open(0)
    for (let seconds = 40; seconds < 240; seconds += 40)
      expect(said(await look(seconds), 'bob')).toBeUndefined()
    expect(said(await look(240), 'bob')).toEqual(['Have you found a glove?'])
  })

  test('counts at most 45 seconds of a gap: a customer is not lost to the network', async () => {
    const { open, look, attemptId } = await working()
    await open(0)
    expect(await look(600)).toMatchObject({ desk: { clock: '09:00' } })
    expect((await attemptRow(db, attemptId)).attendedMs).toBe(45_000)
    expect(await look(615)).toMatchObject({ desk: { clock: '09:01' } })
  })

  test('stands still for a page that is only loaded', async () => {
    const { open, viewer, answerId, attemptId } = await working()
    await open(0)
    await deskOf(db, { viewer, answerId })
    expect((await attemptRow(db, attemptId)).attendedMs).toBe(0)
  })
})

describe('an act', () => {
  test('sent twice under one name is done once', async () => {
    const { open, act, rows } = await working()
    await open(0)
    const actId = randomUUID()
    const first = await act(10, answered, { actId })
    expect(await act(12, answered, { actId })).toEqual(first)
    expect(await rows()).toHaveLength(1)
  })

  test('sent twenty times at once under one name is done once', async () => {
    const { open, act, rows } = await working()
    await open(0)
    const actId = randomUUID()
    const done = await Promise.all(Array.from({ length: 20 }, () => act(10, answered, { actId })))
    expect(done.every((one) => one && 'ok' in one)).toBe(true)
    expect(await rows()).toHaveLength(1)
  })

  test('of twenty at once in one conversation: each has a place of its own or is refused', async () => {
    const { open, act, rows } = await working()
    await open(0)
    const done = await Promise.all(
      Array.from({ length: 20 }, (_, index) => act(10, { do: 'note', thread: 'ann', text: `Note ${index}` })),
    )
    expect(done.filter((one) => one && 'ok' in one)).toHaveLength(1)
    expect(done.filter((one) => one && 'refused' in one && one.refused === 'stale')).toHaveLength(19)
    expect((await rows()).map(({ seq }) => seq)).toEqual([0])
  })

  test('of twenty at once that know of each other: twenty places in a row', async () => {
    const { open, act, rows } = await working()
    await open(0)
    const note = (index: number): Act => ({ do: 'note', thread: 'ann', text: `Note ${index}` })
    const done = await Promise.all(
      Array.from({ length: 20 }, (_, index) => act(10, note(index), { after: 20 })),
    )
    expect(done.every((one) => one && 'ok' in one)).toBe(true)
    expect((await rows()).map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => index))
  })

  test('in a conversation that another tab has gone on with is refused, with the newer desk', async () => {
    const { open, act, rows } = await working()
    await open(0)
    await act(10, reply('Please wait.'))
    const stale = await act(12, answered, { after: 0 })
    expect(stale).toMatchObject({ refused: 'stale', acts: 1 })
    expect(said(stale)?.at(-1)).toBe('And where is it?')
    expect(await act(14, answered, { after: 1 })).toMatchObject({ ok: true, acts: 2 })
    expect(await rows()).toHaveLength(2)
  })

  test('in another conversation than the other tab’s is done', async () => {
    const { open, look, act } = await working()
    await open(0)
    for (let seconds = 40; seconds <= 240; seconds += 40) await look(seconds)
    await act(242, reply('Please wait.'))
    expect(await act(244, reply('No glove so far.', 'bob'), { after: 0 })).toMatchObject({
      ok: true,
      acts: 2,
    })
  })

  test.each<[Act, string]>([
    [reply('Hello?', 'bob'), 'not-here-yet'],
    [reply('Hello?', 'nobody'), 'not-here-yet'],
    [{ do: 'choose', thread: 'ann', choice: 'bring' }, 'not-in-this-step'],
    [{ do: 'tag', thread: 'ann', tag: 'found' }, 'unknown-choice'],
    [{ do: 'close', thread: 'ann', outcome: 'solved' }, 'unknown-choice'],
    [{ do: 'report', article: 'payouts', text: 'Wrong.' }, 'unknown-choice'],
    [{ ...answered, promise: 7 } as Act, 'unknown-choice'],
  ])('that cannot be done changes nothing: %o', async (act, refused) => {
    const { open, act: send, rows } = await working()
    await open(0)
    expect(await send(10, act)).toMatchObject({ refused, acts: 0 })
    expect(await rows()).toHaveLength(0)
  })

  test('after the deadline does not count; after handing in neither', async () => {
    const late = await working()
    await late.open(0)
    expect(await late.act(3 * 3600, answered)).toEqual({ refused: 'time-over' })
    const done = await working()
    await done.open(0)
    await submitAttempt(db, { viewer: done.viewer, now: later(monday, { minutes: 1 }) })
    expect(await done.act(70, answered)).toEqual({ refused: 'already-submitted' })
    expect(await done.look(70)).toEqual({ refused: 'already-submitted' })
  })

  test('in somebody else’s case finds nothing, nor do opening and looking', async () => {
    const mine = await working()
    const theirs = await working()
    await mine.open(0)
    const at = { viewer: theirs.viewer, answerId: mine.answerId, now: later(monday, { seconds: 10 }) }
    expect(await openCase(db, at)).toBeNull()
    expect(await lookAtCase(db, at)).toBeNull()
    expect(await deskOf(db, at)).toBeNull()
    expect(await actInCase(db, { ...at, actId: randomUUID(), after: 0, act: answered })).toBeNull()
    expect(await mine.rows()).toHaveLength(0)
  })

  test('in a part that is no inbox finds nothing', async () => {
    const { viewer, answers } = await working()
    const at = { viewer, answerId: answers[1]?.id ?? '', now: monday }
    expect(await openCase(db, at)).toBeNull()
    expect(await deskOf(db, at)).toBeNull()
  })

  test('counts the words that were sent', async () => {
    const { open, act, answerId } = await working()
    await open(0)
    await act(10, reply('Please wait.'))
    await act(12, { do: 'tag', thread: 'ann', tag: 'lost' }, { after: 1 })
    expect((await answerRow(db, answerId)).wordCount).toBe(2)
  })
})

describe('the transcript', () => {
  test('becomes part of the answer when the assignment is handed in, with the drafts beside it', async () => {
    const { open, act, viewer, answerId } = await working()
    await open(0)
    await act(20, answered)
    const body = { acts: [], until: 0, drafts: { ann: 'One more thing' } }
    await saveAnswer(db, { viewer, answerId, saveId: randomUUID(), baseRev: 0, body, now: monday })
    await submitAttempt(db, { viewer, now: later(monday, { minutes: 1 }) })
    expect((await answerRow(db, answerId)).body).toEqual({
      acts: [{ at: 20_000, act: answered }],
      until: 20_000,
      drafts: { ann: 'One more thing' },
    })
  })

  test('leaves out a draft that was sent, and keeps what was typed behind it', async () => {
    const { open, act, viewer, answerId } = await working()
    await open(0)
    await act(20, answered)
    const drafts = { ann: `${written}\n\nOne more thing`, bob: written }
    const body = { acts: [], until: 0, drafts }
    await saveAnswer(db, { viewer, answerId, saveId: randomUUID(), baseRev: 0, body, now: monday })
    await submitAttempt(db, { viewer, now: later(monday, { minutes: 1 }) })
    expect((await answerRow(db, answerId)).body).toMatchObject({
      drafts: { ann: 'One more thing', bob: written },
    })
  })

  test('is the server’s: what a browser says of it in a save is ignored', async () => {
    const { open, viewer, answerId, rows } = await working()
    await open(0)
    const body = { acts: [{ at: 5, act: answered }], until: 9, drafts: { ann: 'Draft' } }
    const saved = await saveAnswer(db, {
      viewer,
      answerId,
      saveId: randomUUID(),
      baseRev: 0,
      body,
      now: monday,
    })
    expect(saved).toMatchObject({ ok: true, rev: 1 })
    const kept = await answerForCandidate(db, { viewer, answerId, locale: 'en', now: monday })
    expect(kept?.answer.body).toEqual({ acts: [], until: 0, drafts: { ann: 'Draft' } })
    expect(await rows()).toHaveLength(0)
  })
})

describe('an inbox to try', () => {
  test('is played from the acts that the page says, and nothing of it is kept', async () => {
    const { viewer } = await working()
    const before = await db.$count(acts)
    expect((await warmUpsOf(db, { viewer })).map(({ key }) => key)).toEqual(['try-inbox'])
    const play = (list: { at: number; act: Act }[], until: number, key = 'try-inbox') =>
      playWarmUp(db, { viewer, key, tried: { acts: list, until } })
    expect(said(await play([], 1000))).toEqual(['Where is my umbrella?'])
    const done = await play([{ at: 5000, act: answered }], 5000)
    expect(done).toMatchObject({ refused: null, acts: 1 })
    expect(said(done)?.at(-1)).toBe('Can you bring it?')
    const more = { at: 6000, act: answered }
    expect(await play([{ at: 5000, act: answered }, more], 6000)).toMatchObject({
      refused: 'not-in-this-step',
      acts: 1,
    })
    expect(await play([], 0, 'test-inbox')).toBeNull()
    expect(await db.$count(acts)).toBe(before)
  })
})
