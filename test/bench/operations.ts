import { randomUUID } from 'node:crypto'
import { createCookie } from '@remix-run/node'
import type postgres from 'postgres'
import type { Dimension } from '#app/domain/dimensions.ts'
import { emptyDraft } from '#app/domain/grading-draft.ts'
import { noticeVersion } from '#app/domain/notice.ts'
import { stampForm } from '#app/server/form-stamp.ts'
import { hashToken, newSecret } from '#app/server/tokens.ts'
import { draftWith } from '#test/world/grading.ts'
import { bodyOf, why } from './data/words.ts'
import type { Operation } from './measure.ts'
import { multipart, resume } from './multipart.ts'

export interface World {
  sql: postgres.Sql
  appUrl: string
  secret: string
}

export const page = { accept: 'text/html', 'accept-encoding': 'gzip' }
export const written = ({ appUrl }: World, cookie: string) => ({
  'accept-encoding': 'gzip',
  'content-type': 'application/json',
  origin: appUrl,
  cookie,
})

/** A signed-in browser's cookie, with the session behind it. */
export async function signIn(
  { sql, secret }: World,
  kind: 'staff' | 'candidate',
  subject: string,
): Promise<string> {
  const own = newSecret()
  const [user, application] = kind === 'staff' ? [subject, null] : [null, subject]
  await sql`insert into sessions (id, secret_hash, kind, user_id, application_id, entered_at, created_at, expires_at)
    values (uuidv7(), ${hashToken(own)}, ${kind}, ${user}, ${application}, now(), now(), now() + interval '1 day')`
  const header = await createCookie(kind, { secrets: [secret] }).serialize(own)
  return header.split(';')[0] ?? ''
}

/** The counter of whoever is measured begins far below: it counts as always, and is never full. */
export async function unlimited({ sql }: World, keys: readonly string[]): Promise<void> {
  for (const key of keys)
    await sql`insert into rate_limits (key, points, expire) values (${key}, -1000000000, now() + interval '1 day') on conflict do nothing`
}

export function vacancyList(): Operation {
  return { name: 'vacancy list', status: 200, limit: 4, next: () => ({ path: '/jobs', headers: page }) }
}

/** As many candidates as there are connections write, each one text on top of the other. */
export async function autosave(world: World, writing: number): Promise<Operation> {
  const writers = await world.sql<{ application: string; answer: string; rev: number }[]>`
    select t.application_id as application, w.id as answer, w.rev from attempts t join answers w on w.attempt_id = t.id
    where t.status = 'started' and w.position = 2 order by t.deadline_at desc, t.seed desc limit ${writing}`
  const free: { path: string; headers: Record<string, string>; rev: number; saves: number }[] = []
  for (const { application, answer, rev } of writers) {
    const cookie = await signIn(world, 'candidate', application)
    await unlimited(world, [`save:${application}`])
    free.push({ path: `/a/answers/${answer}`, headers: written(world, cookie), rev, saves: 0 })
  }
  const { text } = bodyOf('s03-first-fifty', 0) as { text: string }
  return {
    name: 'autosave an answer',
    status: 200,
    limit: 4,
    next() {
      const writer = free.shift()
      if (!writer) throw new Error('no candidate is left to write')
      const body = { text: `${text.slice(0, 200 + ((writer.saves++ * 7) % 600))} ${writer.saves}` }
      return {
        method: 'POST',
        path: writer.path,
        headers: writer.headers,
        body: JSON.stringify({ saveId: randomUUID(), baseRev: writer.rev, body }),
        answered() {
          writer.rev++
          free.push(writer)
        },
      }
    },
  }
}

/** Graders lock what lies on their desks, each answer once. */
export async function lock(world: World): Promise<Operation> {
  const desk = await world.sql<
    {
      id: string
      grader: string
      scenario: string
      rev: number
      dimensions: Dimension[]
      findings: string[]
    }[]
  >`select g.id, g.grader_id as grader, w.scenario_key as scenario, g.rev,
      (select content -> 'dimensions' from scenario_versions v where v.hash = w.scenario_hash) as dimensions,
      (select coalesce(jsonb_agg(f -> 'id'), '[]') from jsonb_array_elements(w.body -> 'findings') f) as findings
    from grading_assignments g join answers w on w.id = g.answer_id join attempts t on t.id = w.attempt_id
    join applications a on a.id = t.application_id
    where g.locked_at is null and g.voided_at is null and a.stage = 'grading' order by md5(g.id::text)`
  const cookies = new Map<string, string>()
  for (const { grader } of desk) {
    if (cookies.has(grader)) continue
    cookies.set(grader, await signIn(world, 'staff', grader))
    await unlimited(world, [`write:${grader}`])
  }
  let at = 0
  return {
    name: 'lock a grade',
    status: 200,
    limit: 12,
    next() {
      const answer = desk[at++]
      if (!answer) throw new Error('nothing is left to lock')
      const { id, grader, rev, dimensions, findings } = answer
      const draft = { ...emptyDraft, ...draftWith(dimensions, { A1: 4, K3: 2 }, findings) }
      return {
        method: 'POST',
        path: `/team/grading/${id}/lock`,
        headers: written(world, cookies.get(grader) ?? ''),
        body: JSON.stringify({ saveId: randomUUID(), baseRev: rev, draft }),
      }
    },
  }
}

/** A whole form with a résumé of 20 kB, from somebody new each time, opened some seconds ago. */
export async function applying(world: World): Promise<Operation> {
  await unlimited(world, ['apply:127.0.0.1', 'write:127.0.0.1'])
  const vacancies = await world.sql<{ slug: string }[]>`
    select v.slug from applications a join vacancies v on v.id = a.vacancy_id order by md5(a.id::text) limit 1000`
  const opened = stampForm(world.secret, new Date(Date.now() - 60_000))
  let at = 0
  return {
    name: 'apply',
    status: 303,
    limit: 15,
    next() {
      const n = at++
      const form = multipart(
        {
          name: `Arta Kola ${n}`,
          email: `arta.${n}.${randomUUID()}@example.com`,
          'languages.0.language': 'en',
          'languages.0.level': 'B2',
          'languages.1.language': 'sq',
          'languages.1.level': 'native',
          'windows.0.days': ['1', '2', '3', '4', '5'],
          'windows.0.from': '16:00',
          'windows.0.to': '00:00',
          why,
          notice: noticeVersion,
          formId: randomUUID(),
          opened,
          homepage: '',
        },
        { field: 'resume', name: 'resume.pdf', type: 'application/pdf', bytes: resume(n) },
      )
      return {
        method: 'POST',
        path: `/jobs/${vacancies[n % vacancies.length]?.slug}/apply`,
        headers: { ...page, origin: world.appUrl, 'content-type': form.type },
        body: form.body,
      }
    },
  }
}
