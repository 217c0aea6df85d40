import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Outcome } from '#app/domain/calibration.ts'
import type { AnchorBody } from '#app/domain/scenario/anchor-answers.ts'
import type { ExampleGrades } from '#app/domain/scenario/samples.ts'
import { at, id } from './columns.ts'
import { dimensionEnum } from './grades.ts'
import { localeEnum, users } from './organisation.ts'

/** Who rates anchor answers, named by a manager. Their ratings stay when the name is taken back. */
export const experts = pgTable('experts', {
  userId: uuid()
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  namedBy: uuid()
    .notNull()
    .references(() => users.id, { onDelete: 'restrict' }),
  namedAt: at().notNull(),
  endedAt: at(),
})

/**
 * An answer whose levels are known: a sample answer of a scenario, kept here when it is first used, or one that the
 * installation wrote. `grades` are the authors' draft; it is empty where only experts speak.
 */
export const anchorAnswers = pgTable(
  'anchor_answers',
  {
    id: id(),
    /** Scenario, language and the hash of what was written: the same answer is the same anchor for ever. */
    key: text().notNull().unique(),
    source: text().$type<'shipped' | 'own'>().notNull(),
    scenarioKey: text().notNull(),
    locale: localeEnum().notNull(),
    body: jsonb().$type<AnchorBody>().notNull(),
    /** On what it is graded. */
    dimensions: text().array().notNull(),
    grades: jsonb().$type<ExampleGrades>().notNull(),
    addedBy: uuid().references(() => users.id, { onDelete: 'restrict' }),
    addedAt: at().notNull(),
    retiredAt: at(),
  },
  (t) => [index('anchor_answers_scenario').on(t.scenarioKey, t.locale)],
)

/** One expert's level of one anchor on one dimension, with the reason; given blind to the authors' and the others'. */
export const expertRatings = pgTable(
  'expert_ratings',
  {
    id: id(),
    anchorId: uuid()
      .notNull()
      .references(() => anchorAnswers.id, { onDelete: 'cascade' }),
    expertId: uuid()
      .notNull()
      .references(() => users.id),
    dimension: dimensionEnum().notNull(),
    level: smallint().notNull(),
    why: text().notNull(),
    at: at().notNull(),
  },
  (t) => [
    unique('expert_ratings_once').on(t.anchorId, t.expertId, t.dimension),
    check('expert_ratings_level', sql`${t.level} between 1 and 5`),
  ],
)

/** One try of a grader: anchors in the order in which they were drawn. */
export const calibrationRuns = pgTable(
  'calibration_runs',
  {
    id: id(),
    graderId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    rubricHash: text().notNull(),
    locale: localeEnum().notNull(),
    anchorIds: uuid().array().notNull(),
    /** Measured against the authors' draft, not against experts: the result is advice and bars nobody. */
    advisory: boolean().notNull(),
    startedAt: at().notNull(),
    finishedAt: at(),
    outcome: jsonb().$type<Outcome>(),
    passed: boolean(),
    validUntil: at(),
  },
  (t) => [
    index('calibration_runs_grader').on(t.graderId, t.startedAt),
    uniqueIndex('calibration_runs_open').on(t.graderId).where(sql`finished_at is null`),
  ],
)

/** A level given in a run, beside the one it is measured by. The reference is kept as it was then. */
export const calibrationRatings = pgTable(
  'calibration_ratings',
  {
    id: id(),
    runId: uuid()
      .notNull()
      .references(() => calibrationRuns.id, { onDelete: 'cascade' }),
    anchorId: uuid()
      .notNull()
      .references(() => anchorAnswers.id),
    dimension: dimensionEnum().notNull(),
    level: smallint().notNull(),
    reference: smallint().notNull(),
    at: at().notNull(),
  },
  (t) => [
    unique('calibration_ratings_once').on(t.runId, t.anchorId, t.dimension),
    check('calibration_ratings_levels', sql`${t.level} between 1 and 5 and ${t.reference} between 1 and 5`),
  ],
)
