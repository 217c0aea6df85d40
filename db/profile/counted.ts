import { type ReviewSignals, reviewSignals, weightsOf } from '#app/domain/scenario/review-signals.ts'
import { escalation, handling, type Signal, type SignalSum, signalSums } from '#app/domain/signals.ts'
import type { Db } from '../client.ts'
import type { MarkedAnswer } from '../grading/marks.ts'
import { pinnedScenario } from '../pinned.ts'
import type { signalsOf } from '../signals.ts'
import type { Suspicion } from '../suspicions.ts'
import type { verdictsOf } from './subject.ts'

export interface CountedByRule {
  sums: SignalSum[]
  /** Where something had to be handed over, and something had not. */
  escalation: { value: number; level: number } | null
  /** The objective mark of K5; null where a part of it is missing. */
  handling: number | null
  /** What each case brought to the sums. */
  byScenario: (Signal & { scenarioKey: string })[]
}
export type ProfileSuspicion = Suspicion & { scenarioKey: string }

/** The sums over these answers of an attempt. */
export function countedByRule(
  all: Awaited<ReturnType<typeof signalsOf>>,
  open: readonly MarkedAnswer[],
): CountedByRule {
  const keys = new Map(open.map(({ id, scenarioKey }) => [id, scenarioKey]))
  const own = all.flatMap(({ answerId, ...signal }) => {
    const scenarioKey = keys.get(answerId)
    return scenarioKey === undefined ? [] : [{ ...signal, scenarioKey }]
  })
  const sums = signalSums(own)
  return {
    sums,
    escalation: escalation(sums) ?? null,
    handling: handling(sums).value ?? null,
    byScenario: own,
  }
}

/** Those about the answers whose grades are open. */
export const profileSuspicions = (
  suspected: readonly Suspicion[],
  open: readonly MarkedAnswer[],
): ProfileSuspicion[] =>
  suspected.flatMap((one) => {
    const answer = open.find(({ id }) => id === one.answerId)
    return answer ? [{ ...one, scenarioKey: answer.scenarioKey }] : []
  })

/** The counted part of a page review, by each grader's verdicts: shown beside the grades, never mixed into them. */
export interface ObjectivePart {
  scenarioKey: string
  graders: (ReviewSignals & { id: string })[]
}

export async function objectiveParts(
  db: Db,
  verdicts: Awaited<ReturnType<typeof verdictsOf>>,
  marked: readonly MarkedAnswer[],
): Promise<ObjectivePart[]> {
  const parts: ObjectivePart[] = []
  const reviews: { answer: MarkedAnswer; weights: Record<string, number> }[] = []
  for (const answer of marked) {
    const content = await pinnedScenario(db, answer.scenarioHash)
    if (content.kind === 'page-review') reviews.push({ answer, weights: weightsOf(content) })
  }
  if (reviews.length === 0) return parts
  for (const { answer, weights } of reviews) {
    const order = orderOfFindings(answer.body)
    parts.push({
      scenarioKey: answer.scenarioKey,
      graders: answer.requests.map(({ id }) => {
        const own = verdicts
          .filter(({ assignmentId }) => assignmentId === id)
          .sort((a, b) => order.indexOf(a.finding) - order.indexOf(b.finding))
        const counted = reviewSignals({
          found: own.flatMap(({ defect }) => (defect ? [defect] : [])),
          rightClaims: own.filter(({ verdict }) => verdict !== 'wrong').length,
          claims: own.length,
          weights,
        })
        return { ...counted, id }
      }),
    })
  }
  return parts
}

/** The ids of a page review's findings in the candidate's order. */
function orderOfFindings(body: unknown): string[] {
  if (typeof body !== 'object' || body === null || !('findings' in body) || !Array.isArray(body.findings))
    return []
  return body.findings.map((finding: { id?: unknown }) => String(finding.id))
}
