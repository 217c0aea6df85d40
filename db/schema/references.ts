import { boolean, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { applications } from './applications.ts'
import { at, id } from './columns.ts'
import { localeEnum, users } from './organisation.ts'

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
    /** They work where the candidate works now, and know that the candidate is looking. */
    currentEmployer: boolean().notNull().default(false),
    permissionAt: at().notNull(),
    /** The version of what the candidate was shown and agreed to for this referee. */
    consentVersion: text().notNull(),
    createdAt: at().notNull(),
    releasedAt: at(),
    sentAt: at(),
    openedAt: at(),
    declinedAt: at(),
    wrongPersonAt: at(),
    withdrawnAt: at(),
    receivedAt: at(),
    expiresAt: at(),
    /** A person has found that the referee is who they say. */
    verifiedAt: at(),
    verifiedBy: uuid().references(() => users.id),
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
