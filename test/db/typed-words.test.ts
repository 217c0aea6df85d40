import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { action as handIn } from '#app/routes/candidate/assignment/finish.tsx'
import { action as save } from '#app/routes/candidate/assignment/save.ts'
import { saveAnswer } from '#db/answers.ts'
import { submitAttempt } from '#db/attempt-end.ts'
import { answerForGrader } from '#db/grading.ts'
import { answerRevisions, sessions } from '#db/schema/index.ts'
import { openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { Device, type Text } from '#test/support/writing-device.ts'
import { answerRow, startedAttempt } from '#test/world/attempts.ts'
import { invitedGraders, openRequests } from '#test/world/grading.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

vi.setConfig({ testTimeout: 180_000 })
const { db } = await testDb()
const world = await lumo(db)
const vacancy = await publishedVacancy(db, world, monday)
await invitedGraders(db, world, vacancy.id, [world.viktor, world.tomasz], monday)
const { clock, asCandidate } = openTestContext(db, monday)
let people = 0

/** A letter that is being written, on a device of one's own. */
async function writing() {
  people += 1
  const form = { name: `Person ${people}`, email: `person${people}@example.com` }
  const started = await startedAttempt(db, world, { vacancy, now: monday, form })
  const { viewer } = started
  const answerId = started.answers[1]?.id ?? ''
  const device = new Device((sent, milliseconds) =>
    saveAnswer(db, { ...sent, viewer, answerId, now: later(monday, { seconds: milliseconds / 1000 }) }),
  )
  const textOf = async () => ((await answerRow(db, answerId)).body as Text).text
  const revisions = async () =>
    (
      await db
        .select()
        .from(answerRevisions)
        .where(eq(answerRevisions.answerId, answerId))
        .orderBy(asc(answerRevisions.id))
    ).map(({ body, ...row }) => ({ ...row, text: (body as Text).text }))
  return { ...started, answerId, device, textOf, revisions }
}

const blank = { rev: 0, body: { text: '' }, savedAt: null }

const turn = fc.record({
  tab: fc.constantFrom('here' as const, 'there' as const),
  pause: fc.constantFrom(0, 300, 900, 6000),
  chosen: fc.constantFrom('none' as const, 'none' as const, 'mine' as const, 'theirs' as const),
})

test('R6: two tabs on one answer, 500 edits in any order: every text is kept, the loser is told, nothing is overwritten unseen', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 50, maxLength: 50 }), async (turns) => {
      const { device, revisions, textOf } = await writing()
      const tabs = { here: device.tab('here', blank), there: device.tab('there', blank) }
      const typed: string[] = []
      for (const [n, { tab: name, pause, chosen }] of turns.entries()) {
        const tab = tabs[name]
        // A text is a version once its writer has paused.
        if (tab.queue.waiting) await device.pass(900)
        typed.push(`${tab.queue.body.text} ${name}${n}`)
        tab.edit({ text: typed.at(-1) ?? '' })
        await device.pass(pause)
        if (chosen !== 'none' && tab.queue.conflict) tab.choose(chosen)
      }
      await device.pass(30_000)

      const kept = await revisions()
      const texts = new Set(kept.map(({ text }) => text))
      expect(typed.filter((text) => !texts.has(text))).toEqual([])
      // Whoever put a revision on top of another had written that one, or had been shown it.
      const known = { here: new Set([0]), there: new Set([0]) }
      for (const { tab, reply } of device.heard) {
        const own = known[tab as keyof typeof known]
        if (reply.kind === 'saved') {
          expect([...own]).toContain(reply.rev - 1)
          own.add(reply.rev)
        } else if (reply.kind === 'stale') own.add(reply.server.rev)
        else throw new Error(reply.kind)
      }
      const winning = kept.filter(({ branch }) => !branch)
      expect(winning.map(({ rev }) => rev)).toEqual(winning.map((_, at) => at + 1))
      expect(await textOf()).toBe(winning.at(-1)?.text ?? '')
      // A tab that shows another text than the server's has both on its page.
      for (const { queue } of Object.values(tabs)) {
        const newest = queue.rev === winning.length
        if (newest && !queue.conflict) expect(queue.body.text).toBe(winning.at(-1)?.text ?? '')
      }
      const lost = device.heard.filter(({ reply }) => reply.kind === 'stale')
      expect(kept.filter(({ branch }) => branch)).toHaveLength(lost.length)
    }),
    { numRuns: 10, seed: 6 },
  )
})

const words = ['ждите', 'pagesa', 'ё', '👩‍💻', 'e\u0301', '“po”', 'שלום', '2<3\n', '\t&amp;', 'ç']

test('R7: ten minutes and 3,000 words without a line, the page loaded anew in between: every byte is there within five seconds', async () => {
  const { device, revisions, textOf } = await writing()
  device.line = 'cut'
  let visit = 0
  let tab = device.tab('0', blank)
  let text = ''
  for (let n = 0; n < 3000; n++) {
    text += `${words[n % words.length]} `
    tab.edit({ text })
    await device.pass(200)
    if (n !== 1500) continue
    device.close('0')
    const left = device.stored.get('0')
    if (!left) throw new Error('nothing was kept')
    visit += 1
    tab = device.tab(String(visit), blank)
    await tab.restore(left)
    expect(tab.queue.body.text).toBe(text)
  }
  expect(device.now).toBe(600_000)
  expect(await revisions()).toEqual([])
  device.line = 'open'
  tab.online()
  expect(await device.through(tab)).toBeLessThanOrEqual(5000)
  expect(Buffer.from(await textOf()).equals(Buffer.from(text))).toBe(true)
  expect(await revisions()).toMatchObject([{ rev: 1, branch: false, text }])
})

const leaving = fc.record({
  letters: fc.integer({ min: 1, max: 5 }),
  heldFirst: fc.boolean(),
  by: fc.constantFrom('another page', 'closing', 'handing in'),
})

test('R8: the first save is held for five seconds while somebody types on, and goes, closes or hands in: 100 of 100 last texts count', async () => {
  const going = await writing()
  await fc.assert(
    fc.asyncProperty(leaving, async ({ letters, heldFirst, by }) => {
      const { device, answerId, viewer } = by === 'handing in' ? await writing() : going
      const { rev } = await answerRow(db, answerId)
      const tab = device.tab('a', { ...blank, rev })
      device.line = 'held'
      let last = 'E para'
      tab.edit({ text: last })
      await device.pass(800)
      for (let n = 0; n < letters; n++) {
        last += ` ${n}`
        tab.edit({ text: last })
        await device.pass(400)
      }
      if (by === 'closing') {
        if (heldFirst) device.release()
        tab.leave()
        device.close('a')
        await device.settled()
        device.release()
        await device.settled()
      } else {
        const settling = tab.settle(by === 'handing in' ? undefined : 3000)
        await device.pass(5000 - letters * 400)
        device.release()
        await device.pass(1000)
        expect(await settling).toBe(by === 'handing in' ? 'clean' : 'waiting')
      }
      if (by === 'handing in') await submitAttempt(db, { viewer, now: later(monday, { minutes: 1 }) })
      expect((await answerRow(db, answerId)).body).toEqual({ text: last })
    }),
    { numRuns: 100, seed: 8 },
  )
})

test('R9: handed in over there, typed on here: 409, what was handed in is graded, the other text is kept as late', async () => {
  clock.now = later(monday, { minutes: 10 })
  const { applicationId, answerId, device, revisions } = await writing()
  device.now = 660_000
  const browser = await asCandidate(applicationId)
  await db.update(sessions).set({ enteredAt: monday }).where(eq(sessions.applicationId, applicationId))
  const post = (sent: object) =>
    reply(
      save({
        request: browser.request(`/a/answers/${answerId}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ saveId: randomUUID(), after: [], ...sent }),
        }),
        params: { answer: answerId },
        context: { ...browser.context, document: false },
      }),
    )
  const given = { text: 'Kjo u dorëzua.' }
  expect((await post({ baseRev: 0, body: given })).status).toBe(200)
  const here = device.tab('here', { rev: 1, body: given, savedAt: null })
  expect((await reply(handIn(browser.post('/a/assignment/finish', {})))).status).toBe(303)

  here.edit({ text: 'Kjo erdhi më vonë.' })
  await device.through(here)
  expect(here.queue.closed).toBe('already-submitted')
  expect(await post({ baseRev: 1, body: { text: 'Edhe kjo.' } })).toMatchObject({
    status: 409,
    body: { code: 'already-submitted', kept: true },
  })
  const late = { branch: true, late: true }
  const kept = new Map((await revisions()).map((one) => [one.text, one]))
  expect(kept.size).toBe(3)
  expect(kept.get(given.text)).toMatchObject({ branch: false, late: false })
  expect(kept.get('Kjo erdhi më vonë.')).toMatchObject(late)
  expect(kept.get('Edhe kjo.')).toMatchObject(late)
  const [request] = await openRequests(db, world.viktor, applicationId)
  const graded = await answerForGrader(db, {
    viewer: world.viktor,
    assignmentId: request?.id ?? '',
    now: clock.now,
  })
  expect(graded?.text).toBe(given.text)
})
