import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']
/** `team`, `:id`, `*`. */
type Pattern = readonly string[]

const split = (path: string) => path.toLowerCase().split('/').filter(Boolean)

function partsOf(routes: Routes, id: string): string[] {
  const route = routes[id]
  if (!route) return []
  return [...(route.parentId ? partsOf(routes, route.parentId) : []), ...split(route.path ?? '')]
}

/** With and without each part that may be missing. */
function patternsOf([first, ...rest]: readonly string[]): Pattern[] {
  if (first === undefined) return [[]]
  const after = patternsOf(rest)
  const there = after.map((pattern) => [first.replace(/\?$/, ''), ...pattern])
  return first.endsWith('?') ? [...there, ...after] : there
}

function fits(pattern: Pattern, parts: readonly string[]): boolean {
  const open = pattern.at(-1) === '*'
  const fixed = open ? pattern.length - 1 : pattern.length
  if (open ? parts.length < fixed : parts.length !== fixed) return false
  for (let at = 0; at < fixed; at++) {
    const part = pattern[at] ?? ''
    if (!part.startsWith(':') && part !== parts[at]) return false
  }
  return true
}

function reduced(build: ServerBuild, ids: ReadonlySet<string>): ServerBuild {
  const keep = <Kept>(all: Record<string, Kept>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))
  return {
    ...build,
    routes: keep(build.routes),
    assets: { ...build.assets, routes: keep(build.assets.routes) },
  }
}

/**
 * The router compares an address with every route that there is, and does so several times for a page: of a short answer
 * that was most of the work. Here it is given those alone that fit the address, with what they stand in. What it finds
 * is the same.
 */
export function byFit<Handler>(
  build: ServerBuild,
  open: (build: ServerBuild) => Handler,
): (path: string) => Handler {
  const { routes } = build
  const all = Object.keys(routes).map((id) => ({ id, patterns: patternsOf(partsOf(routes, id)) }))
  const withParents = (id: string | undefined): string[] =>
    id === undefined ? [] : [id, ...withParents(routes[id]?.parentId)]
  const whole = open(build)
  const opened = new Map<string, Handler>()
  return (path) => {
    // Discovery asks about other addresses; what is written in codes the router reads by itself.
    if (path === '/__manifest' || path.includes('%')) return whole
    const parts = split(path.replace(/\.data$/, '').replace(/^\/_root$/, '/'))
    const fitting = all.filter(({ patterns }) => patterns.some((pattern) => fits(pattern, parts)))
    const key = fitting.map(({ id }) => id).join(' ')
    const handler =
      opened.get(key) ?? open(reduced(build, new Set(fitting.flatMap(({ id }) => withParents(id)))))
    opened.set(key, handler)
    return handler
  }
}
