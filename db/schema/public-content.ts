import { sql } from 'drizzle-orm'
import { bigint, check, pgTable, smallint } from 'drizzle-orm/pg-core'

/**
 * One row that counts the changes to what everybody may read: vacancies, their openings and plans, and whose they are.
 * The database counts by itself as a transaction ends (see the migration), so that no verb can forget to.
 */
export const publicContent = pgTable(
  'public_content',
  {
    id: smallint().primaryKey().default(1),
    rev: bigint({ mode: 'number' }).notNull().default(0),
  },
  (t) => [check('public_content_once', sql`${t.id} = 1`)],
)
