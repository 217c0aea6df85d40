import { randomUUID } from 'node:crypto'
import { deskView } from '#app/domain/scenario/inbox.ts'
import { testLibrary } from '#test/support/context.ts'
import type { Operation } from './measure.ts'
import { signIn, unlimited, type World, written } from './operations.ts'

const scenario = 's06-full-queue'
const seed = '7'

/**
 * As many candidates as there are at once in a queue of twelve tickets: each writes one reply after the other, to one
 * customer after the other, and gets the desk back as it is then.
 */
export async function inboxReply(world: World, candidates: number): Promise<Operation> {
  const { sql } = world
  const entry = testLibrary().scenario(scenario)
  if (entry?.content.kind !== 'inbox') throw new Error(`no inbox ${scenario}`)
  await sql`insert into scenario_versions (hash, kind, key, content, created_at)
    values (${entry.hash}, 'scenario', ${scenario}, ${sql.json(entry.content as never)}, now()) on conflict do nothing`
  const working = await sql<{ application: string; answer: string }[]>`
    with chosen as (
      update attempts set seed = ${seed}, attended_ms = 0, attended_at = now(), deadline_at = now() + interval '1 day'
      where id in (select id from attempts where status = 'started' order by deadline_at desc, seed desc limit ${candidates})
      returning id, application_id)
    insert into answers (id, attempt_id, scenario_hash, scenario_key, position, code, body, opened_ms)
    select uuidv7(), id, ${entry.hash}, ${scenario}, 9, 'B-' || left(md5(id::text), 9), '{"acts":[],"until":0,"drafts":{}}', 0
    from chosen
    returning id as answer, (select application_id from attempts t where t.id = attempt_id) as application`
  const threads = deskView(entry.content, 'en', seed, [], 0).threads.filter(({ write }) => write)
  const free = await Promise.all(
    working.map(async ({ application, answer }) => {
      await unlimited(world, [`save:${application}`])
      const cookie = await signIn(world, 'candidate', application)
      return { path: `/a/answers/${answer}/desk`, headers: written(world, cookie), acts: 0 }
    }),
  )
  return {
    name: `inbox reply, ${candidates} at once`,
    status: 200,
    limit: 8,
    next() {
      const worker = free.shift()
      if (!worker) throw new Error('no candidate is left to write')
      const thread = threads[worker.acts % threads.length]?.id
      const text = `I have your case open and am looking into it now, give me a little while (${worker.acts}).`
      const act = { do: 'reply', thread, text }
      const body = JSON.stringify({ want: 'act', actId: randomUUID(), after: worker.acts, act })
      return {
        method: 'POST',
        path: worker.path,
        headers: worker.headers,
        body,
        answered() {
          worker.acts++
          if (worker.acts < 300) free.push(worker)
        },
      }
    },
  }
}
