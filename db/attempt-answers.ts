import { randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { answerCode } from '#app/domain/answer-code.ts'
import { emptyBody } from '#app/domain/scenario/body.ts'
import type { AttemptRow } from './attempt-rows.ts'
import type { Tx } from './client.ts'
import { newId } from './id.ts'
import { pinnedAssignment, pinnedScenario } from './pinned.ts'
import { answers, scoringPlans } from './schema/index.ts'

/** One empty answer for each part, under a code of its own, so that grades of one do not colour the next. */
export async function makeAnswers(tx: Tx, attempt: AttemptRow, now: Date): Promise<void> {
  const [plan] = await tx
    .select({ scenarioHashes: scoringPlans.scenarioHashes })
    .from(scoringPlans)
    .where(eq(scoringPlans.id, attempt.scoringPlanId))
  if (!plan) throw new Error('an attempt without its plan')
  const { sections } = await pinnedAssignment(tx, attempt.assignmentHash)
  for (const [index, { scenario: scenarioKey, sitting }] of sections.entries()) {
    const scenarioHash = plan.scenarioHashes[scenarioKey]
    if (!scenarioHash) throw new Error(`${scenarioKey} was not kept when the vacancy was published`)
    const body = emptyBody((await pinnedScenario(tx, scenarioHash)).kind)
    for (let made = 0; made === 0; ) {
      const rows = await tx
        .insert(answers)
        .values({
          id: newId(now.getTime()),
          attemptId: attempt.id,
          scenarioHash,
          scenarioKey,
          position: index + 1,
          sitting,
          code: answerCode((end) => randomInt(end)),
          body,
        })
        .onConflictDoNothing({ target: answers.code })
        .returning({ id: answers.id })
      made = rows.length
    }
  }
}
