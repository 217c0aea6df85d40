import { and, eq, inArray, sql } from 'drizzle-orm'
import { type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import type { Vacancy } from '#app/domain/vacancy.ts'
import type { Tx } from '../client.ts'
import { record } from '../events.ts'
import { vacancies } from '../schema/index.ts'

export type VacancyRow = typeof vacancies.$inferSelect

/** Staff see the vacancies of their own teams. */
export const visibleTo = (viewer: StaffViewer) =>
  inArray(vacancies.teamId, teamsWhere(viewer, 'see-vacancies'))

/**
 * The days of a vacancy's openings, the earliest first, read along with its row. Names are written out: drizzle would
 * take the table away from a column of a single-table query.
 */
export const openingDays = sql<string[]>`(
  select coalesce(json_agg(o.starts_on order by o.starts_on, o.ordinal), '[]')
  from openings o where o.vacancy_id = vacancies.id)`

export const columnsOf = (vacancy: Vacancy) => ({
  jobLocale: vacancy.jobLocale,
  texts: vacancy.texts,
  channels: vacancy.channels,
  languages: vacancy.languages,
  schedule: vacancy.schedule,
  weeklyHours: vacancy.weeklyHours,
  remote: vacancy.remote,
  place: vacancy.place,
  countries: vacancy.countries,
  contract: vacancy.contract,
  payMin: vacancy.payMin,
  payMax: vacancy.payMax,
  currency: vacancy.currency,
  payPeriod: vacancy.payPeriod,
  closesOn: vacancy.closesOn,
  answerBy: vacancy.answerBy,
  assignmentKey: vacancy.assignmentKey,
  weights: vacancy.weights,
  aiPolicy: vacancy.aiPolicy,
  index: vacancy.index,
  terms: vacancy.terms,
})

/** The vacancy as its form knows it. */
export const vacancyOf = (row: VacancyRow, days: readonly string[]): Vacancy => ({
  ...columnsOf({ ...row, openings: [] }),
  openings: days.map((startsOn) => ({ startsOn })),
})

export interface Act {
  viewer: StaffViewer
  id: string
  now: Date
}

/** The row, held until the transaction ends; undefined for what is not there or not the viewer's. */
export async function holdVacancy(tx: Tx, { viewer, id }: Act): Promise<VacancyRow | undefined> {
  const [row] = await tx
    .select()
    .from(vacancies)
    .where(and(eq(vacancies.id, id), visibleTo(viewer)))
    .for('update')
  return row
}

type Kind = 'drafted' | 'edited' | 'published' | 'unpublished' | 'closed'

export const tell = (
  tx: Tx,
  { viewer, now }: Omit<Act, 'id'>,
  { id, teamId, rev }: Pick<VacancyRow, 'id' | 'teamId' | 'rev'>,
  kind: Kind,
) => record(tx, { by: viewer, now, subject: 'vacancy', subjectId: id, teamId, kind, data: { rev } })
