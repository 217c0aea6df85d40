import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { algorithmVersion } from '#app/domain/signals.ts'
import { submitAttempt } from '#db/attempt-end.ts'
import { answerForGrader } from '#db/grading.ts'
import { viewIdentity } from '#db/identity.ts'
import { answers, events, signals, suspicions } from '#db/schema/index.ts'
import { signalsOf } from '#db/signals.ts'
import { type DecideSuspicion, decideSuspicion, suspicionsOnAnswer } from '#db/suspicions.ts'
import { testDb } from '#test/support/db.ts'
import { gradedApplication, invitedGraders, openRequests } from '#test/world/grading.ts'
import { deskVacancy, insultContent, workedInsult } from '#test/world/inbox.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const world = await lumo(db)
const { viktor, dorina, tomasz, mirela } = world
let people = 0

async function handedIn(sample: number, more: Partial<Parameters<typeof workedInsult>[2]> = {}) {
  people += 1
  const vacancy = await deskVacancy(db, world, monday, more.locale)
  await invitedGraders(db, world, vacancy.id, [viktor, dorina], monday)
  const email = `desk${people}@example.com`
  const made = await workedInsult(db, world, { sample, email, vacancy, now: monday, ...more })
  const answerId = made.answers.find(({ key }) => key === 's02-the-insult')?.id ?? ''
  return { ...made, answerId, after: later(made.handedIn, { minutes: 1 }) }
}
type Made = Awaited<ReturnType<typeof handedIn>>

const revealed = ({ applicationId, after: now }: Made) =>
  gradedApplication(db, {
    applicationId,
    graders: [
      { who: viktor, sheet: {} },
      { who: dorina, sheet: {} },
    ],
    now,
  })
const opened = ({ after }: Made) => later(after, { minutes: 1 })
const suspected = async ({ answerId }: Made) => {
  const [one] = await suspicionsOnAnswer(db, answerId)
  if (!one) throw new Error('nothing is suspected')
  return one
}
const decide = async (made: Made, change: Partial<DecideSuspicion> = {}) =>
  decideSuspicion(db, {
    viewer: mirela,
    suspicionId: (await suspected(made)).id,
    from: 'suspected',
    to: 'confirmed',
    reason: 'He says it in so many words.',
    now: opened(made),
    ...change,
  })

test.each([
  ['en', 0],
  ['en', 1],
  ['en', 2],
  ['ru', 2],
  ['sq', 1],
] as const)(
  'a sample of S02 in %s (%i), worked by the verbs of the page, is counted as its author counted by hand',
  async (locale, sample) => {
    const { attemptId, answerId } = await handedIn(sample, { locale })
    const hand = insultContent().texts[locale].grader?.examples[sample]?.signals
    if (!hand) throw new Error('no such sample')
    const found = await signalsOf(db, attemptId)
    const of = (code: string) => {
      const one = found.find((signal) => signal.code === code)
      return one ? [one.count, one.of] : [0, 0]
    }
    expect(of('R')).toEqual(hand.solved)
    expect(of('F')).toEqual(hand.firstReply)
    expect(of('I')).toEqual(hand.unanswered)
    expect(of('P')).toEqual(hand.promises)
    expect(of('J-needless')).toEqual(hand.needless)
    expect(found.find(({ code }) => code === 'C')?.value).toBe(hand.given)
    expect(await suspicionsOnAnswer(db, answerId)).toHaveLength(hand.rude)
    const stored = await db.select().from(signals).where(eq(signals.answerId, answerId))
    expect(new Set(stored.map(({ version }) => version))).toEqual(new Set([algorithmVersion]))
  },
)

test('handing in again counts nothing twice', async () => {
  const made = await handedIn(2)
  const before = await db.select().from(suspicions)
  await submitAttempt(db, { viewer: made.viewer, now: later(made.handedIn, { minutes: 5 }) })
  expect(await db.select().from(suspicions)).toEqual(before)
})

test('a suspicion names a place in the text that graders read, with the name hidden', async () => {
  const made = await handedIn(2, { name: 'Elira Gashi', first: 'I am Elira Gashi.' })
  const [answer] = await db.select().from(answers).where(eq(answers.id, made.answerId))
  expect(JSON.stringify(answer?.body)).toContain('Elira')
  const request = (await openRequests(db, viktor, made.applicationId)).find(
    ({ scenarioKey }) => scenarioKey === 's02-the-insult',
  )
  const desk = await answerForGrader(db, { viewer: viktor, assignmentId: request?.id ?? '', now: made.after })
  if (!desk) throw new Error('not on the desk')
  expect(desk.text).not.toContain('Elira')
  for (const { start, end, quote } of await suspicionsOnAnswer(db, made.answerId)) {
    expect(desk.text.slice(start, end)).toBe(quote)
    expect(quote).not.toContain('Elira')
  }
})

test('a person decides, with a reason, and only when the grades are open', async () => {
  const made = await handedIn(2)
  expect(await decide(made)).toEqual({ refused: 'not-revealed' })
  await revealed(made)
  expect(await decide(made, { reason: '  ' })).toEqual({ refused: 'reason-missing' })
  expect(await decide(made)).toEqual({ ok: true })
  expect(await suspected(made)).toMatchObject({
    status: 'confirmed',
    reviewer: mirela.name,
    reason: 'He says it in so many words.',
    decidedAt: opened(made),
  })
  const written = await db.select().from(events).where(eq(events.kind, 'suspicion-confirmed'))
  expect(written.at(-1)).toMatchObject({ actorId: mirela.userId, applicationId: made.applicationId })
})

test('whoever decides after another is told, and may decide anew with a reason of their own', async () => {
  const made = await handedIn(2)
  await revealed(made)
  await decide(made)
  const late = await decide(made, { viewer: viktor, to: 'dismissed' })
  expect(late).toEqual({ refused: 'changed-meanwhile' })
  const anew = {
    viewer: viktor,
    from: 'confirmed',
    to: 'dismissed',
    reason: 'He quotes the partner.',
  } as const
  expect(await decide(made, anew)).toEqual({ ok: true })
  expect(await suspected(made)).toMatchObject({ status: 'dismissed', reviewer: viktor.name })
})

test('for whoever may not see the answer there is no suspicion', async () => {
  const made = await handedIn(2)
  await revealed(made)
  expect(await decide(made, { viewer: tomasz })).toBeNull()
  const stranger = { ...mirela, memberships: [{ teamId: crypto.randomUUID(), role: 'manager' as const }] }
  expect(await decide(made, { viewer: stranger })).toBeNull()
})

test('a grader who has opened the person’s identity before locking does not reach the suspicion either', async () => {
  const made = await handedIn(2)
  await viewIdentity(db, { viewer: mirela, applicationId: made.applicationId, now: made.after })
  const lead = {
    ...mirela,
    userId: dorina.userId,
    memberships: [{ teamId: world.teamId, role: 'grader' as const }],
  }
  expect(await decide(made, { viewer: lead })).toEqual({ refused: 'not-revealed' })
  expect(await decide(made, { viewer: { ...lead, userId: mirela.userId } })).toBeNull()
})

test('before the reveal a grader sees what to look at, and nothing of anybody’s decision', async () => {
  const made = await handedIn(2)
  const [request] = await openRequests(db, viktor, made.applicationId)
  const assignmentId = request?.id ?? ''
  await db
    .update(suspicions)
    .set({ status: 'confirmed', reviewerId: dorina.userId, reason: 'ostrich-reason', decidedAt: made.after })
    .where(eq(suspicions.answerId, made.answerId))
  const desk = await answerForGrader(db, { viewer: viktor, assignmentId, now: made.after })
  expect(desk?.suspicions.length).toBeGreaterThan(0)
  expect(desk?.suspicions[0]).toMatchObject({ status: 'suspected', reviewer: null, reason: null })
  expect(JSON.stringify(desk)).not.toContain('ostrich-reason')
})

test('the sums of a case that nobody opened are not there: whoever never saw it ignored nobody', async () => {
  const vacancy = await deskVacancy(db, world, monday)
  const { startedAttempt } = await import('#test/world/attempts.ts')
  const started = await startedAttempt(db, world, {
    vacancy,
    form: { email: 'never@example.com' },
    now: monday,
  })
  await submitAttempt(db, { viewer: started.viewer, now: later(monday, { minutes: 5 }) })
  expect(await signalsOf(db, started.attemptId)).toEqual([])
})
