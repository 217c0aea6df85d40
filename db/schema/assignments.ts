import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { AssignmentContent } from '#app/domain/scenario/assignment.ts'
import { at, id } from './columns.ts'
import { teams, users } from './organisation.ts'

/** Assignments that a team has composed for itself. A vacancy that uses one freezes it by hash, as it is then. */
export const ownAssignments = pgTable(
  'own_assignments',
  {
    id: id(),
    teamId: uuid()
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    key: text().notNull().unique(),
    rev: integer().notNull().default(0),
    content: jsonb().$type<AssignmentContent>().notNull(),
    createdBy: uuid().references(() => users.id, { onDelete: 'set null' }),
    createdAt: at().notNull(),
    updatedAt: at().notNull(),
    /** No longer offered; what was published with it keeps it. */
    archivedAt: at(),
  },
  (t) => [index('own_assignments_team').on(t.teamId)],
)
