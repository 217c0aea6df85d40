import { boolean, date, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { applications } from './applications.ts'
import { scenarioVersions } from './attempts.ts'
import { at, id } from './columns.ts'
import { teams, users } from './organisation.ts'
import { openings } from './vacancies.ts'

export const newcomers = pgTable(
  'newcomers',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .unique()
      .references(() => users.id),
    applicationId: uuid()
      .notNull()
      .unique()
      .references(() => applications.id),
    openingId: uuid()
      .notNull()
      .unique()
      .references(() => openings.id),
    teamId: uuid()
      .notNull()
      .references(() => teams.id),
    leadId: uuid().references(() => users.id),
    startsOn: date({ mode: 'string' }).notNull(),
    createdAt: at().notNull(),
  },
  (t) => [index('newcomers_team').on(t.teamId, t.id)],
)

/** The newcomer's plan. A step that is done keeps who and when; undoing removes both. */
export const steps = pgTable(
  'steps',
  {
    id: id(),
    newcomerId: uuid()
      .notNull()
      .references(() => newcomers.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    section: text().$type<'today' | 'week' | 'later'>().notNull(),
    position: integer().notNull(),
    owner: text().$type<'newcomer' | 'lead' | 'manager'>().notNull(),
    dueOn: date({ mode: 'string' }).notNull(),
    doneAt: at(),
    doneBy: uuid().references(() => users.id),
  },
  (t) => [unique('steps_once').on(t.newcomerId, t.key)],
)

export const acknowledgements = pgTable(
  'acknowledgements',
  {
    id: id(),
    newcomerId: uuid()
      .notNull()
      .references(() => newcomers.id, { onDelete: 'cascade' }),
    document: text().notNull(),
    version: text().notNull(),
    textHash: text().notNull(),
    typedName: text().notNull(),
    at: at().notNull(),
  },
  (t) => [unique('acknowledgements_once').on(t.newcomerId, t.document, t.version)],
)

/** Every try of the rules quiz: what was chosen, and whether all of it was right. */
export const quizTries = pgTable(
  'quiz_tries',
  {
    id: id(),
    newcomerId: uuid()
      .notNull()
      .references(() => newcomers.id, { onDelete: 'cascade' }),
    version: text().notNull(),
    choices: jsonb().$type<Record<string, string>>().notNull(),
    passed: boolean().notNull(),
    at: at().notNull(),
  },
  (t) => [index('quiz_tries_newcomer').on(t.newcomerId, t.id)],
)

export const practiceRuns = pgTable(
  'practice_runs',
  {
    id: id(),
    newcomerId: uuid()
      .notNull()
      .references(() => newcomers.id, { onDelete: 'cascade' }),
    scenarioHash: text()
      .notNull()
      .references(() => scenarioVersions.hash),
    body: jsonb().$type<unknown>().notNull(),
    /** The newcomer's own reading of the answer against the rubric: dimension → level. */
    selfLevels: jsonb().$type<Record<string, number>>().notNull(),
    rev: integer().notNull().default(0),
    startedAt: at().notNull(),
    submittedAt: at(),
  },
  (t) => [index('practice_runs_newcomer').on(t.newcomerId, t.id)],
)

/** Readiness is signed by a shift lead; it opens the live queue. */
export const readinessSignatures = pgTable('readiness_signatures', {
  id: id(),
  newcomerId: uuid()
    .notNull()
    .unique()
    .references(() => newcomers.id, { onDelete: 'cascade' }),
  signedBy: uuid()
    .notNull()
    .references(() => users.id),
  note: text().notNull().default(''),
  firstShiftAt: at().notNull(),
  at: at().notNull(),
})
