import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { applications } from './applications.ts'
import { at, id } from './columns.ts'
import { users } from './organisation.ts'

export const interviews = pgTable(
  'interviews',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    interviewerId: uuid()
      .notNull()
      .references(() => users.id),
    startsAt: at().notNull(),
    minutes: integer().notNull(),
    zone: text().notNull(),
    /** An address, a room, or where the call happens. */
    place: text().notNull(),
    /** iCalendar UID stays, SEQUENCE grows with each change. */
    uid: text().notNull().unique(),
    sequence: integer().notNull().default(0),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: at().notNull(),
    cancelledAt: at(),
  },
  (t) => [index('interviews_application').on(t.applicationId), index('interviews_starts').on(t.startsAt)],
)

export const interviewNotes = pgTable(
  'interview_notes',
  {
    id: id(),
    interviewId: uuid()
      .notNull()
      .references(() => interviews.id, { onDelete: 'cascade' }),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    text: text().notNull(),
    rev: integer().notNull().default(0),
    updatedAt: at().notNull(),
  },
  (t) => [unique('interview_notes_once').on(t.interviewId, t.authorId)],
)
