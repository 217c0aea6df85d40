import { type SQL, sql } from 'drizzle-orm'
import { type NextStep, yourSteps } from '#app/domain/next-step.ts'
import { promisedDays } from '#app/domain/silence.ts'

/*
 * What the list says of an application, as expressions over the names a (applications), p (persons), v (vacancies),
 * m (teams) and t (attempts, may be missing). Names are written out: the same expression serves filter, order and row.
 */

export const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`
export const days = (count: number) => count * 24 * 60 * 60 * 1000

const atAssignment = (now: Date) => sql`case
  when t.status = 'invited' and t.open_until >= ${moment(now)} then 'invitation-open'
  when t.status = 'invited' then 'invitation-over'
  when t.status = 'started' and (t.deadline_at is null or t.deadline_at > ${moment(now)}) then 'attempt-running'
  when t.status is null then 'invite'
  else 'attempt-ending' end`

/**
 * Is there such a row? Not by `exists`: for that Postgres may read the whole table once into a hash, which it does for a
 * page of fifty rows as well.
 */
export const some = (rows: SQL) => sql`coalesce((select true ${rows} limit 1), false)`

/** An answer in which something was written, and which fewer than two people were asked to grade. */
const lacksGraders = some(sql`
  from answers w where w.attempt_id = t.id and w.word_count > 0 and 2 > (
    select count(*) from grading_assignments g where g.answer_id = w.id and g.voided_at is null)`)
const gradesOpen = some(sql`
  from answers w join grading_assignments g on g.answer_id = w.id
  where w.attempt_id = t.id and g.voided_at is null and g.settled_at is null`)

const atGrading = sql`case
  when ${lacksGraders} then 'graders-lacking' when ${gradesOpen} then 'grading' else 'graded' end`

const referenceAwaited = (now: Date) =>
  some(sql`
  from reference_requests r where r.application_id = a.id and r.released_at is not null
  and r.received_at is null and r.declined_at is null and r.wrong_person_at is null and r.withdrawn_at is null
  and (r.expires_at is null or r.expires_at > ${moment(now)})`)
const referenceReceived = some(sql`
  from reference_requests r where r.application_id = a.id and r.received_at is not null and r.withdrawn_at is null`)

const atReferences = (now: Date) => sql`case
  when ${referenceAwaited(now)} then 'reference-awaited' when ${referenceReceived} then 'references-in'
  else 'referees-unnamed' end`

const interview = (when: SQL) =>
  some(sql`from interviews i where i.application_id = a.id and i.cancelled_at is null and ${when}`)
const atInterview = (now: Date) => sql`case
  when ${interview(sql`i.starts_at + make_interval(mins => i.minutes) > ${moment(now)}`)} then 'interview-ahead'
  when ${interview(sql`true`)} then 'interview-held' else 'interview-lacking' end`

const lastDecision = sql`(
  select d.kind from decisions d where d.application_id = a.id order by d.id desc limit 1)`
const atDecision = sql`case ${lastDecision} when 'offer' then 'offer-lacking' when 'hold' then 'on-hold' else 'decide' end`

/** Until when the offer that stands can be accepted. */
export const offerOpenUntil = sql<Date | null>`(
  select o.answer_by from offers o where o.application_id = a.id and o.accepted_at is null and o.declined_at is null
  and o.withdrawn_at is null order by o.sent_at desc limit 1)`
const atOffer = (now: Date) => sql`case
  when ${offerOpenUntil} > ${moment(now)} then 'offer-open' when ${offerOpenUntil} is null then 'offer-lacking'
  else 'offer-over' end`

/** What the application waits for: one of the domain's next steps. */
export const nextStep = (now: Date) => sql<NextStep>`(case a.stage
  when 'applied' then 'read'
  when 'screening' then 'invite'
  when 'assignment' then ${atAssignment(now)}
  when 'grading' then ${atGrading}
  when 'references' then ${atReferences(now)}
  when 'interview' then ${atInterview(now)}
  when 'decision' then ${atDecision}
  when 'offer' then ${atOffer(now)}
  else 'closed' end)`

export const isActive = sql`a.stage < 'hired'`

/** No word from us within the days promised, counted in the team's zone. */
export const overdue = (now: Date) => sql<boolean>`(${isActive}
  and a.last_word_at < ${moment(new Date(now.getTime() - days(promisedDays)))}
  and (${moment(now)} at time zone m.time_zone)::date - (a.last_word_at at time zone m.time_zone)::date > ${promisedDays}::int)`

const list = (words: readonly string[]) =>
  sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )
export const isYours = (next: SQL) => sql`${next} in (${list(yourSteps)})`

/**
 * Does the person appear under the code? While the answers are taken and graded blind, for everybody who has not
 * opened the identity; when all grades are in, nothing is left to be blind for.
 */
export const hidden = (userId: string) => sql<boolean>`(a.stage in ('assignment', 'grading')
  and not ${some(sql`from identity_views s where s.application_id = a.id and s.user_id = ${userId}`)}
  and not (a.stage = 'grading' and ${atGrading} = 'graded'))`
