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

const counted = sql`(
  select json_build_object(
    'asked', count(*),
    'locked', count(g.locked_at),
    'further', coalesce(bool_or(g.ordinal > 2) filter (where g.locked_at is null), false),
    'due', min(g.due_at) filter (where g.locked_at is null),
    'graders', coalesce(json_agg(distinct u.name) filter (where g.locked_at is null), '[]'))
  from answers w
  join grading_assignments g on g.answer_id = w.id and g.voided_at is null
  join users u on u.id = g.grader_id
  where w.attempt_id = t.id)`

/** Over the names of judged.ts: only where something is being graded. */
export const workOf = sql<Counted | null>`case when a.stage = 'grading' then ${counted} end`

export const readWork = (work: Counted | null): Work | null =>
  work && { ...work, due: work.due === null ? null : new Date(work.due) }

/** The interview that comes next, else the one held last. */
export const interviewOf = (now: Date) => sql<{ startsAt: string; interviewer: string } | null>`
  case when a.stage = 'interview' then (
    select json_build_object('startsAt', i.starts_at, 'interviewer', u.name)
    from interviews i join users u on u.id = i.interviewer_id
    where i.application_id = a.id and i.cancelled_at is null
    order by i.starts_at < ${moment(now)}, abs(extract(epoch from i.starts_at - ${moment(now)})) limit 1) end`
