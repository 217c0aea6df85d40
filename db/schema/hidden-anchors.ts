import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Dimension } from '#app/domain/dimensions.ts'
import type { Measured } from '#app/domain/hidden-anchors.ts'
import { scenarioVersions } from './attempts.ts'
import { anchorAnswers } from './calibration.ts'
import { at, id } from './columns.ts'
import { localeEnum, users } from './organisation.ts'
import { vacancies } from './vacancies.ts'

/** What a save or an amendment replaced, or what a second tab sent too late: kept, never counted. */
export interface KeptDraft {
  draft: unknown
  reason: string | null
  at: string
}

/** Words hidden by hand: those of an anchor are nobody's application's. */
export interface KeptWords {
  words: string
  at: string
}

/**
 * An anchor answer on one grader's desk that looks like anybody's answer. A table apart: no query about candidates can
 * meet it, and what is given here is a grade of nobody (decision 013).
 */
export const hiddenAnchors = pgTable(
  'hidden_anchors',
  {
    id: id(),
    graderId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    vacancyId: uuid()
      .notNull()
      .references(() => vacancies.id, { onDelete: 'cascade' }),
    anchorId: uuid()
      .notNull()
      .references(() => anchorAnswers.id),
    code: text().notNull().unique(),
    /** What stands behind the answers beside it: the same versions. */
    scenarioKey: text().notNull(),
    scenarioHash: text()
      .notNull()
      .references(() => scenarioVersions.hash),
    assignmentHash: text()
      .notNull()
      .references(() => scenarioVersions.hash),
    rubricHash: text()
      .notNull()
      .references(() => scenarioVersions.hash),
    locale: localeEnum().notNull(),
    body: jsonb().$type<unknown>().notNull(),
    /** The experts' word when it was laid there. */
    reference: jsonb().$type<Partial<Record<Dimension, number>>>().notNull(),
    askedAt: at().notNull(),
    dueAt: at().notNull(),
    openedAt: at(),
    draft: jsonb().$type<unknown>().notNull(),
    rev: integer().notNull().default(0),
    saveId: uuid(),
    lockedAt: at(),
    kept: jsonb().$type<(KeptDraft | KeptWords)[]>().notNull(),
    /** From the lock, before anything was amended: what else the desk tells meanwhile cannot better it. */
    measured: jsonb().$type<Measured[]>(),
    /** Since when the grader knows which it was. */
    toldAt: at(),
    voidedAt: at(),
  },
  (t) => [
    index('hidden_anchors_queue').on(t.graderId, t.lockedAt),
    index('hidden_anchors_vacancy').on(t.vacancyId, t.graderId),
  ],
)
