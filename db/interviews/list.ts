import { and, asc, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import { type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import type { Db } from '../client.ts'
import { applications, interviewNotes, interviews, persons, users, vacancies } from '../schema/index.ts'
import { isAhead } from './rows.ts'

const daysBack = 7
const mostRows = 200

/** Coming interviews of the viewer's teams, or those that they hold themselves, and those of the last seven days. */
export async function comingInterviews(db: Db, { viewer, now }: { viewer: StaffViewer; now: Date }) {
  const managed = teamsWhere(viewer, 'manage-interviews')
  const own = viewer.memberships.map(({ teamId }) => teamId)
  if (own.length === 0) return []
  const rows = await db
    .select({
      interview: interviews,
      candidate: persons.name,
      stage: applications.stage,
      texts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
      interviewer: users.name,
      noted: sql<boolean>`exists (
        select 1 from ${interviewNotes} where ${interviewNotes.interviewId} = ${interviews.id})`,
    })
    .from(interviews)
    .innerJoin(users, eq(users.id, interviews.interviewerId))
    .innerJoin(applications, eq(applications.id, interviews.applicationId))
    .innerJoin(persons, eq(persons.id, applications.personId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(
      and(
        isNull(interviews.cancelledAt),
        gte(interviews.startsAt, new Date(now.getTime() - daysBack * 86_400_000)),
        eq(applications.quarantined, false),
        or(
          managed.length > 0 ? inArray(vacancies.teamId, managed) : undefined,
          and(inArray(vacancies.teamId, own), eq(interviews.interviewerId, viewer.userId)),
        ),
      ),
    )
    .orderBy(asc(interviews.startsAt), asc(interviews.id))
    .limit(mostRows)
  return rows.map(({ interview, ...row }) => ({
    ...row,
    id: interview.id,
    applicationId: interview.applicationId,
    startsAt: interview.startsAt,
    minutes: interview.minutes,
    zone: interview.zone,
    place: interview.place,
    own: interview.interviewerId === viewer.userId,
    ahead: isAhead(interview, now),
  }))
}
