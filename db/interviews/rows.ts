import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { can, memberOf, type StaffViewer } from '#app/domain/access.ts'
import type { Db, Tx } from '../client.ts'
import { interviews, memberships, users } from '../schema/index.ts'

export type InterviewRow = typeof interviews.$inferSelect

/** Not cancelled and not over. */
export const isAhead = ({ startsAt, minutes, cancelledAt }: InterviewRow, now: Date): boolean =>
  cancelledAt === null && startsAt.getTime() + minutes * 60_000 > now.getTime()

/** Colleagues of the team who may be asked to interview: everybody but newcomers. */
export const interviewers = (db: Db | Tx, teamId: string) =>
  db
    .selectDistinct({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.teamId, teamId), ne(memberships.role, 'newcomer'), isNull(users.disabledAt)))
    .orderBy(asc(users.name))

/** Managers see every interview of their team, interviewers their own. */
export function mayRead(
  viewer: StaffViewer,
  { teamId, interviewerId }: { teamId: string; interviewerId: string },
): boolean {
  if (can(viewer, 'manage-interviews', { teamId })) return true
  return viewer.userId === interviewerId && memberOf(viewer, teamId)
}

export const rowsOf = (db: Db | Tx, applicationId: string): Promise<InterviewRow[]> =>
  db
    .select()
    .from(interviews)
    .where(eq(interviews.applicationId, applicationId))
    .orderBy(asc(interviews.startsAt), asc(interviews.id))

/** The first interview of an application that is ahead. */
export const aheadFor = async (db: Db | Tx, applicationId: string, now: Date) =>
  (await rowsOf(db, applicationId)).find((row) => isAhead(row, now))
