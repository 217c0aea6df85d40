import type { Locale } from '#app/domain/locale.ts'
import { plurals } from './intl.ts'
import type { Params, Translate } from './keys.ts'

type Node = string | { readonly [key: string]: Node } | undefined

function read(messages: Node, path: string): Node {
  let node = messages
  for (const key of path.split('.')) node = typeof node === 'object' ? node[key] : undefined
  return node
}

const filled = (text: string, params: Params) =>
  text.includes('{{')
    ? text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(params[name] ?? ''))
    : text

/**
 * What pages render with: the part of i18next that the catalogues use, in a few lines, since every page that hydrates
 * would carry the library's 16 kB and every request its set-up. A test holds it to i18next for every text there is.
 */
export function openPlainTranslator(locale: Locale, messages: object): Translate {
  const rules = plurals(locale, {})
  // One page asks a thousand times for a hundred texts, and the next page again.
  const known = new Map<string, Node>()
  const at = (key: string): Node => {
    if (!known.has(key)) known.set(key, read(messages as Node, key))
    return known.get(key)
  }
  return (key, params = {}) => {
    const { count } = params
    const plural = typeof count === 'number' ? at(`${key}_${rules.select(count)}`) : undefined
    const text = plural ?? at(key)
    if (typeof text !== 'string') throw new Error(`No text for ${key} in ${locale}`)
    return filled(text, params)
  }
}
