import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { at, id } from './columns.ts'
import { localeEnum } from './organisation.ts'

/** Outgoing mail, rendered when it is written, so that what was sent can be read later. */
export const messages = pgTable(
  'messages',
  {
    id: id(),
    kind: text().notNull(),
    toName: text().notNull(),
    toAddress: text().notNull(),
    locale: localeEnum().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    /** An iCalendar object, where the mail is an invitation. */
    calendar: text(),
    calendarMethod: text(),
    messageId: text().notNull().unique(),
    applicationId: uuid(),
    userId: uuid(),
    createdAt: at().notNull(),
    sentAt: at(),
    failedAt: at(),
    error: text(),
  },
  (t) => [index('messages_application').on(t.applicationId, t.id)],
)

export const jobs = pgTable(
  'jobs',
  {
    id: id(),
    kind: text().notNull(),
    payload: jsonb().$type<Record<string, string>>().notNull(),
    /** Two requests for the same work are one row while it waits. */
    dedupe: text().unique(),
    runAt: at().notNull(),
    attempts: integer().notNull().default(0),
    leasedUntil: at(),
    doneAt: at(),
    failedAt: at(),
    error: text(),
  },
  (t) => [
    index('jobs_due').on(t.runAt).where(sql`done_at is null and failed_at is null`),
    index('jobs_failed').on(t.failedAt).where(sql`failed_at is not null`),
  ],
)

/** Results of writes that carry an Idempotency-Key: the same key again gives the same answer. */
export const idempotencyKeys = pgTable('idempotency_keys', {
  key: text().primaryKey(),
  scope: text().notNull(),
  bodyHash: text().notNull(),
  result: jsonb().$type<unknown>(),
  createdAt: at().notNull(),
})
