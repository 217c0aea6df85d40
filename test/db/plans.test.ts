import { randomUUID } from 'node:crypto'
import { drizzle } from 'drizzle-orm/postgres-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CandidateViewer, Role, StaffViewer } from '#app/domain/access.ts'
import { applicationForm } from '#app/domain/application.ts'
import { agreementOf, workOutAgreement } from '#db/agreement.ts'
import { saveAnswer } from '#db/answers.ts'
import { apply, vacancyToApplyFor } from '#db/applications.ts'
import { submitAttempt } from '#db/attempt-end.ts'
import { answerForCandidate, assignmentOf } from '#db/attempt-view.ts'
import { inviteToAssignment } from '#db/attempts.ts'
import type { Db } from '#db/client.ts'
import { comparison } from '#db/comparison.ts'
import { connect } from '#db/connect.ts'
import { disagreementsOf } from '#db/disagreements.ts'
import * as grading from '#db/grading.ts'
import { claimJob, queueLag } from '#db/jobs.ts'
import { messagesOf, recentMessages } from '#db/messages.ts'
import * as pipeline from '#db/pipeline.ts'
import { openClient } from '#db/pool.ts'
import { profileOf } from '#db/profile.ts'
import { quarantineOf } from '#db/quarantine.ts'
import { reportDraft } from '#db/reports.ts'
import { reviewState } from '#db/reviews.ts'
import * as schema from '#db/schema/index.ts'
import { sampleStaffTable, sampleTeamId } from '#db/seed/staff.ts'
import { candidateViewer, staffViewer } from '#db/sessions.ts'
import { startAttempt } from '#db/sittings.ts'
import { statusOf } from '#db/status.ts'
import { sweep } from '#db/sweep.ts'
import { plansOf } from '#db/vacancies/plans.ts'
import { openVacancies, publicVacancy } from '#db/vacancies/public.ts'
import { loadData } from '#test/bench/data/load.ts'
import { testDatabase } from '#test/support/db.ts'
import { artasForm } from '#test/world/applications.ts'
import { draftWith } from '#test/world/grading.ts'

/** What grows with every application, every answer or every day, and is not read whole where little of it is wanted. */
const growing =
  'applications|persons|files|answers|answer_revisions|grading_assignments|grades|events|messages|jobs|sessions|links'

const database = await testDatabase()
const { client, end } = openClient(database.url, 5)
const asked: { query: string; params: never[] }[] = []
const logQuery = (query: string, params: unknown[]) => asked.push({ query, params: params as never[] })
const db: Db = drizzle(client, { schema, casing: 'snake_case', logger: { logQuery } })
afterAll(end)

/** Rows of the data set that the queries are asked about. */
interface Found {
  slug: string
  vacancyId: string
  screening: string
  writing: string
  graded: string
  answerId: string
  assignmentId: string
  graderId: string
  secretHash: string
}
let found: Found

beforeAll(async () => {
  const { url, adminUrl } = database
  await loadData({ url, adminUrl, applications: 5_000, fuel: { ungraded: 20, writing: 5 } })
  const sql = connect(adminUrl)
  const [row] = await sql<Found[]>`
    select v.slug, v.id as "vacancyId", t.application_id as writing, w.id as "answerId",
      g.id as "assignmentId", g.grader_id as "graderId", o.application_id as graded,
      (select id from applications where stage = 'screening' limit 1) as screening,
      (select secret_hash from sessions limit 1) as "secretHash"
    from vacancies v, attempts t join answers w on w.attempt_id = t.id and w.position = 2,
      grading_assignments g join answers x on x.id = g.answer_id and x.scenario_key = 's17-why-support'
      join attempts o on o.id = x.attempt_id join applications a on a.id = o.application_id
    where v.slug like '%-100' and t.status = 'started' and g.locked_at is null and a.stage = 'grading' limit 1`
  await sql.end()
  if (!row) throw new Error('the data set lacks what the queries are about')
  found = row
}, 120_000)

const now = new Date()
const candidate = (applicationId: string): CandidateViewer => ({ kind: 'candidate', applicationId })
const staff = (userId: string, role: Role): StaffViewer => ({
  kind: 'staff',
  userId,
  name: 'Somebody',
  email: 'somebody@lumo.example.com',
  locale: 'en',
  memberships: [{ teamId: sampleTeamId, role }],
})
const manager = staff(sampleStaffTable[0].id, 'manager')
const ofVacancy = () => ({ viewer: manager, vacancyId: found.vacancyId })
const desk = () => ({ viewer: staff(found.graderId, 'grader'), assignmentId: found.assignmentId })

function form() {
  const form = applicationForm.parse(artasForm)
  return apply(db, { slug: found.slug, form, locale: 'en', suspected: false, formId: randomUUID(), now })
}

function page() {
  const viewer = candidate(found.writing)
  return answerForCandidate(db, { viewer, answerId: found.answerId, locale: 'en', now })
}

async function write(baseRev: number, text: string) {
  const viewer = candidate(found.writing)
  const save = { viewer, answerId: found.answerId, saveId: randomUUID(), baseRev, body: { text }, now }
  const saved = await saveAnswer(db, save)
  // The text that came too late is told so, and kept.
  return saved && 'refused' in saved && saved.refused === 'stale' ? 'kept' : saved
}

async function openDesk() {
  const { viewer, assignmentId } = desk()
  if (!(await grading.answerForGrader(db, { viewer, assignmentId, now }))) return null
  await grading.ownPace(db, { viewer, now })
  return grading.placeOnDesk(db, { viewer, assignmentId, now })
}

const graded = (baseRev: number) => ({
  ...desk(),
  saveId: randomUUID(),
  baseRev,
  draft: draftWith(['A1', 'A3', 'A4'], {}),
  now,
})

function list(input: { vacancyId?: string; by: 'turn' | 'newest' }) {
  const { vacancyId, by } = input
  const order = { by, down: by === 'newest' }
  return pipeline.applicationsOf(db, { viewer: manager, vacancyId, filter: {}, order, now })
}

async function agreement() {
  await workOutAgreement(db, { vacancyId: found.vacancyId, now })
  return agreementOf(db, { viewer: manager, vacancyId: found.vacancyId, locale: 'en' })
}

const cases: [string, () => Promise<unknown>][] = [
  ['the list of vacancies', () => openVacancies(db, { now })],
  ['a vacancy', () => publicVacancy(db, { slug: found.slug, now })],
  ['the form of an application', () => vacancyToApplyFor(db, { slug: found.slug, now })],
  ['applying', form],
  ['a session of staff', () => staffViewer(db, { secretHash: found.secretHash, now }).then(() => 'nobody')],
  ['a candidate’s session', () => candidateViewer(db, { secretHash: found.secretHash, now })],
  ['the status page', () => statusOf(db, { viewer: candidate(found.writing), now })],
  ['an invitation', () => inviteToAssignment(db, { viewer: manager, applicationId: found.screening, now })],
  ['the introduction', () => assignmentOf(db, { viewer: candidate(found.screening), locale: 'en', now })],
  ['the start', () => startAttempt(db, { viewer: candidate(found.screening), now })],
  ['the page of an answer', page],
  ['a save', () => write(4, 'one')],
  ['a save on an older text', () => write(4, 'two')],
  ['handing in', () => submitAttempt(db, { viewer: candidate(found.writing), now })],
  ['the grading queue', () => grading.gradingQueue(db, { ...desk(), locale: 'en', now })],
  ['the desk', openDesk],
  ['a draft of grades', () => grading.saveGrades(db, graded(0))],
  ['a lock', () => grading.lockGrades(db, graded(1))],
  [
    'what follows a lock',
    () => grading.settleAnswer(db, { ...desk(), now: new Date(now.getTime() + 11_000) }),
  ],
  ['a pipeline’s counts', () => pipeline.stageCounts(db, { viewer: manager, vacancyId: found.vacancyId })],
  ['a pipeline’s list', () => list({ vacancyId: found.vacancyId, by: 'turn' })],
  [
    'a pipeline’s board',
    () => pipeline.boardOf(db, { viewer: manager, vacancyId: found.vacancyId, filter: {}, now }),
  ],
  ['the list of everybody', () => list({ by: 'newest' })],
  ['the quarantine', () => quarantineOf(db, { viewer: manager })],
  ['who waits too long', () => pipeline.overdueCount(db, manager, now)],
  ['what lies on a desk', () => pipeline.deskOf(db, desk().viewer, now)],
  ['an application', () => pipeline.applicationForStaff(db, { viewer: manager, id: found.graded, now })],
  ['a history', () => pipeline.timeline(db, { viewer: manager, applicationId: found.graded, hidden: false })],
  [
    'who saw what of a person',
    () =>
      pipeline.readersOf(db, {
        viewer: manager,
        applicationId: found.graded,
        hidden: false,
        locale: 'en',
        now,
      }),
  ],
  ['a profile', () => profileOf(db, { viewer: manager, applicationId: found.graded, now })],
  ['a comparison', () => comparison(db, { ...ofVacancy(), chosen: [], order: 'name', now })],
  ['what a vacancy’s grades mean', () => plansOf(db, ofVacancy())],
  [
    'a report',
    async () => (await reportDraft(db, { viewer: manager, applicationId: found.graded, now }))?.dimensions,
  ],
  ['what may be reviewed', () => reviewState(db, { viewer: candidate(found.writing), now })],
  ['how far graders agree', agreement],
  [
    'where graders disagree',
    () => disagreementsOf(db, { viewer: manager, vacancyId: found.vacancyId, locale: 'en', now }),
  ],
  ['the mails', () => Promise.all([recentMessages(db), messagesOf(db, found.graded)])],
  ['the next job', () => Promise.all([claimJob(db, now), queueLag(db, now)])],
  ['a night’s sweep', () => sweep(db, { now, size: 20, most: 1 })],
]

/** How Postgres goes about every query that was asked. */
async function plans(): Promise<string[]> {
  const all: string[] = []
  for (const { query, params } of asked.splice(0)) {
    const rows = await client.unsafe<{ 'QUERY PLAN': string }[]>(`explain ${query}`, params)
    all.push([query, ...rows.map((row) => row['QUERY PLAN'])].join('\n'))
  }
  return all
}

test.each(cases)('%s is read from indexes, however many rows there are', async (_, ask) => {
  asked.length = 0
  const answer = await ask()
  // A verb that refuses has not asked what it is here for.
  expect(answer).not.toBeNull()
  expect(Object(answer)).not.toHaveProperty('refused')
  const read = await plans()
  expect(read.length).toBeGreaterThan(0)
  const scan = new RegExp(`Seq Scan on (${growing})\\b`)
  expect(read.filter((plan) => scan.test(plan)).join('\n\n')).toBe('')
})

test('those past grading come in the order in which an index of theirs holds them, and are not sorted', async () => {
  asked.length = 0
  await comparison(db, { ...ofVacancy(), chosen: [], order: 'name', now })
  const tested = asked.find(({ query }) => query.includes('"scoring_plans"'))
  if (!tested) throw new Error('nobody was asked for')
  const rows = await client.begin(async (tx) => {
    // Of few rows Postgres may sort all of them; so it does only where no index holds the order.
    await tx.unsafe('set local enable_sort = off')
    return tx.unsafe<{ 'QUERY PLAN': string }[]>(`explain ${tested.query}`, tested.params)
  })
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).toContain('applications_tested')
  expect(plan).not.toContain('Sort')
})
