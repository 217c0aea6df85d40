import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { stages } from '#app/domain/pipeline.ts'
import { at, id } from './columns.ts'
import { localeEnum, users } from './organisation.ts'
import { vacancies } from './vacancies.ts'

export const stageEnum = pgEnum('stage', stages)

export const persons = pgTable(
  'persons',
  {
    id: id(),
    name: text().notNull(),
    /** As typed; people are never keyed by it. */
    email: text().notNull(),
    emailNormal: text().notNull(),
    createdAt: at().notNull(),
  },
  (t) => [
    index('persons_email').on(t.emailNormal),
    // The expression of the search, letter for letter: Russian writes е for ё, Albanian e and c for ë and ç.
    index('persons_name').using('gin', sql`translate(lower(name), 'ёëç', 'еec') gin_trgm_ops`),
  ],
)

export const applications = pgTable(
  'applications',
  {
    id: id(),
    vacancyId: uuid()
      .notNull()
      .references(() => vacancies.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    emailNormal: text().notNull(),
    locale: localeEnum().notNull(),
    stage: stageEnum().notNull(),
    stageSince: at().notNull(),
    /** Where somebody stood on the road who has left it. */
    leftFrom: stageEnum(),
    languages: jsonb().$type<{ language: string; level: string }[]>().notNull(),
    /** Weekly windows in the team's zone: ISO weekday and hours. */
    hours: jsonb().$type<{ day: number; from: string; to: string }[]>().notNull(),
    why: text().notNull(),
    noticeVersion: text().notNull(),
    /** Shown in place of the name while the application is graded blind. */
    code: text().notNull().unique(),
    quarantined: boolean().notNull().default(false),
    lastWordAt: at().notNull(),
    createdAt: at().notNull(),
  },
  (t) => [
    unique('applications_once').on(t.vacancyId, t.emailNormal),
    index('applications_stage').on(t.vacancyId, t.stage, t.id),
    // Those past grading as a comparison reads them: first who is still considered, the last to move first.
    index('applications_tested')
      .on(t.vacancyId, sql`(stage >= 'hired')`, t.stageSince.desc().nullsFirst(), t.id)
      .where(sql`stage between 'references' and 'rejected' and not quarantined`),
    index('applications_person').on(t.personId),
    // For a person to judge: there are few, among however many.
    index('applications_quarantine').on(t.id).where(sql`quarantined`),
    // The active stages stand before 'hired' in the enum.
    check('applications_left_from', sql`left_from is null or stage > 'hired'`),
    index('applications_silence').on(t.lastWordAt).where(sql`stage < 'hired' and not quarantined`),
  ],
)

export const files = pgTable(
  'files',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    type: text().notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    createdAt: at().notNull(),
  },
  (t) => [index('files_application').on(t.applicationId), index('files_bytes').on(t.sha256)],
)

/** What staff wrote down about an application; with a move, why it was made. */
export const notes = pgTable(
  'notes',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    movedTo: stageEnum(),
    text: text().notNull(),
    createdAt: at().notNull(),
  },
  (t) => [index('notes_application').on(t.applicationId, t.id)],
)

export const withdrawals = pgTable('withdrawals', {
  id: id(),
  applicationId: uuid()
    .notNull()
    .unique()
    .references(() => applications.id, { onDelete: 'cascade' }),
  fromStage: stageEnum().notNull(),
  createdAt: at().notNull(),
})

/** Whoever has opened an identity cannot grade that application blind. */
export const identityViews = pgTable(
  'identity_views',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    at: at().notNull(),
  },
  (t) => [
    unique('identity_views_once').on(t.applicationId, t.userId),
    index('identity_views_user').on(t.userId),
  ],
)

/** Whoever has read the grades of somebody's answers: they are asked for no more of them. */
export const gradeViews = pgTable(
  'grade_views',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    at: at().notNull(),
  },
  (t) => [unique('grade_views_once').on(t.applicationId, t.userId), index('grade_views_user').on(t.userId)],
)

/** Words of the author by which a grader could tell who they are, hidden by hand in all answers of the application. */
export const hiddenWords = pgTable(
  'hidden_words',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    words: text().notNull(),
    hiddenBy: uuid()
      .notNull()
      .references(() => users.id),
    at: at().notNull(),
  },
  (t) => [
    unique('hidden_words_once').on(t.applicationId, t.words),
    check('hidden_words_length', sql`char_length(${t.words}) between 2 and 80`),
  ],
)
