import type { Kind } from '#app/domain/scenario/common.ts'
import { sheets } from './sheets.ts'

const asked = new Map<string, Promise<void>>()

/** In the head, where it stays for the other parts of its kind. */
function fetched(href: string): Promise<void> {
  const before = asked.get(href)
  if (before) return before
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href })
  const there = new Promise<void>((resolve) => {
    link.onload = () => resolve()
    link.onerror = () => resolve()
  })
  asked.set(href, there)
  document.head.append(link)
  return there
}

const stands = (within: ParentNode, href: string) => within.querySelector(`link[href="${href}"]`) !== null

/**
 * The looks of an instrument come with its part, as its script does. The server writes them into the page; a part that
 * is gone to within the page waits for them, so that nothing is shown undressed. Needs a boundary above it that waits.
 */
export function Looks({ kind }: { kind: Kind }) {
  const href = sheets[kind]
  if (!href) return null
  if (typeof document !== 'undefined') {
    if (!stands(document, href)) throw fetched(href)
    if (stands(document.head, href)) return null
  }
  return <link rel="stylesheet" href={href} />
}
