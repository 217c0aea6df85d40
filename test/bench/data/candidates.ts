import { noticeVersion } from '#app/domain/notice.ts'
import { type Fuel, shape } from './shape.ts'
import { applicationCode, fill, idAt, list, quote, type Run } from './sql.ts'
import { firstNames, lastNames, mail, why } from './words.ts'

/** Numbers 1 to n are the data set; the fuel follows: ungraded attempts, then those whose candidates write. */
async function numberApplications(run: Run, applications: number, fuel: Fuel): Promise<void> {
  const { vacancies, skew } = shape
  const people = Math.round(applications * shape.people)
  const shares = Object.values(shape.stages)
  const bounds = shares.slice(1).map((_, at) => shares.slice(0, at + 1).reduce((sum, share) => sum + share))
  const stage = `(${list(Object.keys(shape.stages))}::stage[])[width_bucket(random(), array[${bounds}]::float8[]) + 1]`
  await run(`
    create temp table bench_applications as
    with drawn as materialized (
      select n, case when n between ${people + 1} and ${applications} then n - ${people} else n end as person,
        floor(${vacancies} * power(random(), ${skew}))::int as vacancy,
        case when n <= ${applications} then ${stage}
          when n <= ${applications + fuel.ungraded} then 'grading'::stage else 'assignment'::stage end as stage,
        n > ${applications} as fuel, random() as early, random() as since, random() as word
      from generate_series(1, ${applications + fuel.ungraded + fuel.writing}) n)
    select d.n, d.person, d.stage, d.fuel, v.n as vacancy, v.id as vacancy_id, v.plan_id, d.word,
      v.published_at + (now() - v.published_at) * d.early as created_at,
      v.published_at + (now() - v.published_at) * (d.early + (1 - d.early) * d.since) as stage_since
    from drawn d
    left join drawn before on before.n = d.person and before.n <> d.n
    join bench_vacancies v on v.n = 1 + case when before.vacancy = d.vacancy
      then (d.vacancy + 1) % ${vacancies} else d.vacancy end`)
  await run('alter table bench_applications add id uuid, add person_id uuid')
  await run(`
    update bench_applications
    set id = ${idAt('created_at')}, person_id = ${idAt("created_at - interval '1 second'")}`)
  await run(`
    update bench_applications a set person_id = p.person_id
    from bench_applications p where p.n = a.person and a.n <> a.person`)
  await run('create unique index on bench_applications (n)')
  await run('analyze bench_applications')
}

export async function loadCandidates(run: Run, applications: number, fuel: Fuel): Promise<void> {
  await numberApplications(run, applications, fuel)
  const given = `(${list(firstNames)})[n % ${firstNames.length} + 1]`
  const family = `(${list(lastNames)})[n / ${firstNames.length} % ${lastNames.length} + 1]`
  await run(`
    insert into persons (id, name, email, email_normal, created_at)
    select person_id, ${given} || ' ' || ${family}, 'person' || n || '@example.com',
      'person' || n || '@example.com', created_at
    from bench_applications where n = person order by created_at`)
  const silentDays = `case when word < ${shape.overdue} then 8 + 100 * word else 6.5 * word end`
  await run(`
    insert into applications (id, vacancy_id, person_id, email_normal, locale, stage, stage_since, left_from, languages,
      hours, why, notice_version, code, last_word_at, created_at)
    select id, vacancy_id, person_id, 'person' || person || '@example.com',
      (array['en', 'ru', 'sq']::locale[])[n % 3 + 1], stage, stage_since,
      case when stage > 'hired' then case when n % 3 = 0 then 'screening'::stage else 'applied' end end,
      '[{"language":"en","level":"B2"},{"language":"sq","level":"C1"}]',
      '[{"day":1,"from":"16:00","to":"00:00"},{"day":2,"from":"16:00","to":"00:00"}]',
      ${quote(why)}, ${quote(noticeVersion)}, ${applicationCode('n')},
      case when stage < 'hired' then now() - ${silentDays} * interval '1 day' else stage_since end, created_at
    from bench_applications order by created_at`)
  await fill(
    run,
    'files',
    `(id, application_id, name, type, bytes, sha256, created_at)
    select ${idAt('created_at')}, id, 'resume.pdf', 'application/pdf', 80000 + n % 50000,
      encode(sha256(n::text::bytea), 'hex'), created_at
    from bench_applications where n % 10 < ${shape.resumes * 10}`,
  )
  await fill(
    run,
    'links',
    `(id, token_hash, purpose, application_id, created_at, expires_at)
    select ${idAt('created_at')}, encode(sha256(('link' || n)::bytea), 'hex'), 'candidate-status', id,
      created_at, created_at + interval '30 days'
    from bench_applications`,
  )
  await fill(
    run,
    'sessions',
    `(id, secret_hash, kind, application_id, entered_at, created_at, expires_at)
    select ${idAt('created_at')}, encode(sha256(('session' || n)::bytea), 'hex'), 'candidate', id,
      created_at, created_at, created_at + interval '30 days'
    from bench_applications where n % 10 < ${shape.sessions * 10}`,
  )
  const later = (k: string) => `created_at + (now() - created_at) * (${k} - 1) / 4`
  await fill(
    run,
    'messages',
    `(id, kind, to_name, to_address, locale, subject, text, message_id, application_id,
      created_at, sent_at)
    select ${idAt(later('k'))}, 'apply.received', 'Person ' || n, 'person' || n || '@example.com', 'en',
      'We have received your application', ${quote(mail)}, 'm' || n || '.' || k || '@lumo.example.com', id,
      ${later('k')}, ${later('k')}
    from bench_applications cross join generate_series(1, ${shape.messages}) k order by k, created_at`,
  )
  await fill(
    run,
    'jobs',
    `(id, kind, payload, run_at, attempts, done_at)
    select ${idAt(later('k'))}, 'mail', jsonb_build_object('template', 'apply.received', 'applicationId', id),
      ${later('k')}, 1, ${later('k')}
    from bench_applications cross join generate_series(1, ${shape.jobs}) k order by k, created_at`,
  )
}
