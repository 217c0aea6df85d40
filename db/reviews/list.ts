import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { can, type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import { normaliseEmail } from '#app/domain/characters.ts'
import { gradingRules } from '#app/domain/grading.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Db } from '../client.ts'
import { markedAnswers, visible } from '../grading/marks.ts'
import { pinnedScenario } from '../pinned.ts'
import { applications, persons, reviewRequests, teams, users, vacancies } from '../schema/index.ts'
import { settledBy } from './told.ts'

const answerer = alias(users, 'answerer')
const mostAnswered = 50
/** Of the first promised; whoever has answered these sees the next. */
const mostOpen = 200

const columns = {
  id: reviewRequests.id,
  applicationId: applications.id,
  name: persons.name,
  texts: vacancies.texts,
  jobLocale: vacancies.jobLocale,
  teamId: vacancies.teamId,
  zone: teams.timeZone,
  askedAt: reviewRequests.askedAt,
  dueAt: reviewRequests.dueAt,
  answeredAt: reviewRequests.answeredAt,
  answeredBy: answerer.name,
  outcome: reviewRequests.outcome,
}

const rows = (db: Db) =>
  db
    .select(columns)
    .from(reviewRequests)
    .innerJoin(applications, eq(applications.id, reviewRequests.applicationId))
    .innerJoin(persons, eq(persons.id, applications.personId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .leftJoin(answerer, eq(answerer.id, reviewRequests.answeredBy))

/** The requests of the viewer's teams: open ones by the day promised, then those answered last. */
export async function reviewsFor(db: Db, viewer: StaffViewer) {
  const own = and(
    inArray(vacancies.teamId, teamsWhere(viewer, 'decide')),
    eq(applications.quarantined, false),
  )
  return {
    open: await rows(db)
      .where(and(own, isNull(reviewRequests.answeredAt)))
      .orderBy(asc(reviewRequests.dueAt), asc(reviewRequests.id))
      .limit(mostOpen),
    answered: await rows(db)
      .where(and(own, isNotNull(reviewRequests.answeredAt)))
      .orderBy(desc(reviewRequests.answeredAt))
      .limit(mostAnswered),
  }
}

/** How many wait for an answer that this viewer may give: those whose decision was somebody else's. */
export async function reviewsWaiting(db: Db, viewer: StaffViewer): Promise<number> {
  const [row] = await db
    .select({ waiting: count() })
    .from(reviewRequests)
    .innerJoin(applications, eq(applications.id, reviewRequests.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(
      and(
        inArray(vacancies.teamId, teamsWhere(viewer, 'decide')),
        eq(applications.quarantined, false),
        isNull(reviewRequests.answeredAt),
        ne(applications.emailNormal, normaliseEmail(viewer.email)),
        sql`not exists (select 1 from decisions d where d.application_id = ${applications.id}
          and d.decided_by = ${viewer.userId} and d.kind in ('offer', 'reject'))`,
      ),
    )
  return row?.waiting ?? 0
}

/** One request with what it is about. `may`: this viewer is not the one who decided. */
export async function reviewForStaff(
  db: Db,
  input: { viewer: StaffViewer; requestId: string; locale: Locale; now: Date },
) {
  const { viewer, requestId, locale, now } = input
  const [row] = await db
    .select({
      ...columns,
      text: reviewRequests.text,
      answer: reviewRequests.answer,
      stage: applications.stage,
      candidateLocale: applications.locale,
      emailNormal: applications.emailNormal,
      quarantined: applications.quarantined,
    })
    .from(reviewRequests)
    .innerJoin(applications, eq(applications.id, reviewRequests.applicationId))
    .innerJoin(persons, eq(persons.id, applications.personId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .leftJoin(answerer, eq(answerer.id, reviewRequests.answeredBy))
    .where(eq(reviewRequests.id, requestId))
  if (!row || row.quarantined || !can(viewer, 'decide', row)) return null
  const { emailNormal, quarantined: _, ...request } = row
  const decided = (await settledBy(db, row.applicationId)).some(({ by }) => by === viewer.userId)
  const own = emailNormal === normaliseEmail(viewer.email)
  const marked = await markedAnswers(db, 'application', row.applicationId)
  const gradable = marked.filter(
    ({ requests, moderated }) =>
      visible(requests, now) &&
      requests.length < gradingRules.gradeCap &&
      Object.keys(moderated).length === 0,
  )
  const answers: { id: string; code: string | null; title: string; grades: number }[] = []
  for (const { id, scenarioHash, requests } of gradable) {
    const { code, texts } = await pinnedScenario(db, scenarioHash)
    answers.push({ id, code: code ?? null, title: texts[locale].title, grades: requests.length })
  }
  return { ...request, refused: own ? 'own-application' : decided ? 'own-decision' : null, answers } as const
}

/** What a mail about it needs. */
export async function reviewToTell(db: Db, requestId: string) {
  const [row] = await db
    .select({
      applicationId: applications.id,
      texts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
      zone: teams.timeZone,
      dueAt: reviewRequests.dueAt,
      answeredAt: reviewRequests.answeredAt,
      outcome: reviewRequests.outcome,
      answer: reviewRequests.answer,
    })
    .from(reviewRequests)
    .innerJoin(applications, eq(applications.id, reviewRequests.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .where(and(eq(reviewRequests.id, requestId), eq(applications.quarantined, false)))
  return row
}
