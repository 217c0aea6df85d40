import { and, eq, isNull } from 'drizzle-orm'
import { type Dimension, isDimension } from '#app/domain/dimensions.ts'
import type { Db } from '../client.ts'
import { answers, applications, attempts, moderations, users } from '../schema/index.ts'

/** Who is named to give the last word; undefined when it has been given or somebody else is named. */
export async function mailOfModeration(
  db: Db,
  { answerId, dimension }: { answerId: string; dimension: string },
): Promise<
  | {
      userId: string
      name: string
      email: string
      locale: (typeof users.$inferSelect)['locale']
      code: string
      dimension: Dimension
      vacancyId: string
    }
  | undefined
> {
  if (!isDimension(dimension)) return undefined
  const [row] = await db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
      code: answers.code,
      dimension: moderations.dimension,
      vacancyId: applications.vacancyId,
    })
    .from(moderations)
    .innerJoin(users, and(eq(users.id, moderations.moderatorId), isNull(users.disabledAt)))
    .innerJoin(answers, eq(answers.id, moderations.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .where(
      and(
        eq(moderations.answerId, answerId),
        eq(moderations.dimension, dimension),
        isNull(moderations.moderatedAt),
      ),
    )
  return row
}
