import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { persons } from './applications.ts'
import { at, id } from './columns.ts'
import { teams, users } from './organisation.ts'
import { vacancies } from './vacancies.ts'

/** What a grader has declared: of a whole vacancy, or of one person whom they recognised at the desk. For good. */
export const graderConflicts = pgTable(
  'grader_conflicts',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    vacancyId: uuid().references(() => vacancies.id, { onDelete: 'cascade' }),
    personId: uuid().references(() => persons.id, { onDelete: 'cascade' }),
    declaredAt: at().notNull(),
  },
  (t) => [
    unique('grader_conflicts_vacancy').on(t.userId, t.vacancyId),
    unique('grader_conflicts_person').on(t.userId, t.personId),
    index('grader_conflicts_of_person').on(t.personId),
    check('grader_conflicts_one', sql`(${t.vacancyId} is null) <> (${t.personId} is null)`),
  ],
)

/** What a grader was reminded of already: once before a day, once on it, and once it was told that it is over. */
export const graderReminders = pgTable(
  'grader_reminders',
  {
    graderId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    teamId: uuid()
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    dueOn: date({ mode: 'string' }).notNull(),
    step: text().$type<'before' | 'today' | 'over'>().notNull(),
    at: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.graderId, t.teamId, t.dueOn, t.step] })],
)
