import { and, eq, isNull } from 'drizzle-orm'
import { isDimension } from '#app/domain/dimensions.ts'
import { atWork, staffAddress } from '../addressee.ts'
import type { Db } from '../client.ts'
import { answers, applications, attempts, moderations, users } from '../schema/index.ts'

/** Who is named to give the last word; undefined when it has been given or somebody else is named. */
export async function mailOfModeration(
  db: Db,
  { answerId, dimension }: { answerId: string; dimension: string },
) {
  if (!isDimension(dimension)) return undefined
  const [row] = await db
    .select({
      ...staffAddress,
      code: answers.code,
      dimension: moderations.dimension,
      vacancyId: applications.vacancyId,
    })
    .from(moderations)
    .innerJoin(users, atWork(moderations.moderatorId))
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
