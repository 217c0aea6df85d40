import { and, eq, inArray, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { refereeForm } from '#app/domain/references.ts'
import { everRevealed } from '#app/domain/reveal.ts'
import {
  declareKnownPerson,
  declareVacancyConflict,
  giveToOthers,
  graderAbout,
  gradersOf,
  inviteGrader,
  remindGraders,
  setGradingLanguages,
} from '#db/grading.ts'
import { newId } from '#db/id.ts'
import { nameReferee } from '#db/references.ts'
import {
  answers,
  applications,
  events,
  gradingAssignments,
  jobs,
  memberships,
  referenceRequests,
  teams,
  users,
} from '#db/schema/index.ts'
import { disableStaff } from '#db/staff/accounts.ts'
import { takeRole } from '#db/staff.ts'
import { testLibrary } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { graded, handedIn, invitedGraders, openRequests } from '#test/world/grading.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
// Read before the first test's time runs.
testLibrary()
const world = await lumo(db)
const { viktor, dorina, tomasz, agim, mirela, teamId } = world
const noon = later(monday, { hours: 4 })
let people = 0

async function setUp(graders: readonly StaffViewer[]) {
  const vacancy = await publishedVacancy(db, world, monday)
  await invitedGraders(db, world, vacancy.id, graders, monday)
  people += 1
  const made = await handedIn(db, world, { vacancy, email: `candidate${people}@example.com`, now: monday })
  return { vacancy, ...made }
}
const standing = (attemptId: string) =>
  db
    .select({ request: gradingAssignments })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .where(and(eq(answers.attemptId, attemptId), isNull(gradingAssignments.voidedAt)))
    .then((rows) => rows.map(({ request }) => request))
const ids = async (attemptId: string) => (await standing(attemptId)).map(({ graderId }) => graderId)
const open = async (who: StaffViewer, applicationId: string) =>
  (await openRequests(db, who, applicationId)).map(({ id }) => id)

test('“I know this person” gives everything of theirs to others, shows no name, and never brings it back', async () => {
  const { vacancy, applicationId, attemptId } = await setUp([viktor, dorina, tomasz])
  const [id = ''] = await open(viktor, applicationId)
  const before = (await open(viktor, applicationId)).length
  const done = await declareKnownPerson(db, { viewer: viktor, assignmentId: id, now: noon })
  expect(done).toEqual({ ok: true, given: before, waiting: 0 })
  expect(await open(viktor, applicationId)).toEqual([])
  expect((await ids(attemptId)).includes(viktor.userId)).toBe(false)
  expect((await ids(attemptId)).length).toBe(6)
  // Invited once more, and with another application of the same person: nothing.
  await inviteGrader(db, { viewer: mirela, vacancyId: vacancy.id, userId: viktor.userId, now: noon })
  expect(await open(viktor, applicationId)).toEqual([])
  const other = await publishedVacancy(db, world, monday)
  await invitedGraders(db, world, other.id, [viktor, dorina], monday)
  const again = await handedIn(db, world, {
    vacancy: other,
    email: `candidate${people}@example.com`,
    now: noon,
  })
  const persons = await db
    .select({ id: applications.personId })
    .from(applications)
    .where(inArray(applications.id, [applicationId, again.applicationId]))
  expect(new Set(persons.map((one) => one.id)).size).toBe(1)
  expect(await open(viktor, again.applicationId)).toEqual([])
  expect(await declareKnownPerson(db, { viewer: viktor, assignmentId: id, now: noon })).toBeNull()
  expect(await declareKnownPerson(db, { viewer: agim, assignmentId: id, now: noon })).toBeNull()
})

test('what is locked cannot be given away by saying that one knows the person', async () => {
  const { applicationId } = await setUp([viktor, dorina])
  const [id = ''] = await open(viktor, applicationId)
  await graded(db, { grader: viktor, assignmentId: id, levels: {}, now: noon })
  expect(await declareKnownPerson(db, { viewer: viktor, assignmentId: id, now: noon })).toEqual({
    refused: 'already-locked',
  })
})

test('a conflict with a vacancy empties the desk of it and is respected ever after', async () => {
  const { vacancy, applicationId, attemptId } = await setUp([viktor, dorina, tomasz])
  const done = await declareVacancyConflict(db, { viewer: dorina, vacancyId: vacancy.id, now: noon })
  expect(done).toMatchObject({ ok: true, waiting: 0 })
  expect(await open(dorina, applicationId)).toEqual([])
  expect((await ids(attemptId)).length).toBe(6)
  const { applicationId: next } = await handedIn(db, world, {
    vacancy,
    email: 'later@example.com',
    now: noon,
  })
  expect(await open(dorina, next)).toEqual([])
  const found = await gradersOf(db, { viewer: mirela, vacancyId: vacancy.id, now: noon })
  expect(found?.graders.find(({ userId }) => userId === dorina.userId)?.barred).toBe('conflict')
  const said = await db.select().from(events).where(eq(events.subjectId, vacancy.id))
  expect(said.filter(({ kind }) => kind === 'conflict-declared')).toHaveLength(1)
  await declareVacancyConflict(db, { viewer: dorina, vacancyId: vacancy.id, now: noon })
  const once = await db.select().from(events).where(eq(events.subjectId, vacancy.id))
  expect(once.filter(({ kind }) => kind === 'conflict-declared')).toHaveLength(1)
  expect(await declareVacancyConflict(db, { viewer: agim, vacancyId: vacancy.id, now: noon })).toBeNull()
})

test('an answer goes only to graders of its language, and what lies there in another goes to others at once', async () => {
  const { applicationId, attemptId, vacancy } = await setUp([viktor, dorina, tomasz])
  const row = await graderAbout(db, { viewer: viktor, locale: 'en' })
  expect(row.gradesIn).toBeNull()
  const language = row.vacancies.find(({ id }) => id === vacancy.id)?.language ?? 'en'
  const others = (['en', 'ru', 'sq'] as const).filter((one) => one !== language)
  const held = (await open(viktor, applicationId)).length
  expect(held).toBeGreaterThan(0)
  const said = await setGradingLanguages(db, { viewer: viktor, languages: others, now: noon })
  expect(said).toMatchObject({ ok: true })
  expect(await open(viktor, applicationId)).toEqual([])
  expect((await ids(attemptId)).length).toBe(6)
  const { applicationId: next } = await handedIn(db, world, { vacancy, email: 'next@example.com', now: noon })
  expect(await open(viktor, next)).toEqual([])
  expect(await setGradingLanguages(db, { viewer: viktor, languages: [], now: noon })).toEqual({
    refused: 'language-missing',
  })
  await db.update(users).set({ gradesIn: null }).where(eq(users.id, viktor.userId))
})

test('a referee of the candidate and who wrote the vacancy alone are not asked', async () => {
  const { vacancy, applicationId, attemptId } = await setUp([viktor, mirela])
  expect(await open(mirela, applicationId)).toEqual([])
  expect((await ids(attemptId)).length).toBe(3)
  await db.insert(referenceRequests).values({
    id: newId(),
    applicationId,
    name: 'Dorina Kelmendi',
    email: 'DORINA@lumo.example.com',
    relation: 'peer',
    locale: 'sq',
    permissionAt: noon,
    consentVersion: '1',
    createdAt: noon,
  })
  await invitedGraders(db, world, vacancy.id, [dorina], noon)
  expect(await open(dorina, applicationId)).toEqual([])
  await inviteGrader(db, {
    viewer: mirela,
    vacancyId: vacancy.id,
    userId: mirela.userId,
    nameKnown: true,
    now: noon,
  })
  expect(await open(mirela, applicationId)).toHaveLength(3)
})

test('whoever is named as a referee while answers lie on their desk gives those to others at once', async () => {
  const { applicationId, attemptId } = await setUp([viktor, dorina, tomasz])
  const held = await open(tomasz, applicationId)
  expect(held).not.toEqual([])
  await db.update(applications).set({ stage: 'references' }).where(eq(applications.id, applicationId))
  const form = {
    name: 'Tomasz Wrona',
    email: tomasz.email.toUpperCase(),
    relation: 'peer',
    company: 'Lumo',
    locale: 'en',
    permission: 'on',
  }
  const named = await nameReferee(db, {
    viewer: { kind: 'candidate', applicationId },
    form: refereeForm.parse(form),
    now: noon,
  })
  expect(named).toMatchObject({ ok: true })
  expect(await open(tomasz, applicationId)).toEqual([])
  expect((await ids(attemptId)).filter((id) => id === tomasz.userId)).toEqual([])
  expect(await ids(attemptId)).toHaveLength(6)
})

test('a third grade that changes hands keeps its place, its reason and what was hidden', async () => {
  const { vacancy, applicationId, attemptId } = await setUp([viktor, dorina])
  const own = async (who: StaffViewer) =>
    (await openRequests(db, who, applicationId)).find(({ scenarioKey }) => scenarioKey === 's03-first-fifty')
      ?.id ?? ''
  await invitedGraders(db, world, vacancy.id, [tomasz], noon)
  await graded(db, { grader: viktor, assignmentId: await own(viktor), levels: { A1: 5 }, now: noon })
  await graded(db, { grader: dorina, assignmentId: await own(dorina), levels: { A1: 2 }, now: noon })
  const third = await own(tomasz)
  expect(third).not.toBe('')
  await invitedGraders(db, world, vacancy.id, [agim], noon)
  const minute = later(noon, { minutes: 5 })
  const given = { viewer: mirela, vacancyId: vacancy.id, graderId: tomasz.userId, now: minute }
  expect(await giveToOthers(db, given)).toMatchObject({ ok: true })
  const [was] = await db.select().from(gradingAssignments).where(eq(gradingAssignments.id, third))
  const requests = (await standing(attemptId)).filter(({ answerId }) => answerId === was?.answerId)
  const now = requests.find(({ graderId }) => graderId === agim.userId)
  expect(now).toMatchObject({ ordinal: 3, reason: 'apart', askedAt: was?.askedAt })
  expect(was?.voidedAt).toEqual(minute)
  expect(everRevealed(requests, later(minute, { hours: 1 }))).toBe(false)
})

test('with one click a manager gives a desk to others; what nobody can take stays', async () => {
  const { vacancy, applicationId } = await setUp([viktor, dorina])
  const held = (await open(viktor, applicationId)).length
  const ask = { vacancyId: vacancy.id, graderId: viktor.userId, now: noon }
  expect(await giveToOthers(db, { viewer: mirela, ...ask })).toEqual({ ok: true, given: 0, waiting: held })
  expect(await open(viktor, applicationId)).toHaveLength(held)
  await invitedGraders(db, world, vacancy.id, [tomasz], noon)
  expect(await giveToOthers(db, { viewer: mirela, ...ask })).toEqual({ ok: true, given: held, waiting: 0 })
  expect(await open(tomasz, applicationId)).toHaveLength(held)
  expect(await giveToOthers(db, { viewer: viktor, ...ask })).toEqual({ refused: 'role-too-low' })
  expect(await giveToOthers(db, { viewer: { ...mirela, memberships: [] }, ...ask })).toBeNull()
})

test('who leaves, by a closed account or a role taken, leaves nothing open behind; what they locked stays', async () => {
  const { applicationId, attemptId } = await setUp([viktor, dorina, tomasz])
  const [first = ''] = await open(tomasz, applicationId)
  await graded(db, { grader: tomasz, assignmentId: first, levels: {}, now: noon })
  const taken = await takeRole(db, {
    viewer: mirela,
    teamId,
    userId: tomasz.userId,
    role: 'grader',
    now: noon,
  })
  expect(taken).toEqual({ ok: true })
  expect(await open(tomasz, applicationId)).toEqual([])
  const after = await standing(attemptId)
  expect(after).toHaveLength(6)
  expect(after.filter(({ graderId }) => graderId === tomasz.userId).map(({ id }) => id)).toEqual([first])
  await db.insert(memberships).values({ teamId, userId: tomasz.userId, role: 'grader', createdAt: noon })

  const second = await setUp([viktor, dorina, tomasz])
  expect(await disableStaff(db, { viewer: mirela, userId: dorina.userId, now: noon })).toEqual({ ok: true })
  expect(await open(dorina, second.applicationId)).toEqual([])
  expect((await ids(second.attemptId)).includes(dorina.userId)).toBe(false)
  await db.update(users).set({ disabledAt: null }).where(eq(users.id, dorina.userId))
})

const mailsOf = async (template: string, graderId: string) =>
  (await db.select().from(jobs)).filter(
    ({ payload }) => payload.template === template && payload.graderId === graderId,
  )

test('reminders follow from what lies there: before, on the day, then the manager; twice is once; done is silence', async () => {
  await db
    .update(gradingAssignments)
    .set({ voidedAt: noon })
    .where(and(eq(gradingAssignments.graderId, agim.userId), isNull(gradingAssignments.voidedAt)))
  const { vacancy, applicationId } = await setUp([agim, tomasz])
  for (const id of await open(tomasz, applicationId))
    await graded(db, { grader: tomasz, assignmentId: id, levels: {}, now: noon })
  await db
    .update(gradingAssignments)
    .set({ voidedAt: noon })
    .where(and(eq(gradingAssignments.graderId, tomasz.userId), isNull(gradingAssignments.lockedAt)))
  await db.delete(jobs)
  const said = async () =>
    Promise.all(
      ['due', 'today', 'late'].map(async (name) => (await mailsOf(`grading.${name}`, agim.userId)).length),
    )
  const remind = (now: string) => remindGraders(db, { now: new Date(now) })
  // Due on the seventh. By the clocks of Tirana it is half past eight, then nine.
  await remind('2026-11-05T07:30:00Z')
  expect(await said()).toEqual([0, 0, 0])
  await remind('2026-11-05T08:00:00Z')
  await remind('2026-11-05T08:00:00Z')
  expect(await said()).toEqual([1, 0, 0])
  await remind('2026-11-06T12:00:00Z')
  expect(await said()).toEqual([1, 0, 0])
  await remind('2026-11-07T08:00:00Z')
  await remind('2026-11-07T15:00:00Z')
  expect(await said()).toEqual([1, 1, 0])
  await remind('2026-11-08T08:00:00Z')
  await remind('2026-11-09T08:00:00Z')
  expect((await said()).slice(0, 2)).toEqual([1, 1])
  const late = (await mailsOf('grading.late', agim.userId)).map(({ payload }) => payload.vacancyId)
  expect(late.filter((id) => id === vacancy.id)).toHaveLength(1)
  expect(await mailsOf('grading.due', tomasz.userId)).toEqual([])
  const hours = (await db.select().from(jobs)).filter(({ kind }) => kind === 'remind-graders')
  expect(new Set(hours.map(({ dedupe }) => dedupe)).size).toBe(hours.length)
  expect(hours.some(({ runAt }) => runAt.toISOString() === '2026-11-09T09:00:00.000Z')).toBe(true)
})

test('an hour in which reminding goes wrong is followed by the next', async () => {
  const id = newId()
  await db.insert(teams).values({ id, name: 'Nowhere', timeZone: 'Nowhere/Land', createdAt: noon })
  await db.delete(jobs)
  await expect(remindGraders(db, { now: new Date('2026-11-10T08:20:00Z') })).rejects.toThrow()
  const next = (await db.select().from(jobs)).filter(({ kind }) => kind === 'remind-graders')
  expect(next.map(({ runAt }) => runAt.toISOString())).toEqual(['2026-11-10T09:00:00.000Z'])
  await db.delete(teams).where(eq(teams.id, id))
})

test('two who hand in at once do not wait for each other', async () => {
  const { vacancy } = await setUp([viktor, dorina, tomasz])
  const made = await Promise.all(
    ['one', 'two', 'three', 'four'].map((name) =>
      handedIn(db, world, { vacancy, email: `${name}@at-once.example.com`, now: noon }),
    ),
  )
  for (const { attemptId } of made) expect(await standing(attemptId)).toHaveLength(6)
})
