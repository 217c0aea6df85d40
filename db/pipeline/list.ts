import { type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { NextStep } from '#app/domain/next-step.ts'
import type { Stage } from '#app/domain/pipeline.ts'
import { readCursor } from '#app/domain/pipeline-address.ts'
import type { Filter, Order } from '#app/domain/pipeline-list.ts'
import type { Db } from '../client.ts'
import { applications, attempts, offers, persons, teams, vacancies } from '../schema/index.ts'
import { hidden, isActive, isYours, nextStep, offerOpenUntil, overdue } from './judged.ts'
import { behind, cursorAt, inOrder } from './keyset.ts'
import { type ListedApplication, listed, turns } from './listed.ts'
import { found } from './search.ts'
import { interviewOf, workOf } from './work.ts'

export const pageSize = 50
const p = alias(persons, 'p')
const v = alias(vacancies, 'v')
const m = alias(teams, 'm')
const t = alias(attempts, 't')

export const tables = sql`applications a
  join vacancies v on v.id = a.vacancy_id
  join teams m on m.id = v.team_id
  left join persons p on p.id = a.person_id
  left join attempts t on t.application_id = a.id`

export interface ListInput {
  viewer: StaffViewer
  /** One vacancy; without it, all of the viewer's teams. */
  vacancyId?: string
  filter: Filter
  order: Order
  /** A place in the order, as the address holds it. */
  after?: string | null
  now: Date
}

export const ofTeams = (viewer: StaffViewer) => {
  const own = teamsWhere(viewer, 'see-applications').map((id) => sql`${id}::uuid`)
  return own.length === 0 ? sql`false` : sql`v.team_id in (${sql.join(own, sql`, `)})`
}

function wanted({ viewer, vacancyId, filter, now }: Omit<ListInput, 'order' | 'after'>): SQL {
  const parts = [ofTeams(viewer), sql`not a.quarantined`]
  if (vacancyId) parts.push(sql`a.vacancy_id = ${vacancyId}::uuid`)
  if (filter.stage === 'closed') parts.push(sql`not ${isActive}`)
  else if (filter.stage) parts.push(sql`a.stage = ${filter.stage}::stage`)
  else if (vacancyId) parts.push(isActive)
  if (filter.locale) parts.push(sql`a.locale = ${filter.locale}::locale`)
  if (filter.text) parts.push(found(filter.text, hidden(viewer.userId), !vacancyId))
  if (filter.late) parts.push(overdue(now))
  if (filter.mine) parts.push(sql`(${overdue(now)} or ${isYours(nextStep(now))})`)
  return sql.join(parts, sql` and `)
}

/** Of the vacancy's texts only what it is called: with all of them a page of fifty would carry fifty vacancies. */
const titles = sql<Partial<Record<Locale, { title: string }>>>`(
  select coalesce(jsonb_object_agg(key, jsonb_build_object('title', value -> 'title')), '{}') from jsonb_each(v.texts))`
const shown = (userId: string) => sql`case when ${hidden(userId)} then a.code else p.name end`

/** The applications of one page in their order; `most` and one more, to know whether there is a next page. */
function page(input: ListInput, most: number): SQL {
  const { viewer, order, now } = input
  const name = shown(viewer.userId)
  const byTurn = order.by === 'turn'
  // Everything that this order needs is worked out once for each row, before it is sorted.
  const fence = byTurn || order.by === 'name' ? sql` offset 0` : sql``
  const known = sql`
    select a.*, ${nextStep(now)} as next, ${overdue(now)} as overdue
      ${order.by === 'name' ? sql`, ${name} as shown` : sql``}
    from ${tables} where ${wanted(input)}${fence}`
  const turn = sql`case when k.overdue then 0 when ${isYours(sql`k.next`)} then 1 else 2 end`
  const judged = byTurn ? sql`select k.*, ${turn} as turn from (${known}) k` : known
  const place = readCursor(order.by, input.after ?? null)
  const shownOf = (id: SQL) => sql`(select ${name} from ${tables} where a.id = ${id} and ${ofTeams(viewer)})`
  return sql`(
    select j.*, row_number() over (order by ${inOrder(order)}) as place from (${judged}) j
    where ${place ? behind(order, place, shownOf) : sql`true`} order by ${inOrder(order)} limit ${most + 1}) a`
}

/** The rows of one page. Exported for the test that asks Postgres how it would go about it. */
export function listQuery(db: Db, input: ListInput, rows: SQL = page(input, pageSize)) {
  const { viewer, now } = input
  return db
    .select({
      id: sql<string>`a.id`,
      code: sql<string>`a.code`,
      name: sql<string | null>`case when ${hidden(viewer.userId)} then null else p.name end`,
      locale: sql<Locale>`a.locale`,
      stage: sql<Stage>`a.stage`,
      stageSince: sql<Date>`a.stage_since`.mapWith(applications.stageSince),
      lastWordAt: sql<Date>`a.last_word_at`.mapWith(applications.lastWordAt),
      createdAt: sql<Date>`a.created_at`.mapWith(applications.createdAt),
      zone: m.timeZone,
      vacancy: { id: v.id, texts: titles, jobLocale: v.jobLocale },
      next: sql<NextStep>`a.next`,
      overdue: sql<boolean>`a.overdue`,
      attempt: { openUntil: t.openUntil, deadlineAt: t.deadlineAt },
      work: workOf(viewer.userId),
      interview: interviewOf(now),
      offerUntil: sql<Date | null>`case when a.stage = 'offer' then ${offerOpenUntil} end`.mapWith(
        offers.answerBy,
      ),
    })
    .from(v)
    .innerJoin(rows, sql`a.vacancy_id = ${v.id}`)
    .innerJoin(m, sql`${m.id} = ${v.teamId}`)
    .innerJoin(p, sql`${p.id} = a.person_id`)
    .leftJoin(t, sql`${t.applicationId} = a.id`)
    .orderBy(sql`a.place`)
}
export type ListRow = Awaited<ReturnType<typeof listQuery>>[number]

/** One page of the list, fifty rows, and where the next one begins. */
export async function applicationsOf(
  db: Db,
  input: ListInput,
): Promise<{ rows: ListedApplication[]; next: string | undefined }> {
  const read = (await listQuery(db, input).execute()).map(listed)
  const rows = read.slice(0, pageSize)
  const last = rows.at(-1)
  const more = read.length > pageSize && last
  return {
    rows,
    next: more ? cursorAt(input.order.by, { ...last, turn: turns.indexOf(last.turn) }) : undefined,
  }
}

export const boardColumn = 20

/** The same rows for the board: of every stage those who have waited longest, `boardColumn` at most. */
export async function boardOf(
  db: Db,
  input: Omit<ListInput, 'order' | 'after'>,
): Promise<ListedApplication[]> {
  const { now } = input
  const rows = sql`(
    select b.*, b.rank as place from (
      select a.*, ${nextStep(now)} as next, ${overdue(now)} as overdue,
        row_number() over (partition by a.stage order by a.last_word_at, a.id) as rank
      from ${tables} where ${wanted(input)}) b
    where b.rank <= ${boardColumn}) a`
  const asked = listQuery(db, { ...input, order: { by: 'word', down: false } }, rows)
  return (await asked.execute()).map(listed)
}
