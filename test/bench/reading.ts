import type { Operation } from './measure.ts'
import { page, signIn, type World } from './operations.ts'

/** Somebody goes from page to page and reads. */
function reading(name: string, limit: number, cookie: string, paths: readonly string[]): Operation {
  if (paths.length === 0) throw new Error(`nothing to read: ${name}`)
  let at = 0
  return {
    name,
    status: 200,
    limit,
    next: () => ({ path: paths[at++ % paths.length] ?? '', headers: { ...page, cookie } }),
  }
}

async function manager(world: World): Promise<string> {
  const [made] = await world.sql<{ id: string }[]>`select created_by as id from vacancies limit 1`
  return await signIn(world, 'staff', made?.id ?? '')
}

/** A manager goes from vacancy to vacancy, to one that is sought after as often as it has applications. */
export async function candidateList(world: World): Promise<Operation> {
  const chosen = await world.sql<{ path: string }[]>`
    select '/team/vacancies/' || vacancy_id as path from applications order by md5(id::text) limit 1000`
  const paths = chosen.map(({ path }) => path)
  return reading('candidate list', 20, await manager(world), paths)
}

/** What the browser asks for from one answer to the next. */
const nextData = '.data?_routes=routes%2Fteam%2Fgrading%2Fdesk'

/** The grader with the most to do opens one answer after the other; with `data`, as the browser does from the desk itself. */
async function deskOf(world: World, name: string, data: boolean): Promise<Operation> {
  const open = await world.sql<{ grader: string; path: string }[]>`
    with waiting as (
      select g.id, g.grader_id as grader, count(*) over (partition by g.grader_id) as load
      from grading_assignments g join answers w on w.id = g.answer_id join attempts t on t.id = w.attempt_id
      join applications a on a.id = t.application_id
      where g.locked_at is null and g.voided_at is null and a.stage = 'grading')
    select grader, '/team/grading/' || id as path from waiting order by load desc, grader, md5(id::text) limit 200`
  const grader = open[0]?.grader ?? ''
  const paths = open
    .filter((one) => one.grader === grader)
    .map(({ path }) => (data ? `${path}${nextData}` : path))
  return reading(name, 12, await signIn(world, 'staff', grader), paths)
}
export const desk = (world: World) => deskOf(world, 'grading desk, opened', false)
export const nextOnDesk = (world: World) => deskOf(world, 'grading desk, the next answer', true)

/** Profiles of people whose answers are all graded. */
export async function profile(world: World): Promise<Operation> {
  const graded = await world.sql<{ path: string }[]>`
    select '/team/applications/' || id || '/profile' as path from applications
    where stage in ('interview', 'decision', 'offer') order by md5(id::text) limit 500`
  const paths = graded.map(({ path }) => path)
  return reading('profile', 15, await manager(world), paths)
}

/** Twelve of one vacancy side by side, of those vacancies that have as many. */
export async function comparison(world: World): Promise<Operation> {
  const finalists = await world.sql<{ path: string }[]>`
    with placed as (
      select vacancy_id as vacancy, id, row_number() over (partition by vacancy_id order by id) as place
      from applications where stage in ('references', 'interview', 'decision', 'offer'))
    select '/team/vacancies/' || vacancy || '/compare?' || string_agg('with=' || id, '&' order by place) as path
    from placed where place <= 12 group by vacancy order by count(*) desc, vacancy limit 20`
  const paths = finalists.map(({ path }) => path)
  return reading('comparison of 12', 25, await manager(world), paths)
}

const jobTakes = 20_000

/** The panels of the largest vacancies, as the job left them that keeps them up to date: asked for once beforehand. */
export async function agreementPanel(world: World): Promise<Operation> {
  const cookie = await manager(world)
  const largest = await world.sql<{ path: string }[]>`
    select '/team/vacancies/' || vacancy_id || '/agreement' as path from applications
    group by vacancy_id order by count(*) desc limit 3`
  for (const { path } of largest) {
    const { status } = await fetch(`${world.appUrl}${path}`, {
      method: 'POST',
      headers: { cookie, origin: world.appUrl },
      redirect: 'manual',
      signal: AbortSignal.timeout(jobTakes),
    })
    if (status !== 303) throw new Error(`POST ${path}: ${status}`)
  }
  const paths = largest.map(({ path }) => path)
  return reading('agreement panel', 60, cookie, paths)
}
