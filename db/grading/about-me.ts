import { and, eq, inArray, notInArray } from 'drizzle-orm'
import { can, type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import { type Locale, locales } from '#app/domain/locale.ts'
import { titleIn } from '#app/domain/vacancy-title.ts'
import type { Db } from '../client.ts'
import { record } from '../events.ts'
import { newId } from '../id.ts'
import {
  answers,
  applications,
  attempts,
  graderConflicts,
  gradingAssignments,
  hiddenAnchors,
  users,
  vacancies,
  vacancyGraders,
} from '../schema/index.ts'
import { onDesk } from './desk.ts'
import { type HandedOver, handOverAll } from './hand-over.ts'
import { declineHidden } from './hidden/save.ts'
import { takeAway } from './hidden/settle.ts'

/** The viewer's languages, and the vacancies that they were asked to grade; no person, no count. */
export async function graderAbout(db: Db, { viewer, locale }: { viewer: StaffViewer; locale: Locale }) {
  const [user] = await db.select({ gradesIn: users.gradesIn }).from(users).where(eq(users.id, viewer.userId))
  const rows = await db
    .select({
      id: vacancies.id,
      texts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
      status: vacancies.status,
      conflict: graderConflicts.declaredAt,
    })
    .from(vacancyGraders)
    .innerJoin(vacancies, eq(vacancies.id, vacancyGraders.vacancyId))
    .leftJoin(
      graderConflicts,
      and(eq(graderConflicts.userId, viewer.userId), eq(graderConflicts.vacancyId, vacancies.id)),
    )
    .where(
      and(
        eq(vacancyGraders.userId, viewer.userId),
        inArray(vacancies.teamId, teamsWhere(viewer, 'grade')),
        eq(vacancies.status, 'published'),
      ),
    )
    .orderBy(vacancies.id)
  return {
    gradesIn: user?.gradesIn ?? null,
    vacancies: rows.map(({ id, jobLocale, conflict, texts }) => ({
      id,
      title: titleIn({ texts, jobLocale }, locale),
      language: jobLocale,
      conflict: conflict !== null,
    })),
  }
}

export type LanguagesRefusal = 'language-missing'

/**
 * In which languages the viewer grades. What lies open on their desk in another language goes to others at once; an
 * empty choice is no answer.
 */
export async function setGradingLanguages(
  db: Db,
  input: { viewer: StaffViewer; languages: readonly Locale[]; random?: () => number; now: Date },
): Promise<({ ok: true } & HandedOver) | { refused: LanguagesRefusal }> {
  const { viewer, random, now } = input
  const languages = locales.filter((one) => input.languages.includes(one))
  if (languages.length === 0) return { refused: 'language-missing' }
  return db.transaction(async (tx) => {
    await tx.update(users).set({ gradesIn: languages }).where(eq(users.id, viewer.userId))
    await record(tx, {
      by: viewer,
      now,
      subject: 'user',
      subjectId: viewer.userId,
      kind: 'languages-said',
      data: { languages: languages.join(' ') },
    })
    const where = notInArray(attempts.locale, languages)
    const own = eq(hiddenAnchors.graderId, viewer.userId)
    await takeAway(tx, { where: and(own, notInArray(hiddenAnchors.locale, languages)), now })
    const done = await handOverAll(tx, { graderId: viewer.userId, where, random, now })
    return { ok: true, ...done }
  })
}

/** A conflict with a whole vacancy: all that lies open of it goes to others, and nothing of it comes again. */
export async function declareVacancyConflict(
  db: Db,
  input: { viewer: StaffViewer; vacancyId: string; random?: () => number; now: Date },
): Promise<({ ok: true } & HandedOver) | null> {
  const { viewer, vacancyId, random, now } = input
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ teamId: vacancies.teamId })
      .from(vacancyGraders)
      .innerJoin(vacancies, eq(vacancies.id, vacancyGraders.vacancyId))
      .where(and(eq(vacancyGraders.vacancyId, vacancyId), eq(vacancyGraders.userId, viewer.userId)))
    if (!row || !can(viewer, 'grade', row)) return null
    const made = await tx
      .insert(graderConflicts)
      .values({ id: newId(now.getTime()), userId: viewer.userId, vacancyId, declaredAt: now })
      .onConflictDoNothing()
      .returning({ id: graderConflicts.id })
    if (made.length > 0)
      await record(tx, {
        by: viewer,
        now,
        teamId: row.teamId,
        subject: 'vacancy',
        subjectId: vacancyId,
        kind: 'conflict-declared',
      })
    const where = eq(vacancies.id, vacancyId)
    const own = eq(hiddenAnchors.graderId, viewer.userId)
    await takeAway(tx, { where: and(own, eq(hiddenAnchors.vacancyId, vacancyId)), now })
    return { ok: true, ...(await handOverAll(tx, { graderId: viewer.userId, where, random, now })) }
  })
}

/**
 * "I know who wrote this", said at the desk. Nothing is shown: everything of that person that lies open there goes to
 * others, of this application and of any other, and never comes again. What was locked stays as it is.
 */
export async function declareKnownPerson(
  db: Db,
  input: { viewer: StaffViewer; assignmentId: string; random?: () => number; now: Date },
): Promise<({ ok: true } & HandedOver) | { refused: 'already-locked' } | null> {
  const { viewer, assignmentId, random, now } = input
  return db.transaction(async (tx) => {
    const [held] = await tx
      .select({
        lockedAt: gradingAssignments.lockedAt,
        personId: applications.personId,
        applicationId: applications.id,
        teamId: vacancies.teamId,
      })
      .from(gradingAssignments)
      .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
      .innerJoin(attempts, eq(attempts.id, answers.attemptId))
      .innerJoin(applications, eq(applications.id, attempts.applicationId))
      .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
      .where(and(eq(gradingAssignments.id, assignmentId), onDesk(tx, viewer)))
    if (!held) return declineHidden(tx, { viewer, id: assignmentId, now })
    if (held.lockedAt) return { refused: 'already-locked' }
    const { applicationId, teamId, personId } = held
    await tx
      .insert(graderConflicts)
      .values({ id: newId(now.getTime()), userId: viewer.userId, personId, declaredAt: now })
      .onConflictDoNothing()
    await record(tx, {
      by: viewer,
      now,
      applicationId,
      teamId,
      subject: 'application',
      subjectId: applicationId,
      kind: 'conflict-declared',
    })
    const where = eq(applications.personId, personId)
    return { ok: true, ...(await handOverAll(tx, { graderId: viewer.userId, where, random, now })) }
  })
}
