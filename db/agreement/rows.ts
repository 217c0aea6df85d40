import { and, asc, eq, isNull } from 'drizzle-orm'
import { weekOf } from '#app/domain/agreement-panel.ts'
import { isLevel } from '#app/domain/dimensions.ts'
import type { ReportRequest, ReportRow } from '#app/domain/grader-report.ts'
import { lockEffective } from '#app/domain/reveal.ts'
import type { Db, Tx } from '../client.ts'
import { visible } from '../grading/marks.ts'
import { answers, applications, attempts, grades, gradingAssignments } from '../schema/index.ts'

/**
 * All that the figures of a vacancy are made of: the grades of answers whose every grader has locked, and how each
 * request stands. Two queries, since ten thousand requests carry forty thousand grades.
 */
export async function rowsOfVacancy(
  db: Db | Tx,
  { vacancyId, now }: { vacancyId: string; now: Date },
): Promise<{ rows: ReportRow[]; requests: ReportRequest[] }> {
  const asked = await db
    .select({
      id: gradingAssignments.id,
      answer: answers.id,
      code: answers.code,
      grader: gradingAssignments.graderId,
      openedAt: gradingAssignments.openedAt,
      lockedAt: gradingAssignments.lockedAt,
      settledAt: gradingAssignments.settledAt,
      voidedAt: gradingAssignments.voidedAt,
    })
    .from(applications)
    .innerJoin(attempts, eq(attempts.applicationId, applications.id))
    .innerJoin(answers, eq(answers.attemptId, attempts.id))
    .innerJoin(gradingAssignments, eq(gradingAssignments.answerId, answers.id))
    .where(
      and(
        eq(applications.vacancyId, vacancyId),
        eq(applications.quarantined, false),
        isNull(gradingAssignments.voidedAt),
      ),
    )
    .orderBy(asc(answers.id), asc(gradingAssignments.graderId))
  const byAnswer = new Map<string, typeof asked>()
  for (const request of asked) {
    const own = byAnswer.get(request.answer)
    if (own) own.push(request)
    else byAnswer.set(request.answer, [request])
  }
  const shown = new Map<string, Omit<ReportRow, 'level' | 'dimension'>>()
  for (const own of byAnswer.values()) {
    if (!visible(own, now)) continue
    const week = weekOf(new Date(Math.max(...own.map(({ lockedAt }) => lockedAt?.getTime() ?? 0))))
    for (const { id, answer, code, grader } of own) shown.set(id, { answer, code, grader, week })
  }
  const given = await db
    .select({ request: grades.assignmentId, dimension: grades.dimension, level: grades.level })
    .from(applications)
    .innerJoin(attempts, eq(attempts.applicationId, applications.id))
    .innerJoin(answers, eq(answers.attemptId, attempts.id))
    .innerJoin(gradingAssignments, eq(gradingAssignments.answerId, answers.id))
    .innerJoin(grades, eq(grades.assignmentId, gradingAssignments.id))
    .where(and(eq(applications.vacancyId, vacancyId), isNull(gradingAssignments.voidedAt)))
  return {
    rows: given
      .flatMap(({ request, dimension, level }) => {
        const own = shown.get(request)
        return own ? [{ ...own, dimension, level: isLevel(level) ? level : null }] : []
      })
      .sort((a, b) => compare(a.answer, b.answer) || compare(a.grader, b.grader)),
    requests: asked.map((request) => {
      const { grader, openedAt, lockedAt } = request
      const locked = lockEffective(request, now)
      const minutes = openedAt && lockedAt ? (lockedAt.getTime() - openedAt.getTime()) / 60_000 : undefined
      return { grader, locked, ...(locked && minutes !== undefined && { minutes }) }
    }),
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
