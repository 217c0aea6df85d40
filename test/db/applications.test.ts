import { and, eq, like } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { applicationForm } from '#app/domain/application.ts'
import { apply } from '#db/applications.ts'
import { findFile } from '#db/files.ts'
import { viewIdentity } from '#db/identity.ts'
import { applications, events, files, identityViews, jobs, persons } from '#db/schema/index.ts'
import { askForStatusLink } from '#db/status-links.ts'
import { closeVacancy } from '#db/vacancies/status.ts'
import { testDb } from '#test/support/db.ts'
import { application, artasForm } from '#test/world/applications.ts'
import { type Lumo, later, lumo, monday } from '#test/world/lumo.ts'
import { draftVacancy, publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
let world: Lumo
let count = 0
beforeAll(async () => {
  world = await lumo(db)
})

const anyone = () => ({ email: `candidate-${++count}@example.com` })
const formOf = (change: object = {}) => applicationForm.parse({ ...artasForm, ...change })
const sending = (slug: string, change: object = {}, more: object = {}) =>
  apply(db, { slug, form: formOf(change), locale: 'ru', suspected: false, now: monday, ...more })
const rowsOf = (email: string) => db.select().from(applications).where(eq(applications.emailNormal, email))
const mailsOf = async (applicationId: string) => {
  const rows = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
  return rows
    .filter(({ payload }) => payload.applicationId === applicationId)
    .map(({ payload }) => payload.template)
}
const eventsOf = async (applicationId: string) => {
  const rows = await db
    .select()
    .from(events)
    .where(eq(events.applicationId, applicationId))
    .orderBy(events.id)
  return rows.map(({ kind }) => kind)
}

describe('applying', () => {
  test('keeps what was typed, records it and writes one mail', async () => {
    const { email } = anyone()
    const { id, vacancy } = await application(db, world, {
      form: { email: ` ${email.toUpperCase()} ` },
      locale: 'ru',
      now: monday,
    })
    const [row] = await rowsOf(email)
    expect(row).toMatchObject({
      vacancyId: vacancy.id,
      stage: 'applied',
      locale: 'ru',
      why: artasForm.why,
      languages: artasForm.languages,
      quarantined: false,
      lastWordAt: monday,
    })
    expect(row?.hours).toContainEqual({ day: 5, from: '16:00', to: '00:00' })
    expect(row?.code).toMatch(/^C-[2-9A-Z]{3,}$/)
    const [person] = await db.select().from(persons).where(eq(persons.emailNormal, email))
    expect(person).toMatchObject({ id: row?.personId, name: 'Arta Kola', email: email.toUpperCase() })
    expect(await eventsOf(id)).toEqual(['applied'])
    expect(await mailsOf(id)).toEqual(['apply.received'])
  })

  test('is not possible for a draft, and is over for a closed vacancy', async () => {
    const draft = await draftVacancy(db, world, monday)
    const closed = await publishedVacancy(db, world, monday)
    await closeVacancy(db, { viewer: world.mirela, id: closed.id, now: monday })
    const late = await publishedVacancy(db, world, monday)
    const person = anyone()
    expect(await sending(draft.slug, person)).toBeNull()
    expect(await sending('no-such-vacancy', person)).toBeNull()
    expect(await sending(closed.slug, person)).toEqual({ refused: 'vacancy-closed' })
    expect(await sending(late.slug, person, { now: later(monday, { days: 32 }) })).toEqual({
      refused: 'vacancy-closed',
    })
    expect(await rowsOf(person.email)).toEqual([])
  })

  test('needs the notice that is in force', async () => {
    const { slug } = await publishedVacancy(db, world, monday)
    expect(await sending(slug, { ...anyone(), notice: '2019-01-01' })).toEqual({ refused: 'notice-old' })
  })

  test('a second time is told by mail and changes nothing', async () => {
    const person = anyone()
    const first = await application(db, world, { form: person, now: monday })
    const again = await sending(first.vacancy.slug, {
      email: person.email.toUpperCase(),
      why: 'Another text.',
    })
    expect(again).toEqual({ ok: true, outcome: 'again' })
    await sending(first.vacancy.slug, person)
    const rows = await rowsOf(person.email)
    expect(rows.map(({ why }) => why)).toEqual([artasForm.why])
    expect(await mailsOf(first.id)).toEqual(['apply.received', 'apply.again'])
    expect(await eventsOf(first.id)).toEqual(['applied', 'applied-again', 'applied-again'])
  })

  test('sent twenty times at once is one application and one mail', async () => {
    const { slug } = await publishedVacancy(db, world, monday)
    const person = anyone()
    const formId = crypto.randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => sending(slug, person, { formId })))
    expect(answers.every((answer) => answer !== null && 'ok' in answer)).toBe(true)
    const rows = await rowsOf(person.email)
    expect(rows).toHaveLength(1)
    expect(await mailsOf(rows[0]?.id ?? '')).toEqual(['apply.received'])
  })

  test('from twenty forms at once is one application, one person, and one mail of each kind', async () => {
    const { slug } = await publishedVacancy(db, world, monday)
    const person = anyone()
    await Promise.all(
      Array.from({ length: 20 }, () => sending(slug, person, { formId: crypto.randomUUID() })),
    )
    const rows = await rowsOf(person.email)
    expect(rows).toHaveLength(1)
    expect(await db.select().from(persons).where(eq(persons.emailNormal, person.email))).toHaveLength(1)
    expect((await mailsOf(rows[0]?.id ?? '')).sort()).toEqual(['apply.again', 'apply.received'])
  })

  test('the same form with other words is refused', async () => {
    const { slug } = await publishedVacancy(db, world, monday)
    const [person, formId] = [anyone(), crypto.randomUUID()]
    expect(await sending(slug, person, { formId })).toEqual({ ok: true, outcome: 'received' })
    expect(await sending(slug, person, { formId })).toEqual({ ok: true, outcome: 'repeated' })
    expect(await sending(slug, { ...person, why: 'Other words.' }, { formId })).toEqual({
      refused: 'other-form',
    })
  })

  test('for two vacancies is one person with two applications', async () => {
    const person = anyone()
    await application(db, world, { form: person, now: monday })
    await application(db, world, { form: { ...person, name: 'Arta Kola-Marku' }, now: monday })
    const rows = await rowsOf(person.email)
    expect(new Set(rows.map(({ personId }) => personId)).size).toBe(1)
    expect(new Set(rows.map(({ code }) => code)).size).toBe(2)
    const known = await db.select().from(persons).where(eq(persons.emailNormal, person.email))
    expect(known.map(({ name }) => name)).toEqual(['Arta Kola-Marku'])
  })
})

describe('suspected spam', () => {
  test('is kept in quarantine and nobody is written to', async () => {
    const person = anyone()
    const { id } = await application(db, world, { form: person, suspected: 'trap', now: monday })
    expect((await rowsOf(person.email))[0]?.quarantined).toBe(true)
    expect(await mailsOf(id)).toEqual([])
    await askForStatusLink(db, { email: person.email, now: monday })
    expect(await mailsOf(id)).toEqual([])
  })

  test('in somebody’s name does not keep the person out', async () => {
    const person = anyone()
    const spam = await application(db, world, {
      form: { ...person, why: 'Buy now' },
      suspected: 'trap',
      now: monday,
    })
    const answer = await sending(spam.vacancy.slug, person)
    expect(answer).toEqual({ ok: true, outcome: 'received' })
    expect(await rowsOf(person.email)).toMatchObject([
      { id: spam.id, why: artasForm.why, quarantined: false },
    ])
    expect(await mailsOf(spam.id)).toEqual(['apply.received'])
  })

  test('does not touch an application that is there', async () => {
    const person = anyone()
    const real = await application(db, world, { form: person, now: monday })
    await sending(real.vacancy.slug, { ...person, name: 'Spam', why: 'Buy now' }, { suspected: 'trap' })
    expect(await rowsOf(person.email)).toMatchObject([{ why: artasForm.why, quarantined: false }])
    expect(await mailsOf(real.id)).toEqual(['apply.received'])
  })
})

describe('a résumé', () => {
  const resume = { name: 'arta.pdf', type: 'application/pdf', bytes: 9, sha256: 'a'.repeat(64) }

  test('is found by a manager of the team and by nobody else', async () => {
    const { id } = await application(db, world, { form: anyone(), resume, now: monday })
    const [file] = await db.select().from(files).where(eq(files.applicationId, id))
    const place = { applicationId: id, fileId: file?.id ?? '' }
    expect(await findFile(db, { viewer: world.mirela, ...place })).toMatchObject({ name: 'arta.pdf' })
    expect(await findFile(db, { viewer: world.dorina, ...place })).toBeNull()
    const stranger = {
      ...world.mirela,
      memberships: [{ teamId: crypto.randomUUID(), role: 'manager' as const }],
    }
    expect(await findFile(db, { viewer: stranger, ...place })).toBeNull()
    const other = await application(db, world, { form: anyone(), now: monday })
    expect(await findFile(db, { viewer: world.mirela, ...place, applicationId: other.id })).toBeNull()
  })

  test('that is opened is written down each time, the identity once', async () => {
    const { id } = await application(db, world, { form: anyone(), resume, now: monday })
    const opened = { fileId: crypto.randomUUID() }
    await viewIdentity(db, { viewer: world.mirela, applicationId: id, opened, now: monday })
    await viewIdentity(db, { viewer: world.mirela, applicationId: id, opened, now: monday })
    expect(await db.select().from(identityViews).where(eq(identityViews.applicationId, id))).toHaveLength(1)
    expect(await eventsOf(id)).toEqual(['applied', 'file-opened', 'file-opened'])
    expect(await viewIdentity(db, { viewer: world.dorina, applicationId: id, now: monday })).toBeNull()
  })
})

test('asking for a link is silent, and a waiting mail is not written twice', async () => {
  const person = anyone()
  const { id } = await application(db, world, { form: person, now: monday })
  await askForStatusLink(db, { email: ` ${person.email.toUpperCase()}`, now: monday })
  await askForStatusLink(db, { email: person.email, now: monday })
  await askForStatusLink(db, { email: 'nobody@example.com', now: monday })
  expect(await mailsOf(id)).toEqual(['apply.received', 'status.link'])
  const waiting = await db
    .select()
    .from(jobs)
    .where(and(eq(jobs.kind, 'mail'), like(jobs.dedupe, 'status.link:%')))
  expect(waiting.map(({ payload }) => payload.applicationId)).toEqual([id])
})
