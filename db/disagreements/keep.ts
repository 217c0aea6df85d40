import { eq, inArray } from 'drizzle-orm'
import { type Dimension, dimensions } from '#app/domain/dimensions.ts'
import {
  type DisagreementReason,
  type DisagreementState,
  type DisputedCell,
  disagreementsIn,
} from '#app/domain/disagreement.ts'
import { gradingRules } from '#app/domain/grading.ts'
import type { Lines } from '#app/domain/profile.ts'
import type { AssignmentContent } from '#app/domain/scenario/assignment.ts'
import type { Tx } from '../client.ts'
import { cellsOf, type MarkedAnswer, markedAnswers, visible } from '../grading/marks.ts'
import { newId } from '../id.ts'
import { pinnedAssignment } from '../pinned.ts'
import { attempts, disagreements, moderations, scoringPlans } from '../schema/index.ts'

interface Kept {
  answerId: string
  dimension: Dimension | null
  reasons: DisagreementReason[]
  state: DisagreementState
}
type Moderation = Pick<typeof moderations.$inferSelect, 'answerId' | 'dimension' | 'kind' | 'moderatedAt'>

/**
 * Brings the kept disagreements of one attempt up to date, after anything that may have changed them: a lock that was
 * settled, a further grade asked for, a moderation asked for or given.
 */
export async function keepDisagreements(
  tx: Tx,
  { attemptId, vacancyId, now }: { attemptId: string; vacancyId: string; now: Date },
): Promise<void> {
  const marked = await markedAnswers(tx, 'attempt', attemptId)
  if (marked.length === 0) return
  const ids = marked.map(({ id }) => id)
  const [plan] = await tx
    .select({ plan: scoringPlans.plan, assignmentHash: attempts.assignmentHash })
    .from(attempts)
    .innerJoin(scoringPlans, eq(scoringPlans.id, attempts.scoringPlanId))
    .where(eq(attempts.id, attemptId))
  if (!plan) return
  const asked: Moderation[] = await tx.select().from(moderations).where(inArray(moderations.answerId, ids))
  const assignment = await pinnedAssignment(tx, plan.assignmentHash)
  const wanted = disputed({ marked, assignment, asked, lines: plan.plan.lines, now })
  const before = await tx.select().from(disagreements).where(inArray(disagreements.answerId, ids))
  const key = ({ answerId, dimension, reasons, state }: Kept) =>
    JSON.stringify([answerId, dimension, reasons, state])
  const standing = new Set(before.map(key))
  const right = new Set(wanted.map(key))
  const gone = before.filter((row) => !right.has(key(row)))
  if (gone.length > 0)
    await tx.delete(disagreements).where(
      inArray(
        disagreements.id,
        gone.map(({ id }) => id),
      ),
    )
  const fresh = wanted.filter((row) => !standing.has(key(row)))
  if (fresh.length > 0)
    await tx
      .insert(disagreements)
      .values(fresh.map((row) => ({ id: newId(now.getTime()), vacancyId, ...row, since: now })))
}

function disputed(input: {
  marked: readonly MarkedAnswer[]
  assignment: AssignmentContent
  asked: readonly Moderation[]
  lines: Lines
  now: Date
}): Kept[] {
  const { marked, assignment, asked, lines, now } = input
  const shown = new Set(marked.filter(({ requests }) => visible(requests, now)).map(({ id }) => id))
  const hidden = marked
    .filter(({ id, requests }) => !shown.has(id) && requests.length > gradingRules.initialGrades)
    .map(({ id }): Kept => ({ answerId: id, dimension: null, reasons: [], state: 'awaited' }))
  const byRule = dimensions.map((dimension) => {
    const cells = cellsOf(dimension, marked, assignment, ({ id }) => shown.has(id)).map(
      ({ answer, weight, marks }): DisputedCell => {
        const moderation = asked.find((one) => one.answerId === answer && one.dimension === dimension)
        return {
          answer,
          weight,
          marks,
          visible: shown.has(answer),
          ...(moderation && {
            moderation: moderation.moderatedAt ? 'given' : 'asked',
            ...(moderation.kind !== 'range' && { asked: moderation.kind }),
          }),
        }
      },
    )
    return { dimension, cells, found: disagreementsIn({ dimension, cells, lines }) }
  })
  const told = byRule.flatMap(({ dimension, found }) =>
    found.map(({ answer, reasons, state }): Kept => ({ answerId: answer, dimension, reasons, state })),
  )
  return [...hidden, ...told, ...askedByPeople(marked, byRule, told)]
}

/** An answer that somebody had graded once more, although the rule asked for nothing: it stands under its first criterion. */
function askedByPeople(
  marked: readonly MarkedAnswer[],
  byRule: readonly { dimension: Dimension; cells: readonly DisputedCell[] }[],
  told: readonly Kept[],
): Kept[] {
  return marked.flatMap(({ id, requests }): Kept[] => {
    const own = requests.find(({ reason }) => reason === 'complaint' || reason === 'request')
    if (!own || (own.reason !== 'complaint' && own.reason !== 'request')) return []
    if (told.some(({ answerId }) => answerId === id)) return []
    const first = byRule.find(({ cells }) => cells.some((cell) => cell.answer === id && cell.visible))
    return first
      ? [{ answerId: id, dimension: first.dimension, reasons: [own.reason], state: 'settled' }]
      : []
  })
}
