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

/** From the first addresses along every link, with GET alone: each address once, and of one pattern at most so many. */
export async function walk(
  request: APIRequestContext,
  first: readonly string[],
  most = 6,
): Promise<Visited[]> {
  const queue = [...first]
  const known = new Set(queue)
  const counts = new Map<string, number>()
  const visited: Visited[] = []
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const pattern = patternOf(address)
    const count = counts.get(pattern) ?? 0
    if (count >= most) continue
    counts.set(pattern, count + 1)
    const response = await request.get(address, { maxRedirects: 0 })
    const type = response.headers()['content-type'] ?? ''
    const isPage = type.startsWith('text/html') && response.status() === 200
    const here = { address, pattern, status: response.status(), isPage }
    visited.push(here)
    const to = response.headers().location
    const found = [
      ...(isPage ? [...linksIn(await response.text()), ...below(here)] : []),
      ...(to?.startsWith('/') ? [to] : []),
    ]
    for (const link of found.filter((one) => !known.has(one))) {
      known.add(link)
      queue.push(link)
    }
  }
  return visited
}
