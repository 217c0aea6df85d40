import { and, desc, eq, gte, isNull, ne, or, sql } from 'drizzle-orm'
import { acceptsApplications, type Vacancy } from '#app/domain/vacancy.ts'
import type { Db } from '../client.ts'
import { users, vacancies } from '../schema/index.ts'
import { openingDays, type VacancyRow, vacancyOf } from './rows.ts'

const pageSize = 50

/** What everybody may know of a vacancy that is, or was, open. */
export interface PublicVacancy {
  id: string
  slug: string
  vacancy: Vacancy
  publishedAt: Date
  updatedAt: Date
}

const open = (row: VacancyRow, now: Date) =>
  acceptsApplications({ status: row.status, closesOn: row.closesOn, schedule: row.schedule }, now)

const shown = (row: VacancyRow, days: readonly string[]): PublicVacancy => ({
  id: row.id,
  slug: row.slug,
  vacancy: vacancyOf(row, days),
  publishedAt: row.publishedAt ?? row.updatedAt,
  updatedAt: row.updatedAt,
})

/** The vacancies that take applications now, the newest first, 50 at a time; `before` is the last id of the page before. */
export async function openVacancies(
  db: Db,
  input: { now: Date; before?: string },
): Promise<{ vacancies: PublicVacancy[]; older: string | undefined }> {
  const after = input.before
    ? sql`(published_at, id) < (select v.published_at, v.id from vacancies v where v.id = ${input.before})`
    : undefined
  const earlier = new Date(input.now.getTime() - 2 * 86_400_000).toISOString().slice(0, 10)
  const rows = await db
    .select({ row: vacancies, days: openingDays })
    .from(vacancies)
    .where(
      and(
        eq(vacancies.status, 'published'),
        // Further back than any two zones are apart: the rule below knows the zone.
        or(isNull(vacancies.closesOn), gte(vacancies.closesOn, earlier)),
        after,
      ),
    )
    .orderBy(desc(vacancies.publishedAt), desc(vacancies.id))
    .limit(pageSize + 1)
  const page = rows.slice(0, pageSize)
  return {
    vacancies: page.filter(({ row }) => open(row, input.now)).map(({ row, days }) => shown(row, days)),
    older: rows.length > pageSize ? page.at(-1)?.row.id : undefined,
  }
}

const planned = sql<string | null>`(
  select p.assignment_hash from scoring_plans p where p.vacancy_id = vacancies.id order by p.frozen_at desc, p.id desc limit 1)`

export interface FoundPublic extends PublicVacancy {
  open: boolean
  /** Who answers for the decision. */
  decider: string
  /** The assignment as it was pinned at publication. */
  assignmentHash: string
}

/** A vacancy by its address. A draft is as unknown as what has never been; one that is over says so. */
export async function publicVacancy(db: Db, input: { slug: string; now: Date }): Promise<FoundPublic | null> {
  const [found] = await db
    .select({ row: vacancies, days: openingDays, decider: users.name, assignmentHash: planned })
    .from(vacancies)
    .innerJoin(users, eq(users.id, vacancies.publishedBy))
    .where(and(eq(vacancies.slug, input.slug), ne(vacancies.status, 'draft')))
  if (!found?.assignmentHash) return null
  const { row, days, decider, assignmentHash } = found
  return { ...shown(row, days), decider, assignmentHash, open: open(row, input.now) }
}

/** Vacancies that take applications now and in which what is counted by rule has a share in the result; 50 at most. */
export async function countingVacancies(db: Db, now: Date): Promise<{ slug: string; vacancy: Vacancy }[]> {
  const rows = await db
    .select({ row: vacancies, days: openingDays })
    .from(vacancies)
    .where(
      and(
        eq(vacancies.status, 'published'),
        sql`greatest((${vacancies.terms} #>> '{omega,attitude}')::float8, (${vacancies.terms} #>> '{omega,knowledge}')::float8) > 0`,
      ),
    )
    .orderBy(desc(vacancies.publishedAt), desc(vacancies.id))
    .limit(pageSize)
  return rows
    .filter(({ row }) => open(row, now))
    .map(({ row, days }) => ({ slug: row.slug, vacancy: vacancyOf(row, days) }))
}

/** Every open vacancy's address and when it last changed: for the sitemap, which holds at most 50,000 lines. */
export async function openAddresses(db: Db, now: Date): Promise<{ slug: string; updatedAt: Date }[]> {
  const rows = await db.select().from(vacancies).where(eq(vacancies.status, 'published')).limit(10_000)
  return rows.filter((row) => open(row, now)).map(({ slug, updatedAt }) => ({ slug, updatedAt }))
}
