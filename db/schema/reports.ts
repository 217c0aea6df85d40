import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { ReportContent } from '#app/domain/report.ts'
import type { ReviewOutcome } from '#app/domain/review.ts'
import { applications } from './applications.ts'
import { at, id } from './columns.ts'
import { users } from './organisation.ts'

/** What a candidate was told about their assignment, as it was released. Released again it is a new row; the last counts. */
export const candidateReports = pgTable(
  'candidate_reports',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    content: jsonb().$type<ReportContent>().notNull(),
    /** The rule that made the words of the bands, for a later reader. */
    algorithm: text().notNull(),
    releasedBy: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    releasedAt: at().notNull(),
  },
  (t) => [index('candidate_reports_application').on(t.applicationId, t.id)],
)

/** A candidate asks for another person to look; a person answers, never the one who decided. */
export const reviewRequests = pgTable(
  'review_requests',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    text: text().notNull(),
    askedAt: at().notNull(),
    /** The day by which an answer was promised. Nothing happens by itself when it is over. */
    dueAt: at().notNull(),
    answeredBy: uuid().references(() => users.id, { onDelete: 'restrict' }),
    answeredAt: at(),
    outcome: text().$type<ReviewOutcome>(),
    answer: text().notNull().default(''),
  },
  (t) => [
    index('review_requests_application').on(t.applicationId, t.id),
    uniqueIndex('review_requests_open').on(t.applicationId).where(sql`answered_at is null`),
    check(
      'review_requests_answered',
      sql`(${t.answeredAt} is null) = (${t.answeredBy} is null) and (${t.answeredAt} is null) = (${t.outcome} is null)`,
    ),
    check('review_requests_reasoned', sql`${t.answeredAt} is null or length(trim(${t.answer})) >= 10`),
  ],
)
