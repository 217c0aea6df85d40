import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Dimension, Level } from '#app/domain/dimensions.ts'
import type { PlanSection, StepKey } from '#app/domain/onboarding.ts'
import { applications } from './applications.ts'
import { scenarioVersions } from './attempts.ts'
import { at, id } from './columns.ts'
import { localeEnum, teams, users } from './organisation.ts'
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
    key: text().$type<StepKey>().notNull(),
    section: text().$type<PlanSection>().notNull(),
    position: integer().notNull(),
    owner: text().$type<'newcomer' | 'lead' | 'manager'>().notNull(),
    dueOn: date({ mode: 'string' }).notNull(),
    doneAt: at(),
    doneBy: uuid().references(() => users.id),
  },
  (t) => [unique('steps_once').on(t.newcomerId, t.key)],
)

/** A clause that was read, before the whole is signed: where to go on. A changed clause has a key of its own. */
export const clauseReadings = pgTable(
  'clause_readings',
  {
    id: id(),
    newcomerId: uuid()
      .notNull()
      .references(() => newcomers.id, { onDelete: 'cascade' }),
    clause: text().notNull(),
    at: at().notNull(),
  },
  (t) => [unique('clause_readings_once').on(t.newcomerId, t.clause)],
)

/** A signature: the text that was on the page is named by its hash, in the language in which it was read. */
export const acknowledgements = pgTable(
  'acknowledgements',
  {
    id: id(),
    newcomerId: uuid()
      .notNull()
      .references(() => newcomers.id, { onDelete: 'cascade' }),
    document: text().notNull(),
    version: text().notNull(),
    locale: localeEnum().notNull(),
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
    /** The language of the work, in which the case is given and answered. */
    locale: localeEnum().notNull(),
    body: jsonb().$type<unknown>().notNull(),
    rev: integer().notNull().default(0),
    /** The browser's name for the save that made this revision. */
    saveId: uuid(),
    savedAt: at(),
    startedAt: at().notNull(),
    submittedAt: at(),
    /** The newcomer's own reading of the answer against the rubric: dimension → level. */
    selfLevels: jsonb().$type<Partial<Record<Dimension, Level>>>().notNull(),
    placedAt: at(),
  },
  (t) => [
    index('practice_runs_newcomer').on(t.newcomerId, t.id),
    uniqueIndex('practice_runs_open').on(t.newcomerId).where(sql`${t.placedAt} is null`),
  ],
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

/** Not ready yet: what a shift lead asks to practise, and the day of the next look. */
export const readinessDelays = pgTable(
  'readiness_delays',
  {
    id: id(),
    newcomerId: uuid()
      .notNull()
      .references(() => newcomers.id, { onDelete: 'cascade' }),
    saidBy: uuid()
      .notNull()
      .references(() => users.id),
    dimensions: jsonb().$type<Dimension[]>().notNull(),
    note: text().notNull(),
    lookAgainOn: date({ mode: 'string' }).notNull(),
    at: at().notNull(),
  },
  (t) => [index('readiness_delays_newcomer').on(t.newcomerId, t.id)],
)
