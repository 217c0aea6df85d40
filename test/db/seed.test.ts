import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, asc, count, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { quoteNeeded } from '#app/domain/dimensions.ts'
import { readAnswer } from '#app/domain/scenario/body.ts'
import { gameOf, play } from '#app/domain/scenario/inbox.ts'
import { daysSince } from '#app/domain/silence.ts'
import { openFiles } from '#app/server/files.ts'
import { sampleOrganisation, sampleTeam } from '#app/server/sample-team.ts'
import { foundOrganisation } from '#db/founding.ts'
import { gradingQueue } from '#db/grading.ts'
import { newcomersFor } from '#db/newcomers.ts'
import { claimInstallation, ownerClaimLink } from '#db/owner.ts'
import { pinnedScenario } from '#db/pinned.ts'
import { applicationsOf, type ListedApplication } from '#db/pipeline.ts'
import { referencesOf } from '#db/references.ts'
import {
  answers,
  applications,
  attempts,
  events,
  files,
  gradingAssignments,
  jobs,
  messages,
  newcomers,
  persons,
  vacancies,
} from '#db/schema/index.ts'
import { type CastKey, cast } from '#db/seed/cast.ts'
import { sampleViewer } from '#db/seed/staff.ts'
import { sampleUsers } from '#db/users.ts'
import { testLibrary } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { later, monday as now } from '#test/world/lumo.ts'

vi.setConfig({ hookTimeout: 120_000 })

const { db } = await testDb()
const folder = mkdtempSync(join(tmpdir(), 'firstline-seed-'))
const mirela = sampleViewer('mirela')
const names = Object.keys(cast) as CastKey[]
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const load = () =>
  foundOrganisation(
    db,
    { ...sampleOrganisation, sample: true, now },
    sampleTeam({
      library: testLibrary(),
      files: openFiles(folder),
      secret: 'a secret that only this test knows, 32 bytes long',
      appUrl: 'http://localhost:3000',
      now,
    }),
  )
const ids = new Map<CastKey, string>()
let listed: ListedApplication[] = []
const idOf = (key: CastKey) => ids.get(key) ?? ''
const rowOf = (key: CastKey) => listed.find(({ id }) => id === idOf(key))
const emails = new Map(names.map((key) => [cast[key].email as string, key]))

beforeAll(async () => {
  await load()
  const rows = await db
    .select({ id: applications.id, email: persons.email })
    .from(applications)
    .innerJoin(persons, eq(persons.id, applications.personId))
  for (const { id, email } of rows) {
    const key = emails.get(email)
    if (key) ids.set(key, id)
  }
  const list = { viewer: mirela, filter: {}, order: { by: 'turn', down: false } as const, now }
  listed = (await applicationsOf(db, list)).rows
})

test.each(names)('%s stands where the table says', (key) => {
  const { locale, stage, next } = cast[key]
  expect(rowOf(key)).toMatchObject({ locale, stage, next })
})

test('exactly those whom nobody wrote to for more than seven days are overdue', () => {
  const silent = names.flatMap((key) => {
    const entry: { silent?: number } = cast[key]
    return entry.silent === undefined ? [] : [[key, entry.silent]]
  })
  const found = listed
    .filter(({ turn }) => turn === 'overdue')
    .map(({ id, lastWordAt, zone }) => [
      names.find((key) => idOf(key) === id),
      daysSince(lastWordAt, zone, now),
    ])
  expect(found.sort()).toEqual(silent.sort())
})

test('everybody stands once in the list, and the vacancies in their three states', async () => {
  expect(listed).toHaveLength(names.length)
  const states = await db.select({ status: vacancies.status, slug: vacancies.slug }).from(vacancies)
  const counted = states.map(({ status }) => status).sort()
  expect(counted).toEqual(['closed', 'draft', 'published', 'published', 'published'])
})

const requestsOf = (key: CastKey) =>
  db
    .select({
      scenarioKey: answers.scenarioKey,
      graderId: gradingAssignments.graderId,
      ordinal: gradingAssignments.ordinal,
      reason: gradingAssignments.reason,
      lockedAt: gradingAssignments.lockedAt,
    })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .where(eq(attempts.applicationId, idOf(key)))
    .orderBy(asc(answers.position), asc(gradingAssignments.ordinal))

test('two graders read one answer of Nina’s differently: the one who is left is asked for a third grade', async () => {
  const further = (await requestsOf('nina')).filter(({ ordinal }) => ordinal > 2)
  expect(further).toEqual([
    {
      scenarioKey: 's03-first-fifty',
      graderId: sampleViewer('dorina').userId,
      ordinal: 3,
      reason: 'apart',
      lockedAt: null,
    },
  ])
})

test('one grader has locked Dritan’s answers, the other has not begun; nobody has begun Jonah’s', async () => {
  const dritan = await requestsOf('dritan')
  const by = (key: 'viktor' | 'dorina') =>
    dritan.filter(({ graderId }) => graderId === sampleViewer(key).userId)
  expect(by('viktor').map(({ lockedAt }) => lockedAt !== null)).toEqual([true, true, true])
  expect(by('dorina').map(({ lockedAt }) => lockedAt)).toEqual([null, null, null])
  expect((await requestsOf('jonah')).map(({ lockedAt }) => lockedAt)).toEqual(Array(6).fill(null))
  const desk = await gradingQueue(db, { viewer: sampleViewer('dorina'), locale: 'sq', now })
  expect(desk.left).toBeGreaterThanOrEqual(4)
  expect(desk.forecast?.minutes).toBeGreaterThan(0)
})

test('levels 1, 2 and 5 point at words of the answer; no grade is asked for that nobody can give', async () => {
  const grades = await db.query.grades.findMany()
  const unproven = grades.filter(
    ({ level, quotes }) => quoteNeeded((level ?? 3) as 1 | 2 | 3) && quotes.length === 0,
  )
  expect(unproven).toEqual([])
  expect(grades.flatMap(({ quotes }) => quotes).filter(({ text }) => text.trim().length < 12)).toEqual([])
  const lacking = await db.select().from(events).where(eq(events.kind, 'further-grade-lacking'))
  expect(lacking).toEqual([])
})

test('Sofia’s referees: one has answered, one declined, one is awaited; of Elira’s three, two have answered', async () => {
  const statuses = async (key: CastKey) => {
    const found = await referencesOf(db, { viewer: mirela, applicationId: idOf(key), now })
    return found?.references.map(({ status }) => status)
  }
  expect(await statuses('sofia')).toEqual(['received', 'declined', 'sent'])
  expect(await statuses('elira')).toEqual(['received', 'received', 'opened'])
})

test('Gent is in his second week: everything is done but the signature of the shift lead', async () => {
  const [gent, ...others] = await newcomersFor(db, { viewer: sampleViewer('agim'), now })
  expect(others).toEqual([])
  expect(gent).toMatchObject({ name: 'Gent Molla', lead: 'Agim Berisha', standing: 'ready' })
  expect(gent?.day).toBeGreaterThan(7)
  expect(gent?.day).toBeLessThanOrEqual(14)
  expect((await sampleUsers(db)).find(({ name }) => name === 'Gent Molla')?.roles).toEqual(['newcomer'])
})

test('Kirill has 38 minutes left, and what he wrote so far is saved', async () => {
  const [row] = await db
    .select({ deadline: attempts.deadlineAt, words: answers.wordCount })
    .from(attempts)
    .innerJoin(answers, eq(answers.attemptId, attempts.id))
    .where(and(eq(attempts.applicationId, idOf('kirill')), gt(answers.wordCount, 0)))
  expect(row?.deadline).toEqual(later(now, { minutes: 38 }))
})

test('every mail carries the day on which it was sent, and no job is left that is due', async () => {
  const mails = await db.select().from(messages).orderBy(asc(messages.createdAt))
  expect(mails.length).toBeGreaterThan(90)
  expect(mails.filter(({ sentAt, createdAt }) => sentAt?.getTime() !== createdAt.getTime())).toEqual([])
  expect(daysSince(mails[0]?.createdAt ?? now, 'Europe/Tirane', now)).toBe(59)
  expect(mails.filter(({ createdAt }) => createdAt > now)).toEqual([])
  expect(mails.filter(({ text, subject }) => /\{\{|undefined/.test(text + subject))).toEqual([])
  expect(mails.filter(({ toAddress }) => !/@([a-z]+\.)?example\.com$/.test(toAddress))).toEqual([])
  const due = await db
    .select()
    .from(jobs)
    .where(and(isNull(jobs.doneAt), or(lte(jobs.runAt, now), gt(jobs.attempts, 0))))
  expect(due).toEqual([])
})

test('nothing of it lies in the future but what waits there', async () => {
  const late = await db.select().from(events).where(gt(events.at, now))
  expect(late).toEqual([])
  const kept = await db.select({ name: files.name, type: files.type, bytes: files.bytes }).from(files)
  expect(kept.map(({ type }) => type).sort()).toEqual(['application/pdf', 'text/plain', 'text/plain'])
})

test.each([
  ['pavel', 'E1', ['C1', 'C2a', 'C3a1', 'C4a', 'C5a', 'C7a']],
  ['nina', 'E2', ['C1', 'C2b', 'C3a2', 'C4b', 'C5d', 'C7b']],
] as const)('the furious partner meets %s and leaves as %s', async (key, ending, lines) => {
  const [row] = await db
    .select({ body: answers.body, hash: answers.scenarioHash, seed: attempts.seed })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .where(and(eq(attempts.applicationId, idOf(key)), eq(answers.scenarioKey, 's02-the-insult')))
  const content = await pinnedScenario(db, row?.hash ?? '')
  const answer = readAnswer(content, row?.body)
  if (content.kind !== 'inbox' || answer?.kind !== 'inbox') throw new Error('no chat')
  const { acts, until } = answer.body
  const [thread] = play(gameOf(content, 'ru', String(row?.seed)), acts, until).threads
  expect(thread).toMatchObject({ ended: ending, lines, outcome: 'corrected' })
})

test('loading it again changes nothing', async () => {
  const before = await db.select({ all: count() }).from(events)
  await load()
  expect(await db.select({ all: count() }).from(events)).toEqual(before)
})

test('whoever claims the installation has none of it left', async () => {
  const link = await ownerClaimLink(db, { hashOf: (id) => `hash of ${id}`, now })
  const claim = {
    organisation: 'Northwind Support',
    website: 'https://northwind.example.com',
    team: 'Northwind',
    timeZone: 'Europe/Tirane',
    name: 'Arta Leka',
    email: 'arta@northwind.example.com',
    passwordHash: 'argon2id',
    locale: 'sq' as const,
    now,
  }
  expect(await claimInstallation(db, { ...claim, tokenHash: `hash of ${link}` })).toMatchObject({ ok: true })
  for (const table of [applications, persons, newcomers, messages, jobs, files, vacancies])
    expect(await db.select({ all: count() }).from(table)).toEqual([{ all: 0 }])
})
