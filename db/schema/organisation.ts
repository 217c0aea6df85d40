import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { roles } from '#app/domain/access.ts'
import { locales } from '#app/domain/locale.ts'
import { at, id } from './columns.ts'

export const localeEnum = pgEnum('locale', locales)
export const roleEnum = pgEnum('role', roles)

/** One installation serves one organisation: this table holds exactly one row. */
export const organisations = pgTable(
  'organisations',
  {
    id: integer().primaryKey().default(1),
    name: text().notNull(),
    website: text().notNull(),
    contactEmail: text().notNull(),
    sample: boolean().notNull(),
    claimedAt: at(),
    createdAt: at().notNull(),
  },
  (t) => [check('organisations_single_row', sql`${t.id} = 1`)],
)

export const teams = pgTable('teams', {
  id: id(),
  name: text().notNull(),
  timeZone: text().notNull(),
  sample: boolean().notNull().default(false),
  createdAt: at().notNull(),
})

export const users = pgTable('users', {
  id: id(),
  name: text().notNull(),
  email: text().notNull().unique(),
  locale: localeEnum().notNull(),
  /** argon2id; empty until the person has chosen one. */
  passwordHash: text(),
  sample: boolean().notNull().default(false),
  /** The languages in which they read answers well enough to grade; null while they have not said. */
  gradesIn: localeEnum().array(),
  disabledAt: at(),
  createdAt: at().notNull(),
})

export const memberships = pgTable(
  'memberships',
  {
    teamId: uuid()
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: roleEnum().notNull(),
    createdAt: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.userId, t.role] }), index('memberships_user').on(t.userId)],
)

/** Append-only: who did what, when, to which row. Holds ids, never names or anybody's words. */
export const events = pgTable(
  'events',
  {
    id: id(),
    at: at().notNull(),
    actorKind: text().$type<'staff' | 'candidate' | 'referee' | 'system'>().notNull(),
    actorId: uuid(),
    teamId: uuid(),
    subject: text().notNull(),
    subjectId: uuid().notNull(),
    applicationId: uuid(),
    kind: text().notNull(),
    data: jsonb().$type<Record<string, string | number | boolean | null>>().notNull(),
  },
  (t) => [
    index('events_application').on(t.applicationId, t.id),
    index('events_subject').on(t.subjectId, t.id),
    index('events_team').on(t.teamId, t.id),
  ],
)
