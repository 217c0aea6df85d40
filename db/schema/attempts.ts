import {
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Accommodation } from '#app/domain/attempt.ts'
import type { Act } from '#app/domain/scenario/inbox.ts'
import { applications } from './applications.ts'
import { at, id } from './columns.ts'
import { localeEnum } from './organisation.ts'
import { scoringPlans } from './vacancies.ts'

export const attemptStatusEnum = pgEnum('attempt_status', ['invited', 'started', 'submitted', 'expired'])

/** Published scenarios, assignments, rubrics and handbooks, kept by content hash for as long as somebody answered them. */
export const scenarioVersions = pgTable('scenario_versions', {
  hash: text().primaryKey(),
  kind: text().$type<'scenario' | 'assignment' | 'rubric' | 'handbook'>().notNull(),
  key: text().notNull(),
  content: jsonb().$type<unknown>().notNull(),
  createdAt: at().notNull(),
})

export const attempts = pgTable(
  'attempts',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .unique()
      .references(() => applications.id, { onDelete: 'cascade' }),
    scoringPlanId: uuid()
      .notNull()
      .references(() => scoringPlans.id),
    assignmentHash: text()
      .notNull()
      .references(() => scenarioVersions.hash),
    rubricHash: text()
      .notNull()
      .references(() => scenarioVersions.hash),
    handbookHash: text()
      .notNull()
      .references(() => scenarioVersions.hash),
    /** The job's language: scenarios are given and answered in it. */
    locale: localeEnum().notNull(),
    seed: integer().notNull(),
    status: attemptStatusEnum().notNull(),
    invitedAt: at().notNull(),
    /** Last moment at which the attempt may still be started. */
    openUntil: at().notNull(),
    startedAt: at(),
    /** The sitting that is under way or was last, of how many; each has a clock of its own. */
    sitting: integer().notNull().default(1),
    sittings: integer().notNull().default(1),
    sittingStartedAt: at(),
    /** Between two sittings: since when. */
    restingSince: at(),
    /**
     * Of this sitting, with what was asked for before the start; before it, of the whole. Null without a limit. Why it is
     * so is stored apart.
     */
    allowedSeconds: integer(),
    creditedSeconds: integer().notNull().default(0),
    /** What was given back in earlier sittings: the limit is that of the whole. */
    creditedEarlier: integer().notNull().default(0),
    extensions: integer().notNull().default(0),
    deadlineAt: at(),
    finishedAt: at(),
    /** The candidate's own time at the inbox, by the server: what its clocks run by, and when it last went on. */
    attendedMs: integer().notNull().default(0),
    attendedAt: at(),
    /** When an open page last said that it is there; and, after a silence, when that silence began. */
    heardAt: at(),
    quietSince: at(),
    /** Which aids were used, in the candidate's own words. Nothing that serves grading reads it. */
    aiDeclaration: text(),
  },
  (t) => [index('attempts_deadline').on(t.status, t.deadlineAt)],
)

/** More time, asked for by the candidate before the start. Nothing that serves grading reads this table. */
export const accommodations = pgTable('accommodations', {
  applicationId: uuid()
    .primaryKey()
    .references(() => applications.id, { onDelete: 'cascade' }),
  extra: text().$type<Accommodation>().notNull(),
  secondLanguage: boolean().notNull(),
  createdAt: at().notNull(),
})

export const answers = pgTable(
  'answers',
  {
    id: id(),
    attemptId: uuid()
      .notNull()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    scenarioHash: text()
      .notNull()
      .references(() => scenarioVersions.hash),
    scenarioKey: text().notNull(),
    position: integer().notNull(),
    sitting: integer().notNull().default(1),
    /** What a grader sees in place of a person; one per answer, so that grades of one do not colour the next. */
    code: text().notNull().unique(),
    rev: integer().notNull().default(0),
    body: jsonb().$type<unknown>().notNull(),
    wordCount: integer().notNull().default(0),
    firstViewedAt: at(),
    savedAt: at(),
    /** What the candidate's own time was when they opened this case; null before. */
    openedMs: integer(),
  },
  (t) => [
    unique('answers_once').on(t.attemptId, t.scenarioKey),
    index('answers_attempt').on(t.attemptId, t.position),
  ],
)

/** Append-only: every text that reached the server, also the one that lost (branch) and the one that came late. */
export const answerRevisions = pgTable(
  'answer_revisions',
  {
    id: id(),
    answerId: uuid()
      .notNull()
      .references(() => answers.id, { onDelete: 'cascade' }),
    rev: integer().notNull(),
    baseRev: integer().notNull(),
    saveId: uuid().notNull(),
    body: jsonb().$type<unknown>().notNull(),
    branch: boolean().notNull(),
    late: boolean().notNull(),
    receivedAt: at().notNull(),
  },
  (t) => [
    unique('answer_revisions_save').on(t.answerId, t.saveId),
    index('answer_revisions_answer').on(t.answerId, t.rev),
  ],
)

/** Append-only: what a candidate did in an inbox. All that customers said follows from it (decision 010). */
export const acts = pgTable(
  'acts',
  {
    answerId: uuid()
      .notNull()
      .references(() => answers.id, { onDelete: 'cascade' }),
    seq: integer().notNull(),
    /** The browser's name for it: sent again, it is the same act. */
    actId: uuid().notNull(),
    /** Milliseconds of the candidate's own time in the case. */
    atMs: integer().notNull(),
    act: jsonb().$type<Act>().notNull(),
    receivedAt: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.answerId, t.seq] }), unique('acts_once').on(t.answerId, t.actId)],
)
