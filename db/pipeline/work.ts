import { sql } from 'drizzle-orm'
import { moment } from './judged.ts'

/** How far the grading of one application is: counts, who is awaited and until when; never a grade. */
export interface Work {
  asked: number
  locked: number
  /** A third or fourth grade is among those awaited. */
  further: boolean
  due: Date | null
  graders: string[]
}
interface Counted extends Omit<Work, 'due'> {
  due: string | null
}

/**
 * Over the names of judged.ts. Of an answer that the viewer grades themselves, until its grades are open, no more is
 * counted than themselves and one other, with one of the two still to lock: else a count would say that the first two
 * did not agree.
 */
const counted = (userId: string) => sql`(
  select json_build_object(
    'asked', count(*) filter (where k.counts),
    'locked', count(*) filter (where k.counts and not k.awaited),
    'further', coalesce(bool_or(k.ordinal > 2) filter (where k.awaited and not k.blind), false),
    'due', min(k.due_at) filter (where k.counts and k.awaited),
    'graders', coalesce(json_agg(distinct k.name) filter (where k.awaited and (k.own or not k.blind)), '[]'))
  from (
    select b.*, not b.blind or b.place < 3 as counts,
      b.locked_at is null or (b.blind and b.place = 2 and b.own_locked) as awaited
    from (
      select g.ordinal, g.due_at, g.locked_at, u.name, g.grader_id = ${userId}::uuid as own,
        bool_or(g.grader_id = ${userId}::uuid) over answer and bool_or(g.settled_at is null) over answer as blind,
        bool_or(g.grader_id = ${userId}::uuid and g.locked_at is not null) over answer as own_locked,
        row_number() over (
          partition by g.answer_id order by g.grader_id <> ${userId}::uuid, g.locked_at is null, g.ordinal) as place
      from answers w
      join grading_assignments g on g.answer_id = w.id and g.voided_at is null
      join users u on u.id = g.grader_id
      where w.attempt_id = t.id
      window answer as (partition by g.answer_id)) b) k)`

/** Only where something is being graded. */
export const workOf = (userId: string) =>
  sql<Counted | null>`case when a.stage = 'grading' then ${counted(userId)} end`

export const readWork = (work: Counted | null): Work | null =>
  work && { ...work, due: work.due === null ? null : new Date(work.due) }

/** The interview that comes next, else the one held last. */
export const interviewOf = (now: Date) => sql<{ startsAt: string; interviewer: string } | null>`
  case when a.stage = 'interview' then (
    select json_build_object('startsAt', i.starts_at, 'interviewer', u.name)
    from interviews i join users u on u.id = i.interviewer_id
    where i.application_id = a.id and i.cancelled_at is null
    order by i.starts_at < ${moment(now)}, abs(extract(epoch from i.starts_at - ${moment(now)})) limit 1) end`
