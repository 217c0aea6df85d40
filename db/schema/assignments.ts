import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { OwnPageDraft } from '#app/domain/own-page.ts'
import type { AssignmentContent } from '#app/domain/scenario/assignment.ts'
import type { ReviewContent } from '#app/domain/scenario/page-review.ts'
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

/** Pages that a team has brought itself, with what is planted in them. Versioned like shipped scenarios once published. */
export const ownScenarios = pgTable(
  'own_scenarios',
  {
    id: id(),
    teamId: uuid()
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    key: text().notNull().unique(),
    rev: integer().notNull().default(0),
    draft: jsonb().$type<OwnPageDraft>().notNull(),
    /** The last complete version, which assignments may take; null until there is one. */
    content: jsonb().$type<ReviewContent>(),
    /** Which revision that was. */
    contentRev: integer(),
    createdBy: uuid().references(() => users.id, { onDelete: 'set null' }),
    createdAt: at().notNull(),
    updatedAt: at().notNull(),
    /** No longer offered; what was published with it keeps it. */
    archivedAt: at(),
  },
  (t) => [index('own_scenarios_team').on(t.teamId)],
)
