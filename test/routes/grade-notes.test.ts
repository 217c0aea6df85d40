import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { loader as deskLoader } from '#app/routes/team/grading/desk.tsx'
import { loader as byGet, action as write } from '#app/routes/team/grading/notes.ts'
import { action as takeBack } from '#app/routes/team/grading/undo-note.ts'
import { loader as moderationLoader } from '#app/routes/team/vacancies/disagreement.tsx'
import type { DeskData } from '#app/ui/grading/types.ts'
import { newId } from '#db/id.ts'
import { gradeNotes, grades, gradingAssignments, jobs } from '#db/schema/index.ts'
import { type Browser, openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { colleague } from '#test/world/colleague.ts'
import { disputedReply, type replyOf } from '#test/world/disputed.ts'
import { handedIn, invitedGraders } from '#test/world/grading.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const { viktor, dorina, tomasz, mirela, agim } = world
const drita = await colleague(db, world)
const noon = later(monday, { hours: 4 })
const evening = later(monday, { hours: 9 })
const { asStaff, clock } = openTestContext(db, evening)
type Asked = Awaited<ReturnType<typeof replyOf>>
/** Two, five and four: all three have locked. One and five: the third was asked and has not. */
let open: Asked
let waiting: Asked
let vacancyId: string
const browsers = new Map<string, Browser>()

beforeAll(async () => {
  const vacancy = await publishedVacancy(db, world, monday)
  vacancyId = vacancy.id
  await invitedGraders(db, world, vacancy.id, [viktor, dorina, tomasz], monday)
  const disputed = async (name: string, levels: (1 | 2 | 4 | 5)[]) => {
    const email = `${name}@example.com`
    const { applicationId } = await handedIn(db, world, { vacancy, email, now: monday })
    return disputedReply(db, world, { applicationId, dimension: 'K3', levels, now: noon })
  }
  open = await disputed('open', [2, 5, 4])
  waiting = await disputed('waiting', [1, 5])
  for (const who of [viktor, dorina, tomasz, mirela, agim, drita])
    browsers.set(who.userId, await asStaff(who))
})
beforeEach(async () => {
  clock.now = evening
  await db.delete(gradeNotes)
})

const of = (who: StaffViewer) => browsers.get(who.userId) as Browser
const requestOf = (asked: Asked, who: StaffViewer) =>
  asked.requests.find(({ graderId }) => graderId === who.userId)?.id ?? ''
const say = (
  who: StaffViewer,
  text: string,
  more: { on?: Asked; request?: string; dimension?: string } = {},
) => {
  const { on = open, request = requestOf(on, who), dimension = 'K3' } = more
  return reply(write(of(who).post(`/team/grading/${request}/notes`, { dimension, text }, { id: request })))
}
const undo = (who: StaffViewer, note: string, request = requestOf(open, who)) =>
  reply(takeBack(of(who).post(`/team/grading/${request}/notes/undo`, { note }, { id: request })))
async function desk(who: StaffViewer, on = open): Promise<DeskData> {
  const id = requestOf(on, who)
  const { body } = await reply(deskLoader(of(who).get(`/team/grading/${id}`, { id })))
  return (body as { desk: DeskData }).desk
}
const heard = async (who: StaffViewer, on = open) =>
  (await desk(who, on)).notes.map(({ author, own, text }) => [own ? 'own' : author, text])
async function moderated(who: StaffViewer, on = open) {
  const params = { id: vacancyId, answer: on.answerId }
  const { body } = await reply(moderationLoader(of(who).get('/x', params)))
  const { answer } = body as { answer: { criteria: { dimension: string; notes: { text: string }[] }[] } }
  return answer.criteria.flatMap(({ dimension, notes }) => notes.map(({ text }) => [dimension, text]))
}
const written = () => db.select().from(gradeNotes)

describe('where levels lie two apart and everybody has locked', () => {
  test('the graders talk, the moderator reads along, no grade changes and nobody gets a mail', async () => {
    const before = [await db.select().from(grades), await db.$count(jobs)]
    const { status, headers } = await say(viktor, ' The second sentence promises a day.\n')
    expect([status, headers.get('location')]).toEqual([303, `/team/grading/${requestOf(open, viktor)}`])
    clock.now = later(evening, { minutes: 1 })
    await say(dorina, 'And keeps no way back.')
    expect(await heard(viktor)).toEqual([
      ['own', 'The second sentence promises a day.'],
      [dorina.name, 'And keeps no way back.'],
    ])
    expect((await heard(tomasz)).map(([by]) => by)).toEqual([viktor.name, dorina.name])
    for (const who of [agim, mirela])
      expect(await moderated(who)).toEqual([
        ['K3', 'The second sentence promises a day.'],
        ['K3', 'And keeps no way back.'],
      ])
    expect([await db.select().from(grades), await db.$count(jobs)]).toEqual(before)
  })

  test('the same sent twenty times is said once', async () => {
    const sent = await Promise.all(Array.from({ length: 20 }, () => say(viktor, 'Once.')))
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([303]))
    expect(await written()).toHaveLength(1)
    await say(viktor, 'Once more.')
    await say(dorina, 'Once.')
    expect(await written()).toHaveLength(3)
  })

  test('it is taken back by its writer, within ten seconds', async () => {
    await say(viktor, 'Hasty.')
    const [note] = await written()
    const id = note?.id ?? ''
    expect((await undo(dorina, id)).status).toBe(409)
    clock.now = later(evening, { seconds: 10 })
    expect((await undo(viktor, id)).status).toBe(303)
    expect(await written()).toEqual([])
    await say(viktor, 'Considered.')
    const [kept] = await written()
    clock.now = later(clock.now, { seconds: 11 })
    expect(await undo(viktor, kept?.id ?? '')).toMatchObject({ status: 409, body: { refused: 'undo-over' } })
    expect(await written()).toHaveLength(1)
  })
})

describe('nothing is said or heard', () => {
  test('on a criterion whose levels lie close', async () => {
    expect(await say(viktor, 'x', { dimension: 'A1' })).toMatchObject({
      status: 409,
      body: { refused: 'no-thread' },
    })
    expect(await say(viktor, 'x', { dimension: 'K5' })).toMatchObject({ status: 409 })
  })

  test('before everybody asked has locked, by whoever has and whoever has not', async () => {
    for (const who of [viktor, dorina, tomasz]) {
      expect((await say(who, 'x', { on: waiting })).status).toBe(409)
      expect((await desk(who, waiting)).notes).toEqual([])
    }
    expect(await written()).toEqual([])
  })

  test('when somebody else was asked afterwards: what was said waits with the grades', async () => {
    await say(viktor, 'Said when all was open.')
    const fourth = newId()
    await db.insert(gradingAssignments).values({
      id: fourth,
      answerId: open.answerId,
      graderId: drita.userId,
      applicationId: newId(),
      scenarioKey: 's03-first-fifty',
      code: open.code,
      ordinal: 4,
      reason: 'complaint',
      askedAt: evening,
      dueAt: evening,
      draft: { grades: [], verdicts: [] },
    })
    try {
      expect((await desk(viktor)).state).toBe('fixed')
      for (const who of [viktor, dorina, tomasz]) expect(await heard(who)).toEqual([])
      expect(await moderated(mirela)).toEqual([])
      for (const [who, request] of [
        [viktor, undefined],
        [drita, fourth],
      ] as const)
        expect((await say(who, 'x', request ? { request } : {})).status).toBe(409)
    } finally {
      await db.delete(gradingAssignments).where(eq(gradingAssignments.id, fourth))
    }
    expect(await heard(dorina)).toEqual([[viktor.name, 'Said when all was open.']])
  })

  test('by whoever was not asked, a moderator among them: 404 as for what is not there', async () => {
    const nothing = await say(mirela, 'x', { request: newId() })
    expect(nothing.status).toBe(404)
    for (const who of [mirela, agim, dorina])
      expect(await say(who, 'x', { request: requestOf(open, viktor) })).toEqual(nothing)
    expect(await undo(mirela, newId(), requestOf(open, viktor))).toEqual(nothing)
    expect(await written()).toEqual([])
  })

  test('that is empty, too long or of another shape', async () => {
    expect(await say(viktor, ' \n ')).toMatchObject({ status: 422, body: { refused: 'note-missing' } })
    expect((await say(viktor, 'x'.repeat(2001))).status).toBe(400)
    expect((await say(viktor, 'x', { dimension: 'K9' })).status).toBe(400)
    const id = requestOf(open, viktor)
    const more = { dimension: 'K3', text: 'x', userId: dorina.userId }
    expect((await reply(write(of(viktor).post('/x', more, { id })))).status).toBe(400)
    expect((await undo(viktor, "' or 1=1")).status).toBe(400)
    expect((await reply(byGet(of(viktor).get('/x', { id })))).status).toBe(405)
    expect(await written()).toEqual([])
  })
})
