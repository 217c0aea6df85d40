import type { Db } from '#db/client.ts'
import type { Browser } from './context.ts'
import { addressesOf } from './fits.ts'
import type { Sent, Site } from './site.ts'

export interface Found extends Sent {
  address: string
  pattern: string
  as: 'document' | 'data'
}

/** Signed out, or no page to read: whatever else is put into the gap, it is the same door. */
const closed = new Set([401, 405])
/** So many at once: most of a crawl is waiting for the database. */
const lanes = 6

/**
 * Everything that GET brings this browser: each line of the table of contents, with everything that fits into its gaps,
 * whoever it belongs to. First what the page's own loader gives; where it gives something, the whole page as well,
 * unless the same was `drawn` before: a page is drawn from what its loaders give and from nothing else.
 */
export async function crawl(
  db: Db,
  site: Site,
  browser: Browser,
  { drawn = new Set(), only = () => true }: { drawn?: Set<string>; only?: (pattern: string) => boolean } = {},
): Promise<Found[]> {
  const found: Found[] = []
  const visit = async ({ id, pattern, isPage }: Site['patterns'][number]) => {
    let refused = 0
    for (const address of await addressesOf(db, pattern)) {
      const ask = async (as: Found['as'], from: string) => {
        const sent = { ...(await site.get(browser, from, as)), address, pattern, as }
        found.push(sent)
        return sent
      }
      const { status, text } = isPage
        ? await ask('data', `${address}?_routes=${id}`)
        : await ask('document', address)
      if (status === 403) refused += 1
      // A role is refused before anything is looked for.
      if (closed.has(status) || refused === 2) break
      const what = `${address} ${text}`
      if (!isPage || status !== 200 || drawn.has(what)) continue
      drawn.add(what)
      await ask('document', address)
    }
  }
  const lines = site.patterns.filter(({ pattern }) => only(pattern))
  // A file is opened last: that is written down, and then its reader may know more.
  const rest = lines.filter(({ pattern }) => !pattern.includes(':file')).values()
  const lane = async () => {
    for (const line of rest) await visit(line)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  for (const line of lines.filter(({ pattern }) => pattern.includes(':file'))) await visit(line)
  return found
}
