import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { assumedTerms, type ScoringPlan } from '#app/domain/scoring-plan.ts'
import { type Vacancy, vacancyStatuses } from '#app/domain/vacancy.ts'
import { at, id } from './columns.ts'
import { localeEnum, teams, users } from './organisation.ts'

export const vacancyStatusEnum = pgEnum('vacancy_status', vacancyStatuses)

export const vacancies = pgTable(
  'vacancies',
  {
    id: id(),
    teamId: uuid()
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    slug: text().notNull().unique(),
    status: vacancyStatusEnum().notNull(),
    jobLocale: localeEnum().notNull(),
    texts: jsonb().$type<Vacancy['texts']>().notNull(),
    channels: text().array().$type<Vacancy['channels']>().notNull(),
    languages: jsonb().$type<Vacancy['languages']>().notNull(),
    schedule: jsonb().$type<Vacancy['schedule']>().notNull(),
    weeklyHours: integer().notNull(),
    remote: boolean().notNull(),
    place: text().notNull().default(''),
    countries: text().array().notNull(),
    contract: text().$type<Vacancy['contract']>().notNull(),
    payMin: integer(),
    payMax: integer(),
    currency: text().$type<Vacancy['currency']>().notNull(),
    payPeriod: text().$type<Vacancy['payPeriod']>().notNull(),
    closesOn: date({ mode: 'string' }),
    answerBy: date({ mode: 'string' }),
    assignmentKey: text().notNull(),
    weights: jsonb().$type<Vacancy['weights']>().notNull(),
    aiPolicy: text().$type<Vacancy['aiPolicy']>().notNull().default('declared'),
    index: text().$type<Vacancy['index']>().notNull().default('none'),
    /** What the plan will say besides weights and index. */
    terms: jsonb().$type<Vacancy['terms']>().notNull().default(assumedTerms),
    rev: integer().notNull().default(0),
    createdBy: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    createdAt: at().notNull(),
    updatedAt: at().notNull(),
    publishedAt: at(),
    publishedBy: uuid().references(() => users.id, { onDelete: 'restrict' }),
    closedAt: at(),
  },
  (t) => [
    index('vacancies_team').on(t.teamId, t.id),
    index('vacancies_public').on(t.publishedAt).where(sql`status = 'published'`),
    check(
      'vacancies_pay_range',
      sql`${t.payMin} is null or ${t.payMax} is null or ${t.payMin} <= ${t.payMax}`,
    ),
  ],
)

/** One seat of a vacancy. */
export const openings = pgTable(
  'openings',
  {
    id: id(),
    vacancyId: uuid()
      .notNull()
      .references(() => vacancies.id, { onDelete: 'cascade' }),
    ordinal: integer().notNull(),
    startsOn: date({ mode: 'string' }).notNull(),
  },
  (t) => [unique('openings_ordinal').on(t.vacancyId, t.ordinal)],
)

/** What the grades will mean, frozen when the vacancy is published; a later change is a new row. */
export const scoringPlans = pgTable(
  'scoring_plans',
  {
    id: id(),
    vacancyId: uuid()
      .notNull()
      .references(() => vacancies.id, { onDelete: 'cascade' }),
    assignmentHash: text().notNull(),
    rubricHash: text().notNull(),
    handbookHash: text().notNull(),
    /** Scenario → the version that everybody of this plan gets, warm-ups included. */
    scenarioHashes: jsonb().$type<Record<string, string>>().notNull(),
    plan: jsonb().$type<ScoringPlan>().notNull(),
    hash: text().notNull(),
    frozenAt: at().notNull(),
    frozenBy: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
  },
  (t) => [index('scoring_plans_vacancy').on(t.vacancyId, t.id)],
)

/** Graders whom a manager has asked for a vacancy: each answer goes to the first two of them who may grade it. */
export const vacancyGraders = pgTable(
  'vacancy_graders',
  {
    id: id(),
    vacancyId: uuid()
      .notNull()
      .references(() => vacancies.id, { onDelete: 'cascade' }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** May grade although they have opened the person's page: for small teams, and the profile says so. */
    nameKnown: boolean().notNull().default(false),
    invitedBy: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    invitedAt: at().notNull(),
  },
  (t) => [
    unique('vacancy_graders_once').on(t.vacancyId, t.userId),
    index('vacancy_graders_user').on(t.userId),
  ],
)
