import { z } from 'zod'
import type { Dimension } from '../dimensions.ts'
import { dimension, id, inEveryLanguage, type Kind, statuses, text } from './common.ts'

const section = z.strictObject({
  scenario: id,
  minutes: z.number().int().min(1).max(60),
  /** Parts of one sitting share a clock; between two sittings the candidate may rest. */
  sitting: z.number().int().min(1).max(6).default(1),
  /** What this scenario weighs within a dimension. Only dimensions that people grade here. */
  weights: z.partialRecord(dimension, z.number().positive().max(5)),
})

/** The composed test: its sections in order, and the unscored minute before each kind. */
export const assignmentContent = z.strictObject({
  key: id,
  status: z.enum(statuses),
  titles: inEveryLanguage(text),
  warmUps: z.array(id),
  sections: z.array(section).min(1),
})
export type AssignmentContent = z.infer<typeof assignmentContent>

/** A scenario may be given a fifth less time than it is written for, so that a form fits its hour; no less than that. */
export function leastMinutes(written: number): number {
  return Math.ceil((written * 4) / 5)
}

const answered: readonly Kind[] = ['inbox', 'reply']
/** The inboxes of an assignment: parts with customers to answer that follow one another in one sitting. */
export function inboxesOf<Part extends { scenario: string; sitting: number }>(
  sections: readonly Part[],
  kindOf: (scenario: string) => Kind | undefined,
): Part[][] {
  const found: Part[][] = []
  for (const [index, part] of sections.entries()) {
    const kind = kindOf(part.scenario)
    if (!kind || !answered.includes(kind)) continue
    const before = sections[index - 1]
    const open = found.at(-1)
    if (open && before && open.at(-1) === before && before.sitting === part.sitting) open.push(part)
    else found.push([part])
  }
  return found
}

export function assignmentMinutes({ sections }: Pick<AssignmentContent, 'sections'>): number {
  return sections.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** How many graded scenarios feed each dimension: below two the profile will say "not enough evidence". */
export function evidence({
  sections,
}: Pick<AssignmentContent, 'sections'>): Partial<Record<Dimension, number>> {
  const count: Partial<Record<Dimension, number>> = {}
  for (const { weights } of sections) {
    for (const key of Object.keys(weights) as Dimension[]) count[key] = (count[key] ?? 0) + 1
  }
  return count
}
