import { sql } from 'drizzle-orm'
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Vacancy } from '#app/domain/vacancy.ts'
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
    currency: text().$type<Vacancy['currency']>().notNull(),
    payPeriod: text().$type<Vacancy['payPeriod']>().notNull(),
    /** Why the pay lies outside the vacancy's range; empty when it lies within. */
    payReason: text().notNull().default(''),
    startsOn: date({ mode: 'string' }).notNull(),
    note: text().notNull().default(''),
    madeBy: uuid()
      .notNull()
      .references(() => users.id),
    sentAt: at().notNull(),
    answerBy: at().notNull(),
    acceptedAt: at(),
    acceptedName: text(),
    declinedAt: at(),
    withdrawnAt: at(),
    withdrawnBy: uuid().references(() => users.id),
    withdrawnReason: text().notNull().default(''),
  },
  (t) => [
    index('offers_application').on(t.applicationId),
    /** One seat is offered to one person at a time, and one person has one offer. */
    uniqueIndex('offers_opening_live')
      .on(t.openingId)
      .where(sql`declined_at is null and withdrawn_at is null`),
    uniqueIndex('offers_application_live')
      .on(t.applicationId)
      .where(sql`declined_at is null and withdrawn_at is null`),
    check('offers_withdrawn_by', sql`(${t.withdrawnAt} is null) = (${t.withdrawnBy} is null)`),
    check('offers_one_answer', sql`${t.acceptedAt} is null or ${t.declinedAt} is null`),
    check('offers_signed', sql`(${t.acceptedAt} is null) = (${t.acceptedName} is null)`),
  ],
)
