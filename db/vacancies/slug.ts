import { and, inArray, ne, sql } from 'drizzle-orm'
import { slugOf } from '#app/domain/slug.ts'
import type { Vacancy } from '#app/domain/vacancy.ts'
import type { Tx } from '../client.ts'
import { vacancies } from '../schema/index.ts'

/** A free address for the vacancy, from its English title where it has one. Two that ask at once wait for each other. */
export async function freeSlug(tx: Tx, vacancy: Vacancy, id: string): Promise<string> {
  const { texts, jobLocale } = vacancy
  const base = slugOf(texts.en?.title.trim() || texts[jobLocale]?.title || '')
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('vacancy-slug'), hashtext(${base}))`)
  const wished = [base, ...Array.from({ length: 30 }, (_, index) => `${base}-${index + 2}`)]
  const rows = await tx
    .select({ slug: vacancies.slug })
    .from(vacancies)
    .where(and(inArray(vacancies.slug, wished), ne(vacancies.id, id)))
  const taken = new Set(rows.map(({ slug }) => slug))
  return wished.find((slug) => !taken.has(slug)) ?? `${base}-${id.slice(-12)}`
}
