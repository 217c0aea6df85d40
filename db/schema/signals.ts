import { sql } from 'drizzle-orm'
import { check, doublePrecision, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { SuspicionCode } from '#app/domain/scenario/inbox.ts'
import type { SignalCode } from '#app/domain/signals.ts'
import type { SuspicionStatus } from '#app/domain/suspicion.ts'
import { answers } from './attempts.ts'
import { at, id } from './columns.ts'
import { users } from './organisation.ts'

/** What was counted by rule in an answer when its assignment ended, and by which version of the rules. */
export const signals = pgTable(
  'signals',
  {
    answerId: uuid()
      .notNull()
      .references(() => answers.id, { onDelete: 'cascade' }),
    code: text().$type<SignalCode>().notNull(),
    count: integer().notNull(),
    of: integer().notNull(),
    value: doublePrecision(),
    version: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.answerId, t.code] })],
)

/** What a pattern found in somebody's words. It means nothing until a person has confirmed it, with a reason. */
export const suspicions = pgTable(
  'suspicions',
  {
    id: id(),
    answerId: uuid()
      .notNull()
      .references(() => answers.id, { onDelete: 'cascade' }),
    code: text().$type<SuspicionCode>().notNull(),
    /** The fact of the scenario that was recognised; in a look-up the question. */
    fact: text().notNull(),
    /** The act's place in the transcript; null outside an inbox. */
    act: integer(),
    /** UTF-16 offsets into the answer's text, and the words there with names hidden. */
    start: integer().notNull(),
    end: integer().notNull(),
    quote: text().notNull(),
    status: text().$type<SuspicionStatus>().notNull().default('suspected'),
    reviewerId: uuid().references(() => users.id),
    reason: text(),
    decidedAt: at(),
    createdAt: at().notNull(),
  },
  (t) => [
    unique('suspicions_once').on(t.answerId, t.code, t.fact, t.start),
    check(
      'suspicions_decided',
      sql`(${t.status} = 'suspected') = (${t.reviewerId} is null) and (${t.reviewerId} is null) = (${t.decidedAt} is null) and (${t.reviewerId} is null) = (${t.reason} is null)`,
    ),
  ],
)
