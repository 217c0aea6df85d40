import { boolean, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { applications } from './applications.ts'
import { at, id } from './columns.ts'
import { localeEnum } from './organisation.ts'

/** Status is read from the moments below, never stored beside them. */
export const referenceRequests = pgTable(
  'reference_requests',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    email: text().notNull(),
    relation: text().$type<'manager' | 'peer' | 'report' | 'customer'>().notNull(),
    company: text().notNull().default(''),
    locale: localeEnum().notNull(),
    permissionAt: at().notNull(),
    createdAt: at().notNull(),
    releasedAt: at(),
    sentAt: at(),
    openedAt: at(),
    declinedAt: at(),
    wrongPersonAt: at(),
    withdrawnAt: at(),
    receivedAt: at(),
    expiresAt: at(),
  },
  (t) => [unique('reference_requests_once').on(t.applicationId, t.email)],
)

export const referenceForms = pgTable('reference_forms', {
  id: id(),
  requestId: uuid()
    .notNull()
    .unique()
    .references(() => referenceRequests.id, { onDelete: 'cascade' }),
  rev: integer().notNull().default(0),
  submitted: boolean().notNull(),
  /** The short form as the referee left it: item code → value, and texts. */
  body: jsonb().$type<Record<string, unknown>>().notNull(),
  updatedAt: at().notNull(),
})
