import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { moods } from '#app/domain/scenario/inbox/schema.ts'
import { loader as statusLoader } from '#app/routes/candidate/status.tsx'
import { loader as profileLoader } from '#app/routes/team/applications/profile.tsx'
import { loader as deskLoader } from '#app/routes/team/grading/desk.tsx'
import { action as decide, loader as getSuspicion } from '#app/routes/team/grading/suspicion.ts'
import { suspicions } from '#db/schema/index.ts'
import { openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { draftWith, graded, gradedApplication, invitedGraders, openRequests } from '#test/world/grading.ts'
import { deskVacancy, insultContent, workedInsult } from '#test/world/inbox.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const world = await lumo(db)
const { viktor, dorina, tomasz, mirela } = world
const { clock, asStaff, asCandidate } = openTestContext(db, monday)
const key = 's02-the-insult'
let people = 0

async function setUp(sample = 2) {
  people += 1
  const vacancy = await deskVacancy(db, world, monday)
  await invitedGraders(db, world, vacancy.id, [viktor, dorina], monday)
  const made = await workedInsult(db, world, {
    name: 'Quagga Zebraline',
    email: `zebra-desk-${people}@example.com`,
    first: 'Quagga Zebraline here.',
    drafts: { partner: 'Halfway through, Quagga' },
    sample,
    vacancy,
    now: monday,
  })
  clock.now = later(made.handedIn, { minutes: 1 })
  const answerId = made.answers.find((one) => one.key === key)?.id ?? ''
  return { ...made, answerId }
}
type Made = Awaited<ReturnType<typeof setUp>>

const requestOf = async (who: StaffViewer, { applicationId }: Made) =>
  (await openRequests(db, who, applicationId)).find(({ scenarioKey }) => scenarioKey === key)?.id ?? ''

interface Sent {
  desk: {
    passages: { field: string; text: string; start: number }[]
    beside: {
      kind: string
      replay: { threads: { who: string; lines: Record<string, unknown>[] }[]; drafts: unknown[] }
    }
    suspicions: { id: string; status: string; quote: string; after: string }[]
  }
}
async function desk(who: StaffViewer, id: string) {
  const browser = await asStaff(who)
  const { status, body } = await reply(deskLoader(browser.get(`/team/grading/${id}`, { id })))
  return { status, body: body as Sent, text: JSON.stringify(body) }
}

test('a grader reads the whole conversation with its clock, the candidate’s own words as passages, and what was not sent last', async () => {
  const made = await setUp(0)
  const { body } = await desk(viktor, await requestOf(viktor, made))
  const { passages, beside } = body.desk
  const lines = beside.replay.threads[0]?.lines ?? []
  expect(lines[0]).toMatchObject({ by: 'customer', clock: '11:20', start: null })
  const replies = lines.filter(({ by }) => by === 'reply')
  expect(replies).toHaveLength(3)
  for (const { start, text } of replies) {
    expect(text).toBeNull()
    expect(passages.find((passage) => passage.start === start)?.field).toBe('reply')
  }
  expect(lines.filter(({ by }) => by === 'choice')).toHaveLength(2)
  expect(lines.at(-1)).toMatchObject({ by: 'closing' })
  expect(lines.some(({ day }) => day !== null)).toBe(true)
  expect(passages.at(-1)?.field).toBe('draft')
  expect(beside.replay.drafts).toHaveLength(1)
})

test('no mood, no name of a line or of an ending, nobody’s name and nothing of another grader is sent before the reveal', async () => {
  const made = await setUp()
  const told = draftWith(['A1', 'A2', 'A6', 'K3'], { A1: 2 })
  await graded(db, {
    grader: dorina,
    assignmentId: await requestOf(dorina, made),
    levels: {},
    now: clock.now,
    draft: { grades: told.grades.map((grade) => ({ ...grade, comment: 'ostrich-comment' })) },
  })
  await db
    .update(suspicions)
    .set({ status: 'confirmed', reviewerId: dorina.userId, reason: 'ostrich-reason', decidedAt: clock.now })
    .where(eq(suspicions.answerId, made.answerId))
  clock.now = later(clock.now, { minutes: 1 })
  const { text, body } = await desk(viktor, await requestOf(viktor, made))
  for (const word of ['Quagga', 'Zebraline', 'zebra-desk', made.applicationId, made.attemptId, made.answerId])
    expect(text).not.toContain(word)
  expect(body.desk.suspicions).not.toEqual([])
  // An id that tells its moment is the same for all answers that were handed in together.
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}/)
  for (const word of ['ostrich', dorina.name, dorina.userId, 'confirmed']) expect(text).not.toContain(word)
  const names = new Set<string>()
  const values = new Set<string>()
  const walk = (value: unknown): void => {
    if (typeof value === 'string') values.add(value)
    if (typeof value !== 'object' || value === null) return
    for (const [name, inner] of Object.entries(value)) {
      names.add(name)
      walk(inner)
    }
  }
  walk(body.desk.beside)
  for (const name of ['mood', 'moods', 'line', 'ending', 'ended', 'over', 'waiting', 'outcome'])
    expect(names).not.toContain(name)
  for (const value of [...moods, ...insultContent().endings, ...Object.keys(insultContent().texts.en.lines)])
    expect(values).not.toContain(value)
})

async function revealed(sample = 2) {
  const made = await setUp(sample)
  await gradedApplication(db, {
    applicationId: made.applicationId,
    graders: [
      { who: viktor, sheet: {} },
      { who: dorina, sheet: {} },
    ],
    now: clock.now,
  })
  clock.now = later(clock.now, { minutes: 1 })
  return made
}
const oneOf = async ({ answerId }: Made) => {
  const [one] = await db.select().from(suspicions).where(eq(suspicions.answerId, answerId))
  return one?.id ?? ''
}
async function send(who: StaffViewer, id: string, fields: Record<string, string>) {
  const browser = await asStaff(who)
  return reply(decide(browser.post(`/team/suspicions/${id}`, fields, { id })))
}
const confirm = { from: 'suspected', to: 'confirmed', reason: 'He says so himself.' }

test('a suspicion is decided by POST alone, with a reason, when the grades are open, by those who may see the answer', async () => {
  const before = await setUp()
  expect(await send(mirela, await oneOf(before), confirm)).toMatchObject({
    status: 409,
    body: { refused: 'not-revealed' },
  })
  const made = await revealed()
  const id = await oneOf(made)
  const browser = await asStaff(mirela)
  expect((await reply(getSuspicion(browser.get(`/team/suspicions/${id}`, { id })))).status).toBe(405)
  expect((await send(mirela, id, { ...confirm, to: 'suspected' })).status).toBe(400)
  expect((await send(mirela, id, { ...confirm, reason: ' ' })).status).toBe(422)
  expect((await send(tomasz, id, confirm)).status).toBe(404)
  expect((await send(mirela, crypto.randomUUID(), confirm)).status).toBe(404)
  expect((await send(dorina, id, confirm)).status).toBe(200)
  expect(await send(viktor, id, confirm)).toMatchObject({
    status: 409,
    body: { refused: 'changed-meanwhile' },
  })
})

test('the profile shows what was counted and what is suspected beside the grades, and only when they are open', async () => {
  const made = await setUp()
  const browser = await asStaff(mirela)
  const { applicationId: id } = made
  const load = async () => {
    const { body } = await reply(profileLoader(browser.get(`/team/applications/${id}/profile`, { id })))
    return (body as { profile: Record<'counted' | 'suspicions' | 'dimensions', never> }).profile
  }
  expect(await load()).toMatchObject({ counted: { rows: [], handling: null }, suspicions: [] })
  await gradedApplication(db, {
    applicationId: id,
    graders: [
      { who: viktor, sheet: {} },
      { who: dorina, sheet: {} },
    ],
    now: clock.now,
  })
  clock.now = later(clock.now, { minutes: 1 })
  const profile = await load()
  expect(profile).toMatchObject({
    counted: {
      rows: expect.arrayContaining([expect.objectContaining({ code: 'R', of: 1, few: true })]),
      handling: null,
    },
    suspicions: expect.arrayContaining([expect.objectContaining({ code: 'rude', status: 'suspected' })]),
  })
  // ω is 0: the bands are those of the grades alone.
  const a1 = (profile.dimensions as { dimension: string; score: { t?: number } }[]).find(
    ({ dimension }) => dimension === 'A1',
  )
  expect(a1?.score.t).toBeCloseTo(3, 9)
})

test('nothing of it reaches the candidate', async () => {
  const made = await revealed()
  await send(mirela, await oneOf(made), { ...confirm, reason: 'ostrich-reason' })
  const browser = await asCandidate(made.applicationId)
  const { body } = await reply(statusLoader(browser.get('/a')))
  for (const word of ['ostrich', 'suspic', 'signal', 'rude']) expect(JSON.stringify(body)).not.toContain(word)
})
