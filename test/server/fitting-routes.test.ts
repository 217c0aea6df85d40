import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { describe, expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { byFit } from '#app/server/fitting-routes.ts'

type Manifest = ServerBuild['routes']

/** The product's own table of routes in the shape that a build has. */
function manifest(entries: readonly RouteConfigEntry[], parentId = 'root'): Manifest {
  const all: Manifest =
    parentId === 'root' ? { root: { id: 'root', path: '', module: { default: () => null } } } : {}
  for (const { id: given, file, path, index, children = [] } of entries) {
    const id = given ?? file.replace(/\.tsx?$/, '')
    all[id] = { id, parentId, path, index, module: { default: () => null } }
    Object.assign(all, manifest(children, id))
  }
  return all
}

type Tree = { id: string; path?: string; index?: boolean; children: Tree[] }
const treeOf = (all: Manifest, parentId?: string): Tree[] =>
  Object.values(all)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) => ({ id, path, index, children: treeOf(all, id) }))

const whole: ServerBuild = {
  mode: 'test',
  entry: { module: { default: () => new Response() } },
  routes: manifest(routes),
  assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
  publicPath: '/',
  assetsBuildDirectory: '',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_lazyRouteDiscovery: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
  isSpaMode: false,
}

const fitting = byFit(whole, ({ routes }) => routes)
const found = (all: Manifest, path: string) =>
  matchRoutes(treeOf(all) as Parameters<typeof matchRoutes>[0], path)?.map(({ route, params }) => [
    route.id,
    params,
  ])

const full = (id: string): string => {
  const route = whole.routes[id]
  return route?.parentId ? `${full(route.parentId)}/${route.path ?? ''}` : ''
}
const addresses = Object.keys(whole.routes).map((id) => full(id).replace(/\/+/g, '/'))
/** Every address with its places filled, and what people and strangers make of it. */
const paths = addresses.flatMap((address) => {
  const filled = address
    .replace(/:lang\?/, 'ru')
    .replace(/:\w+/g, 'x1')
    .replace('*', 'x1/y')
  const without = address
    .replace(/\/:lang\?/, '')
    .replace(/:\w+/g, 'team')
    .replace('*', '')
  return [
    filled,
    without,
    `${filled}/`,
    filled.toUpperCase(),
    `${filled}/more`,
    `/x1${filled}`,
    `/ru${filled}`,
    `/team${filled}`,
    `/a${filled}`,
  ]
})

describe('the routes that the router is given', () => {
  test('lead every address to the page that all of them lead it to', () => {
    const all = [...new Set(paths), '/', '/__manifest', '/%74eam', '/team/%76acancies']
    expect(all.length).toBeGreaterThan(500)
    for (const path of all)
      expect([path, found(fitting(path), path)]).toEqual([path, found(whole.routes, path)])
  }, 60_000)

  test('are those of the page, too, where its data is asked for', () => {
    for (const path of ['/team/vacancies', '/team', '/jobs', '/a/assignment/finish'])
      expect(fitting(`${path}.data`)).toBe(fitting(path))
    expect(fitting('/_root.data')).toBe(fitting('/'))
  })

  test('are few', () => {
    const count = (path: string) => Object.keys(fitting(path)).length
    expect(Object.keys(whole.routes).length).toBeGreaterThan(100)
    for (const path of ['/jobs', '/a/answers/x1', '/team/grading/x1/lock', '/robots.txt'])
      expect(count(path)).toBeLessThan(8)
  })
})
