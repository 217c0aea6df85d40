import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { dimensions, type IncidentKind } from '#app/domain/dimensions.ts'
import { answers } from './attempts.ts'
import { at, id } from './columns.ts'
import { users } from './organisation.ts'

export const dimensionEnum = pgEnum('dimension', dimensions)

const levelOrNone = ({ level, noEvidence }: Record<'level' | 'noEvidence', AnyPgColumn>) =>
  sql`(${level} is null) = ${noEvidence} and (${level} is null or ${level} between 1 and 5)`

/**
 * One answer on one grader's desk. A lock takes effect ten seconds after locked_at; settled_at says that the question
 * whether somebody else must be asked has been answered since, and only then may anybody see the grades.
 */
export const gradingAssignments = pgTable(
  'grading_assignments',
  {
    id: id(),
    answerId: uuid()
      .notNull()
      .references(() => answers.id, { onDelete: 'cascade' }),
    graderId: uuid()
      .notNull()
      .references(() => users.id),
    // Whose answer it is, to what and under which code, as the answer has it for good: a desk is read without the answers.
    applicationId: uuid().notNull(),
    scenarioKey: text().notNull(),
    code: text().notNull(),
    ordinal: integer().notNull(),
    reason: text()
      .$type<
        | 'initial'
        | 'near-line'
        | 'apart'
        | 'incident'
        | 'no-evidence'
        | 'calibration'
        | 'complaint'
        | 'request'
      >()
      .notNull(),
    askedBy: uuid().references(() => users.id),
    askedAt: at().notNull(),
    dueAt: at().notNull(),
    openedAt: at(),
    /** What the desk holds, autosaved; grades are written from it by the lock. */
    draft: jsonb().$type<unknown>().notNull(),
    rev: integer().notNull().default(0),
    /** The save that made this revision: sent again, it changes nothing. */
    saveId: uuid(),
    lockedAt: at(),
    settledAt: at(),
    voidedAt: at(),
  },
  (t) => [
    unique('grading_assignments_once').on(t.answerId, t.graderId),
    uniqueIndex('grading_assignments_ordinal').on(t.answerId, t.ordinal).where(sql`voided_at is null`),
    index('grading_assignments_queue').on(t.graderId, t.lockedAt, t.id),
    check('grading_assignments_four', sql`${t.ordinal} between 1 and 4`),
  ],
)

/** What was on the desk in a second tab when the first had already saved: kept, never counted. */
export const gradingBranches = pgTable(
  'grading_branches',
  {
    id: id(),
    assignmentId: uuid()
      .notNull()
      .references(() => gradingAssignments.id, { onDelete: 'cascade' }),
    saveId: uuid().notNull(),
    baseRev: integer().notNull(),
    draft: jsonb().$type<unknown>().notNull(),
    receivedAt: at().notNull(),
  },
  (t) => [unique('grading_branches_save').on(t.assignmentId, t.saveId)],
)

/** A marked place in the candidate's text: UTF-16 offsets, and the words with names hidden. */
export interface Quote {
  start: number
  end: number
  text: string
}

export const grades = pgTable(
  'grades',
  {
    id: id(),
    assignmentId: uuid()
      .notNull()
      .references(() => gradingAssignments.id, { onDelete: 'cascade' }),
    dimension: dimensionEnum().notNull(),
    level: smallint(),
    noEvidence: boolean().notNull(),
    quotes: jsonb().$type<Quote[]>().notNull(),
    comment: text().notNull().default(''),
    /** A critical incident that the quotes show. */
    incident: text().$type<IncidentKind>(),
    updatedAt: at().notNull(),
  },
  (t) => [
    unique('grades_once').on(t.assignmentId, t.dimension),
    check('grades_level_or_none', levelOrNone(t)),
  ],
)

/** What a grade was before it was amended, and why. */
export const gradeAmendments = pgTable(
  'grade_amendments',
  {
    id: id(),
    gradeId: uuid()
      .notNull()
      .references(() => grades.id, { onDelete: 'cascade' }),
    level: smallint(),
    noEvidence: boolean().notNull(),
    quotes: jsonb().$type<Quote[]>().notNull(),
    comment: text().notNull(),
    incident: text().$type<IncidentKind>(),
    reason: text().notNull(),
    at: at().notNull(),
  },
  (t) => [
    index('grade_amendments_grade').on(t.gradeId),
    check('grade_amendments_level_or_none', levelOrNone(t)),
  ],
)

/** A grader's word on one finding of a page review: the planted defect it names, right but not planted, or wrong. */
export const findingVerdicts = pgTable(
  'finding_verdicts',
  {
    id: id(),
    assignmentId: uuid()
      .notNull()
      .references(() => gradingAssignments.id, { onDelete: 'cascade' }),
    findingId: text().notNull(),
    verdict: text().$type<'planted' | 'partly' | 'valid' | 'wrong'>().notNull(),
    defectId: text(),
  },
  (t) => [
    unique('finding_verdicts_once').on(t.assignmentId, t.findingId),
    check('finding_verdicts_defect', sql`(${t.verdict} = 'planted') = (${t.defectId} is not null)`),
  ],
)

/**
 * What those who graded an answer say to each other about one criterion of it, when their grades are open and lie far
 * apart. Changes no grade. The same words twice are one note: a form that was sent again.
 */
export const gradeNotes = pgTable(
  'grade_notes',
  {
    id: id(),
    answerId: uuid()
      .notNull()
      .references(() => answers.id, { onDelete: 'cascade' }),
    dimension: dimensionEnum().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    text: text().notNull(),
    at: at().notNull(),
  },
  (t) => [
    uniqueIndex('grade_notes_once').on(t.answerId, t.dimension, t.userId, sql`md5(${t.text})`),
    check('grade_notes_length', sql`char_length(${t.text}) between 1 and 2000`),
  ],
)
