import { openPool } from '#db/client.ts'
import { lumo } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'
import { gradersFor, shape } from './shape.ts'
import { quote, type Run } from './sql.ts'

const day = 86_400_000

/**
 * The organisation and its first vacancy by the verbs themselves, so that plan and pinned scenarios are real ones; the
 * other vacancies are copies of it.
 */
export async function foundCompany(url: string, now: Date): Promise<{ vacancyId: string; teamId: string }> {
  const pool = openPool(url, 1)
  try {
    const long = new Date(now.getTime() - (shape.mostDays + 5) * day)
    const dayIn = (days: number) => new Date(now.getTime() + days * day).toISOString().slice(0, 10)
    const openings = [{ startsOn: dayIn(90) }, { startsOn: dayIn(120) }]
    const world = await lumo(pool.db, long)
    const vacancy = { closesOn: dayIn(60), answerBy: dayIn(80), openings }
    const { id } = await publishedVacancy(pool.db, world, long, { vacancy })
    return { vacancyId: id, teamId: world.teamId }
  } finally {
    await pool.end()
  }
}

/** Open vacancies with plans and graders, and the team that grades; numbered in temporary tables for what follows. */
export async function loadVacancies(
  run: Run,
  input: { vacancyId: string; teamId: string; applications: number },
): Promise<void> {
  const { vacancies, mostDays, gradersOfVacancy } = shape
  const graders = gradersFor(input.applications)
  const [first, team] = [quote(input.vacancyId), quote(input.teamId)]
  await run(`
    create temp table bench_vacancies as
    select n, case when n = 1 then ${first}::uuid else uuidv7() end as id, uuidv7() as plan_id,
      now() - (10 + n * 37 % ${mostDays - 10}) * interval '1 day' as published_at
    from generate_series(1, ${vacancies}) n`)
  await run(`
    insert into vacancies
    select (jsonb_populate_record(v, jsonb_build_object('id', b.id, 'slug', v.slug || '-' || b.n,
      'published_at', b.published_at, 'created_at', b.published_at, 'updated_at', b.published_at,
      'pay_min', v.pay_min + b.n % 9 * 20, 'pay_max', v.pay_max + b.n % 9 * 20,
      'remote', b.n % 3 > 0, 'place', case when b.n % 3 > 0 then '' else 'Tirana' end))).*
    from vacancies v, bench_vacancies b where v.id = ${first} and b.n > 1`)
  await run(`
    insert into openings select uuidv7(), b.id, o.ordinal, o.starts_on
    from openings o, bench_vacancies b where o.vacancy_id = ${first} and b.n > 1`)
  await run(`
    insert into scoring_plans
    select (jsonb_populate_record(p, jsonb_build_object('id', b.plan_id, 'vacancy_id', b.id))).*
    from scoring_plans p, bench_vacancies b where p.vacancy_id = ${first} and b.n > 1`)
  await run(`
    update bench_vacancies set plan_id = (select id from scoring_plans where vacancy_id = ${first}) where n = 1`)
  await run(`
    create temp table bench_graders as select n, uuidv7() as id from generate_series(0, ${graders - 1}) n`)
  await run(`
    insert into users (id, name, email, locale, created_at)
    select id, 'Grader ' || n, 'grader' || n || '@lumo.example.com', 'en', now() from bench_graders`)
  await run(`
    insert into memberships (team_id, user_id, role, created_at)
    select ${team}, id, 'grader', now() from bench_graders`)
  await run(`
    create temp table bench_desks as
    select v.n as vacancy, j as place, g.id as grader_id
    from bench_vacancies v cross join generate_series(0, ${gradersOfVacancy - 1}) j
    join bench_graders g on g.n = (v.n * 3 + j) % ${graders}`)
  await run(`
    insert into vacancy_graders (id, vacancy_id, user_id, invited_by, invited_at)
    select uuidv7(), v.id, d.grader_id, v.created_by, v.published_at
    from bench_desks d join bench_vacancies b on b.n = d.vacancy join vacancies v on v.id = b.id`)
}
