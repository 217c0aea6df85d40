import { shape } from './shape.ts'
import { fill, idAt, json, type Run } from './sql.ts'

/** Kinds of what happens in between, as often as they do. */
const between = [
  'word-sent',
  'file-opened',
  'noted',
  'identity-viewed',
  'grade-asked',
  'grade-asked',
  'grade-asked',
  'grades-locked',
  'grades-locked',
  'grades-locked',
  'credited',
  'word-sent',
  'reference-sent',
  'interview-noted',
  'file-opened',
]

/** What came after grading: interviews, decisions, offers, and who has opened a name and read the grades. */
export async function loadDecisions(run: Run): Promise<void> {
  const manager = `(select created_by from vacancies limit 1)`
  for (const views of ['identity_views', 'grade_views'])
    await run(`
      insert into ${views} (id, application_id, user_id, at)
      select ${idAt('stage_since')}, id, ${manager}, stage_since
      from bench_applications where stage > 'grading'`)
  await run(`
    insert into interviews (id, application_id, interviewer_id, starts_at, minutes, zone, place, uid, created_by, created_at)
    select ${idAt('stage_since')}, id, ${manager}, case when stage = 'interview' then now() + word * interval '9 days' else stage_since end,
      45, 'Europe/Tirane', 'https://meet.example.com/' || n, 'bench-' || n, ${manager}, stage_since
    from bench_applications where stage between 'interview' and 'hired'`)
  await run(`
    insert into decisions (id, application_id, kind, decided_by, reason_code, reason, seen, created_at)
    select ${idAt('stage_since')}, id, case when stage = 'rejected' then 'reject' else 'offer' end::decision_kind, ${manager},
      'other', 'Read twice and talked over with the team.', '{}', stage_since
    from bench_applications where stage in ('rejected', 'offer', 'hired')`)
  await run(`
    insert into notes (id, application_id, author_id, text, created_at)
    select ${idAt('stage_since')}, id, ${manager}, 'Writes clearly; asked about the night shift.', stage_since
    from bench_applications where n % 10 < ${shape.notes * 10}`)
}

/** Applied, moved, and what lies between, in the order of time. */
export async function loadEvents(run: Run, teamId: string): Promise<void> {
  const kinds = `(array[${between.map((kind) => `'${kind}'`)}])`
  const at = `created_at + (stage_since - created_at) * k / ${shape.events}`
  await fill(
    run,
    'events',
    `(id, at, actor_kind, actor_id, team_id, subject, subject_id, application_id, kind, data)
    select uuidv7(at - now()), at, actor, actor_id, '${teamId}', 'application', id, id, kind, data
    from (
      select id, k, ${at} as at, case when k in (0, 1) then 'candidate' else 'staff' end as actor,
        case when k in (0, 1) then id end as actor_id,
        case k when 0 then 'applied' when ${shape.events - 1} then 'moved'
          else ${kinds}[(n + k) % ${between.length} + 1] end as kind,
        case when k = ${shape.events - 1} then jsonb_build_object('from', case when n % 3 = 0 then 'screening' else 'applied' end, 'to', stage)
          else ${json({})} end as data
      from bench_applications cross join generate_series(0, ${shape.events - 1}) k
      where k < ${shape.events} order by at) e`,
  )
}
