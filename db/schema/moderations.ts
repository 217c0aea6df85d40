import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { DisagreementReason, DisagreementState } from '#app/domain/disagreement.ts'
import type { ModerationKind } from '#app/domain/moderation.ts'
import { answers } from './attempts.ts'
import { at, id } from './columns.ts'
import { dimensionEnum } from './grades.ts'
import { users } from './organisation.ts'
import { vacancies } from './vacancies.ts'

/**
 * The last word on one answer and dimension, by a named person who graded nothing of that answer: first asked for, then
 * given, with a reason and the grades that were seen. The grades themselves stay as they are.
 */
export const moderations = pgTable(
  'moderations',
  {
    id: id(),
    answerId: uuid()
      .notNull()
      .references(() => answers.id, { onDelete: 'cascade' }),
    dimension: dimensionEnum().notNull(),
    kind: text().$type<ModerationKind>().notNull(),
    askedBy: uuid()
      .notNull()
      .references(() => users.id),
    askedAt: at().notNull(),
    /** Why it was asked for; empty where the rule itself asks. */
    asked: text().notNull().default(''),
    moderatorId: uuid()
      .notNull()
      .references(() => users.id),
    value: smallint(),
    reason: text(),
    /** The requests to grade whose grades lay before the moderator. */
    seen: jsonb().$type<string[]>(),
    moderatedAt: at(),
  },
  (t) => [
    unique('moderations_once').on(t.answerId, t.dimension),
    index('moderations_moderator').on(t.moderatorId, t.moderatedAt),
    check('moderations_level', sql`${t.value} between 1 and 5`),
    check(
      'moderations_whole',
      sql`(${t.value} is null) = (${t.moderatedAt} is null) and (${t.value} is null) = (${t.seen} is null) and (${t.value} is null) = (${t.reason} is null) and ${t.reason} <> ''`,
    ),
    check('moderations_asked', sql`${t.kind} = 'range' or ${t.asked} <> ''`),
  ],
)

/**
 * Where graders disagreed, kept up to date with each settled lock. An answer that somebody has yet to lock has one row
 * without a dimension and without reasons: they would tell of grades that nobody may see.
 */
export const disagreements = pgTable(
  'disagreements',
  {
    id: id(),
    vacancyId: uuid()
      .notNull()
      .references(() => vacancies.id, { onDelete: 'cascade' }),
    answerId: uuid()
      .notNull()
      .references(() => answers.id, { onDelete: 'cascade' }),
    dimension: dimensionEnum(),
    reasons: text().array().$type<DisagreementReason[]>().notNull(),
    state: text().$type<DisagreementState>().notNull(),
    since: at().notNull(),
  },
  (t) => [
    unique('disagreements_once').on(t.answerId, t.dimension).nullsNotDistinct(),
    index('disagreements_list').on(t.vacancyId, t.state, t.id),
    check(
      'disagreements_hidden',
      sql`(${t.state} = 'awaited') = (${t.dimension} is null) and (${t.dimension} is not null or cardinality(${t.reasons}) = 0)`,
    ),
  ],
)
