import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgEnum, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { dimensions } from '#app/domain/dimensions.ts'
import { answers } from './attempts.ts'
import { at, id } from './columns.ts'
import { users } from './organisation.ts'

export const dimensionEnum = pgEnum('dimension', dimensions)

/** One answer on one grader's desk. A lock takes effect ten seconds after locked_at. */
export const gradingAssignments = pgTable(
  'grading_assignments',
  {
    id: id(),
    answerId: uuid().notNull().references(() => answers.id, { onDelete: 'cascade' }),
    graderId: uuid().notNull().references(() => users.id),
    ordinal: integer().notNull(),
    reason: text().$type<'initial' | 'near-line' | 'apart' | 'incident' | 'no-evidence'>().notNull(),
    askedBy: uuid().references(() => users.id),
    askedAt: at().notNull(),
    dueAt: at().notNull(),
    openedAt: at(),
    rev: integer().notNull().default(0),
    lockedAt: at(),
    voidedAt: at(),
  },
  (t) => [
    unique('grading_assignments_once').on(t.answerId, t.graderId),
    unique('grading_assignments_ordinal').on(t.answerId, t.ordinal),
    index('grading_assignments_queue').on(t.graderId, t.lockedAt, t.id),
    check('grading_assignments_four', sql`${t.ordinal} between 1 and 4`),
  ],
)

export interface Quote {
  start: number
  end: number
  text: string
}

export const grades = pgTable(
  'grades',
  {
    id: id(),
    assignmentId: uuid().notNull().references(() => gradingAssignments.id, { onDelete: 'cascade' }),
    dimension: dimensionEnum().notNull(),
    level: smallint(),
    noEvidence: boolean().notNull(),
    quotes: jsonb().$type<Quote[]>().notNull(),
    comment: text().notNull().default(''),
    incident: text(),
    updatedAt: at().notNull(),
  },
  (t) => [
    unique('grades_once').on(t.assignmentId, t.dimension),
    check('grades_level_or_none', sql`(${t.level} is null) = ${t.noEvidence} and (${t.level} is null or ${t.level} between 1 and 5)`),
  ],
)

/** What a grade was before it was amended, and why. */
export const gradeAmendments = pgTable(
  'grade_amendments',
  {
    id: id(),
    gradeId: uuid().notNull().references(() => grades.id, { onDelete: 'cascade' }),
    level: smallint(),
    noEvidence: boolean().notNull(),
    quotes: jsonb().$type<Quote[]>().notNull(),
    comment: text().notNull(),
    reason: text().notNull(),
    at: at().notNull(),
  },
  (t) => [index('grade_amendments_grade').on(t.gradeId)],
)

/** A grader's word on one finding of a page review: the planted defect it names, right but not planted, or wrong. */
export const findingVerdicts = pgTable(
  'finding_verdicts',
  {
    id: id(),
    assignmentId: uuid().notNull().references(() => gradingAssignments.id, { onDelete: 'cascade' }),
    findingId: text().notNull(),
    verdict: text().$type<'planted' | 'partly' | 'valid' | 'wrong'>().notNull(),
    defectId: text(),
  },
  (t) => [
    unique('finding_verdicts_once').on(t.assignmentId, t.findingId),
    check('finding_verdicts_defect', sql`(${t.verdict} = 'planted') = (${t.defectId} is not null)`),
  ],
)
