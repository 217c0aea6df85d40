import { eq } from 'drizzle-orm'
import type { Locale } from '#app/domain/locale.ts'
import { bindingIn, standingsOf } from '../calibration.ts'
import type { Tx } from '../client.ts'
import { pinnedAssignment, pinnedScenario } from '../pinned.ts'
import { answers, attempts } from '../schema/index.ts'
import { gradedDimensions } from './desk.ts'

/** Of each grader, the answers of the application that calibration keeps from them. */
export async function behindTheGate(
  tx: Tx,
  input: { applicationId: string; locale: Locale; graders: readonly string[]; now: Date },
): Promise<Map<string, Set<string>>> {
  const { applicationId, locale, graders, now } = input
  const binds = await bindingIn(tx, locale)
  if (binds.length === 0) return new Map()
  const standings = await standingsOf(tx, { graders, locale, binds, now })
  const rows = await tx
    .select({
      id: answers.id,
      scenarioHash: answers.scenarioHash,
      assignmentHash: attempts.assignmentHash,
    })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .where(eq(attempts.applicationId, applicationId))
  const kept = new Map(graders.map((grader) => [grader, new Set<string>()]))
  for (const { id, scenarioHash, assignmentHash } of rows) {
    const content = await pinnedScenario(tx, scenarioHash)
    const criteria = gradedDimensions(content, await pinnedAssignment(tx, assignmentHash))
    for (const grader of graders)
      if (standings.get(grader)?.lacking.some((one) => criteria.includes(one))) kept.get(grader)?.add(id)
  }
  return kept
}
