import type { Sections } from './composition.ts'
import type { Dimension } from './dimensions.ts'
import { type Locale, locales } from './locale.ts'
import { leastMinutes } from './scenario/assignment.ts'
import type { ScenarioContent } from './scenario/kinds.ts'

/** What a composer must know of a scenario. */
export type Composable = Pick<ScenarioContent, 'key' | 'kind' | 'minutes' | 'dimensions'>

export const weightsOffered = [0.5, 1, 1.5, 2]

export type ComposerIssue =
  | { code: 'name' | 'no-scenario' | 'shape' | 'sittings' }
  | { code: 'minutes'; scenario: string; minutes: number }

export interface Composed {
  titles: Record<Locale, string>
  sections: Sections
  issues: ComposerIssue[]
}

/**
 * What the composer's form says, in the browser as on the server: `in.<key>`, `sitting.<key>`, `order.<key>`,
 * `minutes.<key>`, `weight.<key>.<dimension>`, `title.<locale>`.
 */
export function composed(field: (name: string) => string, scenarios: readonly Composable[]): Composed {
  const issues: ComposerIssue[] = []
  const whole = (name: string, most: number): number => {
    const value = Number(field(name))
    if (Number.isInteger(value) && value >= 1 && value <= most) return value
    if (!issues.some(({ code }) => code === 'shape')) issues.push({ code: 'shape' })
    return 1
  }
  const taken = scenarios
    .filter(({ key }) => field(`in.${key}`) !== '')
    .map(({ key, minutes, dimensions }) => {
      const section = {
        order: whole(`order.${key}`, 99),
        scenario: key,
        sitting: whole(`sitting.${key}`, 6),
        minutes: whole(`minutes.${key}`, 60),
        weights: weightsFrom(field, key, dimensions),
      }
      const least = leastMinutes(minutes)
      if (section.minutes < least) issues.push({ code: 'minutes', scenario: key, minutes: least })
      return section
    })
    .sort((a, b) => a.sitting - b.sitting || a.order - b.order)
  const sections = taken.map(({ order: _, ...section }) => section)
  if (sections.length === 0) issues.push({ code: 'no-scenario' })
  if (sections.some(({ sitting }, index) => sitting > (sections[index - 1]?.sitting ?? 0) + 1))
    issues.push({ code: 'sittings' })
  const titles = Object.fromEntries(
    locales.map((locale) => [locale, field(`title.${locale}`).trim()]),
  ) as Record<Locale, string>
  if (Object.values(titles).some((title) => title === '' || title.length > 120)) issues.push({ code: 'name' })
  return { titles, sections, issues }
}

function weightsFrom(
  field: (name: string) => string,
  key: string,
  dimensions: readonly Dimension[],
): Partial<Record<Dimension, number>> {
  return Object.fromEntries(
    dimensions.map((dimension) => {
      const value = Number(field(`weight.${key}.${dimension}`))
      return [dimension, weightsOffered.includes(value) ? value : 1]
    }),
  )
}
