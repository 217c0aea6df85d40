import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { applications } from './applications.ts'
import { at, id } from './columns.ts'
import { users } from './organisation.ts'
import { referenceRequests } from './references.ts'

/** A signed-in browser. Only the hash of the cookie's secret is kept; a revoked row is dead at once. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    secretHash: text().notNull().unique(),
    kind: text().$type<'staff' | 'candidate' | 'referee'>().notNull(),
    userId: uuid().references(() => users.id, { onDelete: 'cascade' }),
    applicationId: uuid().references(() => applications.id, { onDelete: 'cascade' }),
    requestId: uuid().references(() => referenceRequests.id, { onDelete: 'cascade' }),
    /** Since when this browser may write in the attempt: the one that started it, or one let in by a key. */
    enteredAt: at(),
    createdAt: at().notNull(),
    expiresAt: at().notNull(),
    revokedAt: at(),
  },
  (t) => [
    index('sessions_user').on(t.userId),
    check(
      'sessions_one_subject',
      sql`(${t.kind} = 'staff' and ${t.userId} is not null) or (${t.kind} = 'candidate' and ${t.applicationId} is not null) or (${t.kind} = 'referee' and ${t.requestId} is not null)`,
    ),
  ],
)

/**
 * The two kinds of link. A status link is reusable until revoked or 30 days old;
 * a key is single use, ten minutes, consumed by POST.
 */
export const links = pgTable(
  'links',
  {
    id: id(),
    tokenHash: text().notNull().unique(),
    purpose: text()
      .$type<
        'candidate-status' | 'referee' | 'staff-sign-in' | 'staff-invite' | 'owner-claim' | 'attempt-entry'
      >()
      .notNull(),
    userId: uuid().references(() => users.id, { onDelete: 'cascade' }),
    applicationId: uuid().references(() => applications.id, { onDelete: 'cascade' }),
    requestId: uuid().references(() => referenceRequests.id, { onDelete: 'cascade' }),
    createdAt: at().notNull(),
    expiresAt: at().notNull(),
    usedAt: at(),
    revokedAt: at(),
  },
  (t) => [index('links_application').on(t.applicationId), index('links_request').on(t.requestId)],
)
