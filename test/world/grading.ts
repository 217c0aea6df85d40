import { and, asc, eq, isNull } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Dimension, Level } from '#app/domain/dimensions.ts'
import { quoteNeeded } from '#app/domain/dimensions.ts'
import type { GradeDraft, GradingDraft } from '#app/domain/grading-draft.ts'
import type { Db } from '#db/client.ts'
import { record } from '#db/events.ts'
import { answerForGrader, inviteGrader, lockGrades, settleAnswer } from '#db/grading.ts'
import { newId } from '#db/id.ts'
import { answers, attempts, gradingAssignments } from '#db/schema/index.ts'
import { submittedAttempt } from './attempts.ts'
import { type Lumo, later } from './lumo.ts'

/** A level, or "ne" for "not shown". */
type Given = Level | 'ne'
export type Levels = Partial<Record<Dimension, Given>>
/** Scenario → dimension → level; a dimension left out gets 3. */
export type Sheet = Record<string, Levels>

/** Somebody's assignment, handed in half an hour after it was begun. */
export async function handedIn(
  db: Db,
  world: Lumo,
  input: {
    vacancy: { id: string; slug: string }
    name?: string
    email?: string
    bodies?: Record<string, unknown>
    now: Date
  },
): Promise<{ applicationId: string; attemptId: string }> {
  const { vacancy, name = 'Elira Gashi', email = 'elira.gashi@example.com', bodies, now } = input
  const { applicationId, attemptId } = await submittedAttempt(db, world, {
    vacancy,
    form: { name, email },
    bodies,
    now,
  })
  return { applicationId, attemptId }
}

/** Invites these people to grade the vacancy, one after the other. */
export async function invitedGraders(
  db: Db,
  world: Lumo,
  vacancyId: string,
  graders: readonly StaffViewer[],
  now: Date,
): Promise<void> {
  for (const { userId } of graders) {
    const made = await inviteGrader(db, { viewer: world.mirela, vacancyId, userId, now, random: () => 0.5 })
    if (!made || 'refused' in made) throw new Error(`not invited: ${JSON.stringify(made)}`)
  }
}

/** Agim has changed a word of the vacancy, so that Mirela has not written it alone. */
export const writtenByTwo = (db: Db, vacancyId: string, { agim, teamId, now }: Lumo & { now: Date }) =>
  record(db, { by: agim, now, teamId, subject: 'vacancy', subjectId: vacancyId, kind: 'edited' })

/** A draft with these levels: quotes where a level needs one, every finding judged as `valid`. */
export function draftWith(
  criteria: readonly Dimension[],
  levels: Levels,
  findings: readonly string[] = [],
): GradingDraft {
  return {
    grades: criteria.map((dimension): GradeDraft => {
      const given = levels[dimension] ?? 3
      const level = given === 'ne' ? null : given
      const quotes = level !== null && quoteNeeded(level) ? [{ start: 0, end: 5 }] : []
      return { dimension, level, noEvidence: level === null, quotes, comment: '', incident: null }
    }),
    verdicts: findings.map((finding) => ({ finding, verdict: 'valid', defect: null })),
  }
}

/** What lies unlocked on somebody's desk of one application, in the assignment's order. */
export const openRequests = (db: Db, grader: StaffViewer, applicationId: string) =>
  db
    .select({
      id: gradingAssignments.id,
      scenarioKey: answers.scenarioKey,
      ordinal: gradingAssignments.ordinal,
    })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .where(
      and(
        eq(attempts.applicationId, applicationId),
        eq(gradingAssignments.graderId, grader.userId),
        isNull(gradingAssignments.lockedAt),
        isNull(gradingAssignments.voidedAt),
      ),
    )
    .orderBy(asc(answers.position))

/** Locks one answer with these levels and lets the lock take effect and be settled. */
export async function graded(
  db: Db,
  input: {
    grader: StaffViewer
    assignmentId: string
    levels: Levels
    now: Date
    draft?: Partial<GradingDraft>
  },
): Promise<void> {
  const { grader: viewer, assignmentId, levels, now } = input
  const answer = await answerForGrader(db, { viewer, assignmentId, now })
  if (!answer) throw new Error('not on this desk')
  const criteria = answer.criteria.map(({ dimension }) => dimension)
  const findings = answer.suggestions.map(({ finding }) => finding)
  const draft = { ...draftWith(criteria, levels, findings), ...input.draft }
  const done = await lockGrades(db, {
    viewer,
    assignmentId,
    saveId: newId(),
    baseRev: answer.rev,
    draft,
    now,
  })
  if (!done || 'refused' in done) throw new Error(`not locked: ${JSON.stringify(done)}`)
  await settleAnswer(db, { assignmentId, now: later(now, { seconds: 10 }) })
}

/** Everything that lies on these desks of one application, graded with one sheet per grader, and settled. */
export async function gradedApplication(
  db: Db,
  input: { applicationId: string; graders: readonly { who: StaffViewer; sheet: Sheet }[]; now: Date },
): Promise<void> {
  for (const { who, sheet } of input.graders)
    for (const { id, scenarioKey } of await openRequests(db, who, input.applicationId))
      await graded(db, { grader: who, assignmentId: id, levels: sheet[scenarioKey] ?? {}, now: input.now })
}
