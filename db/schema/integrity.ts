import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { caseStatuses, type Reason, type Tier } from '#app/domain/integrity.ts'
import type { SignData, SignKind } from '#app/domain/signs.ts'
import { answers, attempts } from './attempts.ts'
import { at, id } from './columns.ts'
import { users } from './organisation.ts'

/** What was noted while an assignment ran, as its introduction says. Nothing that serves grading reads this table. */
export const integrityEvents = pgTable(
  'integrity_events',
  {
    id: id(),
    attemptId: uuid()
      .notNull()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    answerId: uuid().references(() => answers.id, { onDelete: 'cascade' }),
    kind: text().$type<SignKind>().notNull(),
    data: jsonb().$type<SignData>().notNull(),
    at: at().notNull(),
    /** The browser's name for what came together, and the place in it: sent again, it is the same. */
    batch: uuid().notNull(),
    place: integer().notNull(),
  },
  (t) => [
    unique('integrity_events_once').on(t.batch, t.place),
    index('integrity_events_attempt').on(t.attemptId),
  ],
)

/**
 * Of every answer that was handed in, what is needed to find others with the same wording: no text, and hashes that meet
 * only those of the same scenario in the same language.
 */
export const answerFingerprints = pgTable(
  'answer_fingerprints',
  {
    answerId: uuid()
      .primaryKey()
      .references(() => answers.id, { onDelete: 'cascade' }),
    words: integer().notNull(),
    hashes: bigint({ mode: 'bigint' }).array().notNull(),
  },
  (t) => [index('answer_fingerprints_hashes').using('gin', t.hashes)],
)

export const caseStatusEnum = pgEnum('case_status', caseStatuses)

/** One thing to look at. A person says what it was, with a reason; nothing follows from it by itself. */
export const integrityCases = pgTable(
  'integrity_cases',
  {
    id: id(),
    attemptId: uuid()
      .notNull()
      .unique()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    tier: text().$type<Exclude<Tier, 'none'>>().notNull(),
    reasons: jsonb().$type<Reason[]>().notNull(),
    status: caseStatusEnum().notNull().default('open'),
    reviewerId: uuid().references(() => users.id),
    reason: text(),
    at: at(),
    askedBy: uuid().references(() => users.id),
    askedAt: at(),
    statement: text(),
    statementAt: at(),
    createdAt: at().notNull(),
  },
  (t) => [
    index('integrity_cases_open').on(t.id).where(sql`status = 'open'`),
    check(
      'integrity_cases_decided',
      sql`(${t.status} = 'open') = (${t.reviewerId} is null) and (${t.reviewerId} is null) = (${t.at} is null) and (${t.reviewerId} is null) = (${t.reason} is null)`,
    ),
    check('integrity_cases_asked', sql`(${t.askedBy} is null) = (${t.askedAt} is null)`),
  ],
)
