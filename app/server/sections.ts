import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

/** A part of an address that no route names. */
const other = '\0'

const split = (path: string) => path.toLowerCase().split('/').filter(Boolean)
const isStatic = (part: string) => part !== '*' && !part.startsWith(':') && !part.endsWith('?')

function fullPath(routes: Routes, id: string): string[] {
  const route = routes[id]
  if (!route) return []
  return [...(route.parentId ? fullPath(routes, route.parentId) : []), ...split(route.path ?? '')]
}

/** Could an address that begins with these two parts lead here? Behind a part that may be missing, anything could. */
function possible(path: readonly string[], begin: readonly string[]): boolean {
  for (const at of [0, 1]) {
    const part = path[at]
    if (part === undefined || !isStatic(part)) return true
    if (part !== begin[at]) return false
  }
  return true
}

function reduced(build: ServerBuild, begin: readonly string[]): ServerBuild {
  const keep = <Kept>(all: Record<string, Kept>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => possible(fullPath(build.routes, id), begin)))
  return {
    ...build,
    routes: keep(build.routes),
    assets: { ...build.assets, routes: keep(build.assets.routes) },
  }
}

/**
 * The router compares an address with every route that there is, and does so three times for a page: of a short answer
 * that was most of the work. Here it is given those alone that the first two parts of the address leave possible. What
 * it finds is the same.
 */
export function bySection<Handler>(
  build: ServerBuild,
  open: (build: ServerBuild) => Handler,
): (path: string) => Handler {
  const named = new Set<string>()
  for (const id of Object.keys(build.routes)) {
    const [first, second] = fullPath(build.routes, id)
    if (first === undefined || !isStatic(first)) continue
    named.add(first)
    if (second !== undefined && isStatic(second)) named.add(`${first}/${second}`)
  }
  const whole = open(build)
  const opened = new Map<string, Handler>()
  return (path) => {
    // Discovery asks about other addresses; what is written in codes the router reads by itself.
    if (path === '/__manifest' || path.includes('%')) return whole
    const [first, second] = split(path.replace(/\.data$/, '').replace(/^\/_root$/, '/'))
    const begin: string[] = []
    if (first !== undefined) begin.push(named.has(first) ? first : other)
    if (second !== undefined) begin.push(named.has(`${first}/${second}`) ? second : other)
    const key = begin.join('/')
    const handler = opened.get(key) ?? open(reduced(build, begin))
    opened.set(key, handler)
    return handler
  }
}
