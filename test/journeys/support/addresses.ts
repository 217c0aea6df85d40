import type { APIRequestContext } from '@playwright/test'
import type { RouteConfigEntry } from '@remix-run/route-config'
import routes from '#app/routes.ts'

function patternsOf(entries: readonly RouteConfigEntry[], base = ''): string[] {
  return entries.flatMap(({ path, children }) => {
    const whole = [base, path].filter(Boolean).join('/')
    return [...(path === undefined && children ? [] : [whole]), ...patternsOf(children ?? [], whole)]
  })
}

/** How much of a pattern is open: the table's own last line, which takes everything, comes last here too. */
const openness = (pattern: string) =>
  pattern === '*' ? 99 : pattern.split('/').filter((part) => /[:*]/.test(part)).length
const shapes: Record<string, string> = { ':lang?': '(?:/(?:ru|sq))?', ':lang': '/(?:en|ru|sq)', '*': '/.*' }
const shapeOf = (part: string) =>
  shapes[part] ?? (part.startsWith(':') ? '/[^/]+' : `/${part.replace('.', '\\.')}`)

/** Every address of the table of contents as a pattern, the plainest first. */
export const patterns = [...new Set(patternsOf(routes as RouteConfigEntry[]))]
  .sort((a, b) => openness(a) - openness(b))
  .map((pattern) => ({
    pattern,
    shape: new RegExp(`^${pattern.split('/').filter(Boolean).map(shapeOf).join('') || '/'}$`),
  }))

/** The line of app/routes.ts that answers this address. */
export const patternOf = (address: string) =>
  patterns.find(({ shape }) => shape.test(address.split('?')[0] ?? ''))?.pattern ?? '*'

/** Addresses without a parameter: where a walk begins. */
export const plain = patterns
  .filter(({ pattern }) => openness(pattern) === 0)
  .map(({ pattern }) => `/${pattern}`)

/** What hangs below an address in the table, whether or not its page leads there. */
const below = ({ address, pattern }: { address: string; pattern: string }) =>
  pattern === ''
    ? []
    : patterns
        .filter((other) => other.pattern.startsWith(`${pattern}/`))
        .map((other) => other.pattern.slice(pattern.length))
        .filter((rest) => openness(rest) === 0)
        .map((rest) => `${address.split('?')[0]}${rest}`)

/** What a page leads to, on this site; what is built and what leaves the page as it is are left out. */
const linksIn = (html: string) =>
  [...html.matchAll(/\b(?:href|action|src)="(\/[^"#]*)/g)]
    .map(([, to = '']) => to.replaceAll('&amp;', '&'))
    .filter((to) => !/^\/(assets|fonts)\//.test(to) && !to.endsWith('.svg'))

export interface Visited {
  address: string
  pattern: string
  status: number
  isPage: boolean
}

/** So many at once: a server answers several, and most of a walk is waiting. */
const abreast = 6

/** From the first addresses along every link, with GET alone: each address once, and of one pattern at most so many. */
export async function walk(
  request: APIRequestContext,
  first: readonly string[],
  most = 20,
): Promise<Visited[]> {
  const known = new Set(first)
  const counts = new Map<string, number>()
  const visited: Visited[] = []
  for (let row = [...first]; row.length > 0; ) {
    const found: string[] = []
    const taken = row.filter((address) => {
      const count = (counts.get(patternOf(address)) ?? 0) + 1
      counts.set(patternOf(address), count)
      return count <= most
    })
    for (let at = 0; at < taken.length; at += abreast) {
      const steps = await Promise.all(taken.slice(at, at + abreast).map((address) => look(request, address)))
      for (const { here, leadsTo } of steps) {
        visited.push(here)
        found.push(...leadsTo)
      }
    }
    row = [...new Set(found)].filter((address) => !known.has(address))
    for (const address of row) known.add(address)
  }
  return visited
}

async function look(request: APIRequestContext, address: string) {
  const pattern = patternOf(address)
  const response = await request.get(address, { maxRedirects: 0 })
  const status = response.status()
  const isPage = (response.headers()['content-type'] ?? '').startsWith('text/html') && status === 200
  const here: Visited = { address, pattern, status, isPage }
  const to = response.headers().location
  const leadsTo = [
    ...(isPage ? [...linksIn(await response.text()), ...below(here)] : []),
    ...(to?.startsWith('/') ? [to] : []),
  ]
  return { here, leadsTo }
}
