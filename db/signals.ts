import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { readAnswer } from '#app/domain/scenario/body.ts'
import { counted } from '#app/domain/scenario/counted.ts'
import { algorithmVersion, type Signal } from '#app/domain/signals.ts'
import type { Db, Tx } from './client.ts'
import { gradedText } from './grading/text.ts'
import { pinnedScenario } from './pinned.ts'
import { prepared } from './prepared.ts'
import { answers, applications, attempts, persons, signals, suspicions } from './schema/index.ts'

/**
 * Counts what can be counted by rule, once, when an assignment ends and after its transcripts are frozen. The same
 * answer gives the same counts, so a second call changes nothing.
 */
export async function writeSignals(
  tx: Tx,
  { attemptId, now }: { attemptId: string; now: Date },
): Promise<void> {
  const rows = await tx
    .select({
      id: answers.id,
      hash: answers.scenarioHash,
      body: answers.body,
      openedMs: answers.openedMs,
      locale: attempts.locale,
      seed: attempts.seed,
      author: { name: persons.name, email: persons.email },
    })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .innerJoin(persons, eq(persons.id, applications.personId))
    .where(eq(answers.attemptId, attemptId))
  for (const row of rows) {
    const content = await pinnedScenario(tx, row.hash)
    const answer = readAnswer(content, row.body)
    // Whoever never opened a case has ignored nobody in it.
    if (!answer || (answer.kind === 'inbox' && row.openedMs === null)) continue
    const found = counted(content, answer, row.locale, String(row.seed))
    if (found.signals.length > 0)
      await tx
        .insert(signals)
        .values(found.signals.map((signal) => ({ answerId: row.id, ...signal, version: algorithmVersion })))
        .onConflictDoNothing()
    if (found.suspected.length === 0) continue
    const { text } = gradedText(content, row)
    await tx
      .insert(suspicions)
      .values(
        found.suspected.map((one) => ({
          // Random: ids that tell their moment would show a grader which answers are one person's.
          id: randomUUID(),
          answerId: row.id,
          ...one,
          quote: text.slice(one.start, one.end),
          createdAt: now,
        })),
      )
      .onConflictDoNothing()
  }
}

const byAttempt = prepared((db) =>
  db
    .select({
      answerId: signals.answerId,
      code: signals.code,
      count: signals.count,
      of: signals.of,
      value: signals.value,
    })
    .from(signals)
    .innerJoin(answers, eq(answers.id, signals.answerId))
    .where(eq(answers.attemptId, sql.placeholder('attempt')))
    .orderBy(answers.position, signals.code)
    .prepare('signals'),
)

/** What was counted in an attempt, by answer. The caller has checked that the viewer may see it. */
export const signalsOf = (db: Db, attemptId: string): Promise<(Signal & { answerId: string })[]> =>
  byAttempt(db).execute({ attempt: attemptId })
