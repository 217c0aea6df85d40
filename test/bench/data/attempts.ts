import type { Dimension } from '#app/domain/dimensions.ts'
import { levels, shape } from './shape.ts'
import { answerCode, fill, idAt, json, list, quote, type Run } from './sql.ts'
import { bodyOf, findingIds, variants } from './words.ts'

/** One part of the assignment as it was pinned: what is graded in it. */
export interface Section {
  scenario: string
  hash: string
  dimensions: readonly Dimension[]
}
export interface Pinned {
  assignmentHash: string
  rubricHash: string
  handbookHash: string
  sections: readonly Section[]
}

/** Handed in by everybody from grading on and by some of the rejected; begun or not by those at the assignment. */
export async function loadAttempts(run: Run, applications: number, pinned: Pinned): Promise<void> {
  const submitted = Math.round(applications * shape.submitted)
  const begun = `fuel or n % 10 < ${shape.started * 10}`
  await run(`
    create temp table bench_attempts as
    select n, id as application_id, vacancy, plan_id, stage, fuel, ${idAt('stage_since')} as id,
      stage_since as invited_at, n % ${variants} as variant,
      case when stage <> 'assignment' then 'submitted' when ${begun} then 'started' else 'invited' end as status
    from (
      select *, row_number() over (partition by fuel, stage = 'assignment' order by stage = 'rejected', n) as place
      from bench_applications where stage between 'assignment' and 'rejected') a
    where fuel or stage = 'assignment' or place <= ${submitted}`)
  await run(`
    insert into attempts (id, application_id, scoring_plan_id, assignment_hash, rubric_hash, handbook_hash, locale,
      seed, status, invited_at, open_until, started_at, allowed_seconds, deadline_at, finished_at)
    select id, application_id, plan_id, ${quote(pinned.assignmentHash)}, ${quote(pinned.rubricHash)},
      ${quote(pinned.handbookHash)}, 'en', n, status::attempt_status, invited_at,
      greatest(invited_at, now()) + interval '6 days',
      case status when 'started' then now() when 'submitted' then invited_at end, 3120,
      case status when 'started' then now() + interval '52 minutes'
        when 'submitted' then invited_at + interval '52 minutes' end,
      case status when 'submitted' then invited_at + interval '40 minutes' end
    from bench_attempts order by invited_at`)
  await run(`create temp table bench_bodies (scenario text, variant int, body jsonb)`)
  for (const { scenario } of pinned.sections) await loadBodies(run, scenario)
  await loadAnswers(run, pinned)
}

async function loadBodies(run: Run, scenario: string): Promise<void> {
  for (let variant = 0; variant < variants; variant++)
    await run(
      `insert into bench_bodies values (${quote(scenario)}, ${variant}, ${json(bodyOf(scenario, variant))})`,
    )
}

async function loadAnswers(run: Run, { sections }: Pinned): Promise<void> {
  const rows = sections.map(({ scenario, hash }, at) => `(${at + 1}, ${quote(scenario)}, ${quote(hash)})`)
  await run(`
    create temp table bench_answers as
    select row_number() over (order by t.invited_at, s.position)::int as n, ${idAt('t.invited_at')} as id, t.id as attempt_id,
      t.application_id, t.n as attempt, t.vacancy, t.stage, t.fuel, t.status, t.variant, t.invited_at, s.position, s.scenario, s.hash
    from bench_attempts t cross join (values ${rows}) s (position, scenario, hash)
    where t.status <> 'invited'`)
  await run(`
    insert into answers (id, attempt_id, scenario_hash, scenario_key, position, code, rev, body, word_count,
      first_viewed_at, saved_at)
    select a.id, a.attempt_id, a.hash, a.scenario, a.position, ${answerCode('a.n')}, ${shape.revisions}, b.body, 120,
      a.invited_at, a.invited_at + interval '20 minutes'
    from bench_answers a join bench_bodies b on b.scenario = a.scenario and b.variant = a.variant order by a.n`)
  await fill(
    run,
    'answer_revisions',
    `(id, answer_id, rev, base_rev, save_id, body, branch, late, received_at)
    select ${idAt("a.invited_at + k * interval '5 minutes'")}, a.id, k, k - 1, gen_random_uuid(), b.body, false, false,
      a.invited_at + k * interval '5 minutes'
    from bench_answers a join bench_bodies b on b.scenario = a.scenario and b.variant = a.variant
    cross join generate_series(1, ${shape.revisions}) k order by k, a.n`,
  )
}

/** Two graders for each answer, a third for some; locked and settled but for part of what is at grading, and the fuel. */
export async function loadGrading(run: Run, { sections }: Pinned): Promise<void> {
  await run(`
    create temp table bench_grading as
    select ${idAt("a.invited_at + interval '1 hour'")} as id, a.id as answer_id, a.application_id, a.scenario, a.variant,
      ${answerCode('a.n')} as code, o as ordinal, d.grader_id, a.invited_at + interval '1 hour' as asked_at,
      not a.fuel and (a.stage <> 'grading' or random() < ${shape.locked}) as locked
    from bench_answers a
    cross join generate_series(1, 3) o
    join bench_desks d on d.vacancy = a.vacancy and d.place = (a.attempt + o) % ${shape.gradersOfVacancy}
    where a.status = 'submitted' and (o < 3 or (not a.fuel and a.n % 10 < ${shape.third * 10}))`)
  await run(`
    insert into grading_assignments (id, answer_id, grader_id, application_id, scenario_key, code, ordinal, reason,
      asked_at, due_at, opened_at, draft, rev, locked_at, settled_at)
    select id, answer_id, grader_id, application_id, scenario, code, ordinal,
      case when ordinal < 3 then 'initial' else 'apart' end, asked_at, asked_at + interval '5 days', case when locked then asked_at + interval '2 days' end,
      '{"grades":[],"verdicts":[]}', case when locked then 3 else 0 end,
      case when locked then asked_at + interval '2 days 4 minutes' end,
      case when locked then asked_at + interval '2 days 5 minutes' end
    from bench_grading order by asked_at`)
  const graded = sections.flatMap(({ scenario, dimensions }) =>
    dimensions.map((dimension) => `(${quote(scenario)}, ${quote(dimension)}::dimension)`),
  )
  await run(`
    insert into grades (id, assignment_id, dimension, level, no_evidence, quotes, comment, updated_at)
    select ${idAt('g.asked_at')}, g.id, g.dimension, case when not g.none then g.level end, g.none,
      case when not g.none and g.level in (1, 2, 5) then '[{"start":0,"end":12,"text":"The price is"}]' else '[]' end::jsonb,
      '', g.asked_at + interval '2 days'
    from (
      select b.*, s.dimension, random() < ${shape.noEvidence} as none,
        (array[${levels}])[1 + floor(random() * ${levels.length})::int] as level
      from bench_grading b join (values ${graded}) s (scenario, dimension) on s.scenario = b.scenario
      where b.locked order by b.asked_at) g`)
  const found = Array.from({ length: variants }, (_, variant) => `(${variant}, ${list(findingIds(variant))})`)
  await fill(
    run,
    'finding_verdicts',
    `(id, assignment_id, finding_id, verdict)
    select uuidv7(), g.id, f.finding, 'valid'
    from bench_grading g join (values ${found}) v (variant, findings) on v.variant = g.variant
    cross join unnest(v.findings) f (finding)
    where g.locked and g.scenario = 's01-sales-page'`,
  )
}
