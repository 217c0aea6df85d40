import type { Locale } from '../locale.ts'
import type { Computation } from './common.ts'
import type { ScenarioContent } from './kinds.ts'
import { typeset } from './typeset.ts'

/** parameter → the option drawn for it */
export type Draw = Record<string, string>
export type Values = Record<string, string>

/** FNV-1a with murmur's finish: the same for everybody, on every machine. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** The seed that gives the draw of the sample answers; an attempt's seed is a number. */
export const sampleSeed = 'samples'

/**
 * Each parameter is drawn on its own, so that a new parameter leaves the others as they were. Options count in
 * alphabetical order: stored JSON does not keep the order of keys.
 */
export function draw(scenario: Pick<ScenarioContent, 'key' | 'parameters'>, seed: string): Draw {
  if (seed === sampleSeed) return firstDraw(scenario)
  const drawn: Draw = {}
  for (const [parameter, options] of Object.entries(scenario.parameters)) {
    const names = Object.keys(options).sort()
    drawn[parameter] = names[hash(`${seed}/${scenario.key}/${parameter}`) % names.length] ?? ''
  }
  return drawn
}

/** The alphabetically first option of everything: the draw in which the sample answers are written. */
export function firstDraw(scenario: Pick<ScenarioContent, 'parameters'>): Draw {
  return Object.fromEntries(
    Object.entries(scenario.parameters).map(([parameter, options]) => [
      parameter,
      Object.keys(options).sort()[0] ?? '',
    ]),
  )
}

/** 4180.5 → 4,180.5 in English, 4 180,5 in Russian and Albanian (whose own locale data would leave 4180,5). */
export function figure(value: number, locale: Locale, digits?: number): string {
  const [whole = '', decimals] = (digits === undefined ? String(value) : value.toFixed(digits)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === 'en' ? ',' : '\u00a0')
  return decimals ? `${grouped}${locale === 'en' ? '.' : ','}${decimals}` : grouped
}

function compute(rule: Computation, figures: Record<string, number>, locale: Locale): string {
  const [a, b] = ('minus' in rule ? rule.minus : 'percent' in rule ? rule.percent : rule.percentLeft).map(
    (name) => figures[name] ?? Number.NaN,
  ) as [number, number]
  if ('minus' in rule) return figure(a - b, locale)
  const share = (100 * a) / b
  return figure('percent' in rule ? share : 100 - share, locale, rule.digits)
}

/** Everything that `{{name}}` may stand for in this draw and language. */
export function values(content: ScenarioContent, locale: Locale, drawn: Draw): Values {
  const figures: Record<string, number> = {}
  const found: Values = {}
  for (const [parameter, option] of Object.entries(drawn)) {
    for (const [name, value] of Object.entries(content.parameters[parameter]?.[option] ?? {})) {
      if (typeof value === 'number') figures[name] = value
      found[name] = typeof value === 'number' ? figure(value, locale) : value
    }
    Object.assign(found, content.texts[locale].parameters[parameter]?.[option])
  }
  for (const [name, rule] of Object.entries(content.computed)) found[name] = compute(rule, figures, locale)
  return found
}

/** Replaces `{{name}}`; a value may name others in its turn. A name without a value is an author's slip and throws. */
export function fill(text: string, found: Values, depth = 0): string {
  return text.replace(/\{\{([^{}]+)\}\}/g, (_, name: string) => {
    const value = found[name.trim()]
    if (value === undefined || depth > 3) throw new Error(`no value for {{${name}}}`)
    return fill(value, found, depth + 1)
  })
}

/** The same shape with every text in it changed. */
export function mapText<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((item) => mapText(item, change)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapText(item, change)])) as T
}

/** Fills and typesets a text, or a whole shape of texts. */
export function writer(locale: Locale, found: Values) {
  return <T>(value: T): T => mapText(value, (text) => typeset(fill(text, found), locale))
}

/** An order that depends on the attempt alone, so that a place in it says nothing. */
export function inDrawnOrder(ids: readonly string[], seed: string): string[] {
  return [...ids].sort((a, b) => hash(`${seed}/${a}`) - hash(`${seed}/${b}`))
}
