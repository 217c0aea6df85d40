import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { DimensionFigures } from '#app/domain/agreement-panel.ts'
import type { GraderFigures } from '#app/domain/grader-report.ts'
import { at } from './columns.ts'
import { dimensionEnum } from './grades.ts'
import { users } from './organisation.ts'
import { vacancies } from './vacancies.ts'

/**
 * Figures worked out from revealed grades, kept so that a page need not read them all. `inputsHash` names the grades:
 * the same hash under the same version means the same figures, byte for byte.
 */
export const agreementStats = pgTable(
  'agreement_stats',
  {
    vacancyId: uuid()
      .notNull()
      .references(() => vacancies.id, { onDelete: 'cascade' }),
    dimension: dimensionEnum().notNull(),
    figures: jsonb().$type<DimensionFigures>().notNull(),
    inputsHash: text().notNull(),
    version: integer().notNull(),
    computedAt: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.vacancyId, t.dimension] })],
)

/** The report of each grader of a vacancy, kept in the same way. */
export const graderStats = pgTable(
  'grader_stats',
  {
    vacancyId: uuid()
      .notNull()
      .references(() => vacancies.id, { onDelete: 'cascade' }),
    graderId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    figures: jsonb().$type<GraderFigures>().notNull(),
    inputsHash: text().notNull(),
    version: integer().notNull(),
    computedAt: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.vacancyId, t.graderId] }), index('grader_stats_grader').on(t.graderId)],
)
