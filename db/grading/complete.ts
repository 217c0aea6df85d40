import { eq } from 'drizzle-orm'
import { gradingComplete as complete } from '#app/domain/reveal.ts'
import type { Db, Tx } from '../client.ts'
import { pinnedScenario } from '../pinned.ts'
import { attempts } from '../schema/index.ts'
import { type MarkedAnswer, markedAnswers, visible } from './marks.ts'
import { blank } from './text.ts'

/** The answers that count for "graded": whatever was written, and whatever somebody was asked for. */
export async function gradedAnswers(db: Db | Tx, marked: readonly MarkedAnswer[]): Promise<MarkedAnswer[]> {
  const kept: MarkedAnswer[] = []
  for (const answer of marked) {
    if (answer.requests.length > 0 || !blank(await pinnedScenario(db, answer.scenarioHash), answer.body))
      kept.push(answer)
  }
  return kept
}

/**
 * Is the grading of this application's attempt complete: every answer in which something was written has its grades
 * revealed? True as well when nothing at all was written, since nobody can grade that. The fact `grading-complete`.
 */
export async function gradingComplete(
  db: Db | Tx,
  { applicationId, now }: { applicationId: string; now: Date },
): Promise<boolean> {
  const [attempt] = await db.select().from(attempts).where(eq(attempts.applicationId, applicationId))
  if (!attempt || (attempt.status !== 'submitted' && attempt.status !== 'expired')) return false
  const graded = await gradedAnswers(db, await markedAnswers(db, 'attempt', attempt.id))
  if (graded.length === 0) return true
  return (
    complete(
      graded.map(({ requests }) => requests),
      now,
    ) && graded.every(({ requests }) => visible(requests, now))
  )
}
