import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { applications } from './applications.ts'
import { at, id } from './columns.ts'
import { users } from './organisation.ts'
import { openings } from './vacancies.ts'

export const decisionKindEnum = pgEnum('decision_kind', ['offer', 'reject', 'hold', 'reopen'])

/** By a named human, with a reason: the database holds both to it. */
export const decisions = pgTable(
  'decisions',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    kind: decisionKindEnum().notNull(),
    decidedBy: uuid()
      .notNull()
      .references(() => users.id),
    reasonCode: text().notNull(),
    reason: text().notNull(),
    attentionComment: text().notNull().default(''),
    feedback: text().notNull().default(''),
    /** Ids and figures that the decider had in front of them. */
    seen: jsonb().$type<Record<string, unknown>>().notNull(),
    supersedesId: uuid(),
    createdAt: at().notNull(),
  },
  (t) => [
    index('decisions_application').on(t.applicationId, t.id),
    check('decisions_reasoned', sql`length(trim(${t.reason})) >= 10`),
  ],
)

export const offers = pgTable(
  'offers',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    decisionId: uuid()
      .notNull()
      .unique()
      .references(() => decisions.id),
    openingId: uuid()
      .notNull()
      .references(() => openings.id),
    pay: integer().notNull(),
    currency: text().notNull(),
    payPeriod: text().notNull(),
    startsOn: date({ mode: 'string' }).notNull(),
    note: text().notNull().default(''),
    sentAt: at().notNull(),
    answerBy: at().notNull(),
    acceptedAt: at(),
    acceptedName: text(),
    declinedAt: at(),
    withdrawnAt: at(),
  },
  (t) => [
    index('offers_application').on(t.applicationId),
    check('offers_one_answer', sql`${t.acceptedAt} is null or ${t.declinedAt} is null`),
    check('offers_signed', sql`(${t.acceptedAt} is null) = (${t.acceptedName} is null)`),
  ],
)
