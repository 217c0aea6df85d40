import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import { acts } from '#app/domain/access.ts'
import { mayAsk } from '#app/domain/reveal.ts'
import type { Tx } from '../client.ts'
import { gradingAssignments, identityViews, memberships, users, vacancyGraders } from '../schema/index.ts'

export interface Eligible {
  id: string
  /** Answers that wait on this person's desk, in all vacancies. */
  open: number
  identityOpened: boolean
}

/** Those invited for the vacancy who may still grade in its team, with what lies on their desks. */
export async function invitedGraders(
  tx: Tx,
  { vacancyId, teamId, applicationId }: { vacancyId: string; teamId: string; applicationId: string },
): Promise<Eligible[]> {
  const rows = await tx
    .selectDistinct({ id: users.id, nameKnown: vacancyGraders.nameKnown, viewed: identityViews.at })
    .from(vacancyGraders)
    .innerJoin(users, and(eq(users.id, vacancyGraders.userId), isNull(users.disabledAt)))
    .innerJoin(
      memberships,
      and(
        eq(memberships.userId, users.id),
        eq(memberships.teamId, teamId),
        inArray(memberships.role, acts.grade),
      ),
    )
    .leftJoin(
      identityViews,
      and(eq(identityViews.applicationId, applicationId), eq(identityViews.userId, users.id)),
    )
    .where(eq(vacancyGraders.vacancyId, vacancyId))
  if (rows.length === 0) return []
  const desks = await tx
    .select({ id: gradingAssignments.graderId, open: count() })
    .from(gradingAssignments)
    .where(
      and(
        inArray(
          gradingAssignments.graderId,
          rows.map(({ id }) => id),
        ),
        isNull(gradingAssignments.lockedAt),
        isNull(gradingAssignments.voidedAt),
      ),
    )
    .groupBy(gradingAssignments.graderId)
  const open = new Map(desks.map((desk) => [desk.id, desk.open]))
  return rows.map(({ id, nameKnown, viewed }) => ({
    id,
    open: open.get(id) ?? 0,
    identityOpened: viewed !== null && !nameKnown,
  }))
}

type AskedBefore = { graderId: string; voidedAt: Date | null }

/** Those of them who may be asked for this answer. A request that was taken back is not made a second time. */
export const askable = (graders: readonly Eligible[], everAsked: readonly AskedBefore[]): Eligible[] =>
  graders.filter(
    ({ id, identityOpened }) =>
      !everAsked.some(({ graderId }) => graderId === id) &&
      'ok' in mayAsk({ graderId: id, asked: everAsked, identityOpened, conflictDeclared: false }),
  )
