import { join } from 'node:path'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { beforeAll, expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { type Browser, openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const nobody = openTestContext(db, monday).asNobody()

interface Leaf {
  path: string
  file: string
}

function leaves(entries: readonly RouteConfigEntry[], base = ''): Leaf[] {
  return entries.flatMap((entry) => {
    const path = [base, entry.path].filter(Boolean).join('/')
    return [{ path, file: entry.file }, ...leaves(entry.children ?? [], path)]
  })
}

const all = leaves(routes as RouteConfigEntry[])
const ghost = '00000000-0000-7000-8000-000000000000'
const paramsOf = (path: string) =>
  Object.fromEntries(
    [...path.matchAll(/:(\w+)(\?)?/g)].map(([, name = '', optional]) => [name, optional ? undefined : ghost]),
  )
const addressOf = (path: string) =>
  `/${path
    .replace(/:\w+\?\/?/g, '')
    .replace(/:\w+/g, ghost)
    .replace('*', 'nothing')}`

/** Pages that a stranger may read. Everything else must turn them away. */
const open = new Set([
  '',
  'sign-in',
  ':lang?/jobs',
  ':lang?/privacy',
  ':lang?/jobs/:slug/applied',
  'robots.txt',
  'sitemap.xml',
  'link',
  'en/jobs/*',
  'en/privacy',
])
/** Acts that a stranger may send. */
const openActs = new Set(['sign-in', 'sign-out', 'language', 'theme', 'link'])

/** Acts that only a script sends, which reads the answer itself. Every other act may come from a form without one. */
const scriptedActs = new Set([
  'a/assignment/time',
  'a/assignment/signs',
  'a/answers/:answer',
  'a/answers/:answer/desk',
  'a/assignment/practice/:scenario/desk',
  'team/scenarios/page/:id/save',
  'team/applications/moves',
  'team/applications/moves/undo',
  'team/applications/invitations',
  'team/applications/words',
  'team/applications/words/undo',
  'team/applications/:id/notes',
  'team/staff/:user/role',
  'team/staff/:user/close',
  'team/staff/:user/open',
  'team/grading/:id/opened',
  'team/grading/:id/save',
  'team/grading/:id/lock',
  'team/grading/:id/undo',
  'team/grading/:id/amend',
  'team/grading/:id/hide',
  'team/grading/:id/show',
  'team/scenarios/:key/desk',
  'team/suspicions/:id',
  'start/practice/answer',
])

interface Module {
  default?: unknown
  loader?: (args: ReturnType<Browser['get']>) => Promise<unknown>
  action?: (args: ReturnType<Browser['post']>) => Promise<unknown>
}

const load = (file: string): Promise<Module> => import(join(process.cwd(), 'app', file))

beforeAll(async () => {
  await lumo(db)
})

test('the table of contents names files that exist, each address once', () => {
  expect(all.length).toBeGreaterThan(10)
  const addresses = all.filter(({ file }) => !file.endsWith('layout.tsx')).map(({ path }) => path)
  expect(new Set(addresses).size).toBe(addresses.length)
})

test.each(all)('a stranger at /$path reads only what is open', async ({ path, file }) => {
  const { loader } = await load(file)
  if (!loader) return
  const { status, headers } = await reply(loader(nobody.get(addressOf(path), paramsOf(path))))
  expect(status).toBeLessThan(500)
  if (open.has(path)) expect([200, 301, 302]).toContain(status)
  else {
    expect([302, 303, 401, 403, 404, 405, 410]).toContain(status)
    if (status === 302 || status === 303) expect(headers.get('location')).toMatch(/^\/(sign-in|link)/)
  }
})

test.each(all)('a stranger writes nothing at /$path', async ({ path, file }) => {
  const { action } = await load(file)
  if (!action) return
  const { status, headers } = await reply(action(nobody.post(addressOf(path), {}, paramsOf(path))))
  expect(status).toBeLessThan(500)
  if (openActs.has(path)) return
  expect([302, 303, 400, 401, 403, 404, 405, 410, 415, 422]).toContain(status)
  if (status === 302 || status === 303) expect(headers.get('location')).toMatch(/^\/(sign-in|link)/)
})

test.each(all)(
  'an empty or malformed body at /$path is refused in words, never a fault',
  async ({ path, file }) => {
    const { action } = await load(file)
    if (!action) return
    const { context } = nobody
    for (const body of ['{', 'a=%00', '--x\r\nContent-Disposition: form-data']) {
      const request = nobody.request(addressOf(path), {
        method: 'POST',
        body,
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      })
      expect((await reply(action({ request, params: paramsOf(path), context }))).status).toBeLessThan(500)
    }
  },
)

test.each(all.filter(({ path }) => !scriptedActs.has(path)))(
  'an act that is refused at /$path is answered by a page',
  async ({ file }) => {
    const module = await load(file)
    if (module.action) expect(module.default).toBeTypeOf('function')
  },
)
