import { sql } from 'drizzle-orm'
import { boolean, check, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { ListName } from '#app/domain/saved-view.ts'
import { at, id } from './columns.ts'
import { teams, users } from './organisation.ts'

/**
 * The address of a list under a name: what it is narrowed to, its order and how it is shown. Private, or the whole team's.
 * One that was removed is kept for as long as that can be taken back.
 */
export const savedViews = pgTable(
  'saved_views',
  {
    id: id(),
    teamId: uuid()
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    list: text().$type<ListName>().notNull(),
    name: text().notNull(),
    query: text().notNull(),
    shared: boolean().notNull(),
    createdAt: at().notNull(),
    removedAt: at(),
  },
  (t) => [
    uniqueIndex('saved_views_name').on(t.teamId, t.list, t.ownerId, t.name).where(sql`removed_at is null`),
    check('saved_views_length', sql`char_length(${t.name}) between 1 and 60`),
  ],
)
