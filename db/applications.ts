import { createHash, randomInt } from 'node:crypto'
import { and, asc, eq, sql } from 'drizzle-orm'
import { spokenCode } from '#app/domain/answer-code.ts'
import { type ApplicationForm, hoursOf, spokenLanguages } from '#app/domain/application.ts'
import { normaliseEmail } from '#app/domain/characters.ts'
import type { Locale } from '#app/domain/locale.ts'
import { noticeVersion } from '#app/domain/notice.ts'
import type { Suspicion } from '#app/domain/spam.ts'
import { acceptsApplications } from '#app/domain/vacancy.ts'
import type { Db, Tx } from './client.ts'
import { record } from './events.ts'
import { keepFile, type NewFile } from './files.ts'
import { tellCandidate } from './held-application.ts'
import { newId } from './id.ts'
import { enqueue } from './jobs.ts'
import { applications, idempotencyKeys, persons, vacancies } from './schema/index.ts'

type Applicable = Pick<
  typeof vacancies.$inferSelect,
  'status' | 'closesOn' | 'texts' | 'jobLocale' | 'languages' | 'schedule'
>

/** What the form needs to know of a vacancy that takes applications. null: there is none, or not for the public. */
export async function vacancyToApplyFor(
  db: Db,
  { slug, now }: { slug: string; now: Date },
): Promise<{ ok: true; vacancy: Applicable } | { refused: 'vacancy-closed' } | null> {
  const [row] = await db
    .select({
      status: vacancies.status,
      closesOn: vacancies.closesOn,
      texts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
      languages: vacancies.languages,
      schedule: vacancies.schedule,
    })
    .from(vacancies)
    .where(eq(vacancies.slug, slug))
  if (!row || row.status === 'draft') return null
  return acceptsApplications(row, now) ? { ok: true, vacancy: row } : { refused: 'vacancy-closed' }
}

export interface ApplyInput {
  slug: string
  form: ApplicationForm
  locale: Locale
  /** Looks like spam, and by what: kept, but in quarantine and without a mail until a person has judged. */
  suspected: Suspicion | false
  resume?: NewFile
  /** The form's own id: the same form sent again is the same application. */
  formId?: string
  now: Date
}

/** `again`: there is an application with that address already, and a mail says so. `repeated`: this very form was sent before. */
export type Applied = { ok: true; outcome: 'received' | 'again' | 'repeated' }
export type ApplyRefusal = 'vacancy-closed' | 'notice-old' | 'other-form'

/**
 * Makes an application, once for an address and a vacancy, with its event and its mail. What comes back must not be
 * shown to the sender beyond `ok`: it would tell who has applied.
 */
export async function apply(db: Db, input: ApplyInput): Promise<Applied | { refused: ApplyRefusal } | null> {
  const { form, now } = input
  return db.transaction(async (tx) => {
    const [vacancy] = await tx.select().from(vacancies).where(eq(vacancies.slug, input.slug)).for('share')
    if (!vacancy || vacancy.status === 'draft') return null
    if (!acceptsApplications(vacancy, now)) return { refused: 'vacancy-closed' }
    if (form.notice !== noticeVersion) return { refused: 'notice-old' }

    const email = normaliseEmail(form.email)
    // One application at a time for one address, whichever vacancy it is for: one person, one row.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${email}, 0))`)
    const sent = await sentBefore(tx, input)
    if (sent !== 'first')
      return sent === 'same' ? { ok: true, outcome: 'repeated' } : { refused: 'other-form' }

    const [earlier] = await tx
      .select({ id: applications.id, quarantined: applications.quarantined })
      .from(applications)
      .where(and(eq(applications.vacancyId, vacancy.id), eq(applications.emailNormal, email)))
    if (earlier && (!earlier.quarantined || input.suspected)) {
      if (!input.suspected) await tellAgain(tx, { applicationId: earlier.id, teamId: vacancy.teamId, now })
      return { ok: true, outcome: 'again' }
    }
    const personId = await personOf(tx, { email, form, suspected: input.suspected !== false, now })
    const values = {
      personId,
      locale: input.locale,
      languages: spokenLanguages(form.languages),
      hours: hoursOf(form.windows),
      why: form.why,
      noticeVersion: form.notice,
      quarantined: input.suspected !== false,
      lastWordAt: now,
    }
    // Somebody else's spam in this address's name must not keep the person out: the clean form takes its place.
    const id = earlier?.id ?? newId(now.getTime())
    if (earlier) await tx.update(applications).set(values).where(eq(applications.id, id))
    else await insertWithCode(tx, { ...values, id, vacancyId: vacancy.id, emailNormal: email, now })
    const subject = { subject: 'application', subjectId: id, applicationId: id, teamId: vacancy.teamId, now }
    const by = { kind: 'candidate' as const, applicationId: id }
    if (input.resume) await keepFile(tx, { applicationId: id, file: input.resume, now })
    await record(tx, { ...subject, by, kind: 'applied', data: { suspected: input.suspected } })
    if (!input.suspected)
      await enqueue(tx, { kind: 'mail', payload: { template: 'apply.received', applicationId: id }, now })
    return { ok: true, outcome: 'received' }
  })
}

/** Remembers the form's id with what it held. */
async function sentBefore(tx: Tx, input: ApplyInput): Promise<'first' | 'same' | 'other'> {
  if (!input.formId) return 'first'
  const { notice: _, resume: __, ...form } = input.form
  const body = JSON.stringify([input.slug, form, input.resume?.sha256 ?? null])
  const bodyHash = createHash('sha256').update(body).digest('hex')
  const key = `apply:${input.formId}`
  const made = await tx
    .insert(idempotencyKeys)
    .values({ key, scope: 'apply', bodyHash, createdAt: input.now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (made.length > 0) return 'first'
  const [earlier] = await tx.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key))
  return earlier?.bodyHash === bodyHash ? 'same' : 'other'
}

/** The mail says that the application is there already and leads to its status; a waiting one is not written twice. */
async function tellAgain(tx: Tx, input: { applicationId: string; teamId: string; now: Date }): Promise<void> {
  const { applicationId, teamId, now } = input
  const by = { kind: 'candidate' as const, applicationId }
  await record(tx, {
    by,
    now,
    subject: 'application',
    subjectId: applicationId,
    applicationId,
    teamId,
    kind: 'applied-again',
  })
  const dedupe = `apply.again:${applicationId}`
  await tellCandidate(tx, { applicationId, template: 'apply.again', dedupe, now })
}

/** The person known by this address, under the name last given, or a new one. */
async function personOf(
  tx: Tx,
  input: { email: string; form: ApplicationForm; suspected: boolean; now: Date },
): Promise<string> {
  const { name } = input.form
  const [known] = await tx
    .select({ id: persons.id, name: persons.name })
    .from(persons)
    .where(eq(persons.emailNormal, input.email))
    .orderBy(asc(persons.createdAt))
    .limit(1)
  if (known) {
    if (known.name !== name && !input.suspected)
      await tx.update(persons).set({ name }).where(eq(persons.id, known.id))
    return known.id
  }
  const id = newId(input.now.getTime())
  await tx
    .insert(persons)
    .values({ id, name, email: input.form.email.trim(), emailNormal: input.email, createdAt: input.now })
  return id
}

type NewApplication = Omit<typeof applications.$inferInsert, 'code' | 'stage' | 'stageSince' | 'createdAt'>

/** A code that is taken already is drawn again, one letter longer every second time. */
async function insertWithCode(tx: Tx, { now, ...values }: NewApplication & { now: Date }): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const made = await tx
      .insert(applications)
      .values({
        ...values,
        code: spokenCode(3 + Math.floor(attempt / 2), (end) => randomInt(end)),
        stage: 'applied',
        stageSince: now,
        createdAt: now,
      })
      .onConflictDoNothing({ target: applications.code })
      .returning({ id: applications.id })
    if (made.length > 0) return
  }
}
