import type { Dimension } from '#app/domain/dimensions.ts'
import { type DraftRefusal, type GradingDraft, lockable } from '#app/domain/grading-draft.ts'
import { undoSeconds } from '#app/domain/reveal.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'
import type { Tx } from '../client.ts'
import { pinnedAssignment, pinnedScenario } from '../pinned.ts'
import { gradedDimensions, type Held } from './desk.ts'
import { findingsOf, type GradedText, gradedText } from './text.ts'

export const undoUntil = (lockedAt: Date) => new Date(lockedAt.getTime() + undoSeconds * 1000)

/** What is needed to read an answer. */
export type Readable = Pick<Held, 'scenarioHash' | 'assignmentHash' | 'body' | 'author' | 'locale'> & {
  seed: number | string
}

/** What stands behind the draft: which dimensions and findings there are, and the words that quotes point at. */
export async function readHeld(tx: Tx, held: Readable) {
  const content = await pinnedScenario(tx, held.scenarioHash)
  const dimensions = gradedDimensions(content, await pinnedAssignment(tx, held.assignmentHash))
  return { content, dimensions, written: gradedText(content, held) }
}

export interface Unlockable {
  refused: DraftRefusal | 'defect-unknown'
  dimensions: Dimension[]
  findings: string[]
}

/** Every rule of the lock, over the whole draft. */
export function checked(
  draft: GradingDraft,
  {
    content,
    dimensions,
    written,
  }: { content: ScenarioContent; dimensions: Dimension[]; written: GradedText },
): Unlockable | undefined {
  const findings = findingsOf(written.answer)
  const verdict = lockable({ draft, dimensions, findings, textLength: written.text.length })
  if ('refused' in verdict) return verdict
  const defects = new Set(content.kind === 'page-review' ? content.defects.map(({ id }) => id) : [])
  const unknown = draft.verdicts.filter(
    ({ finding, defect }) => !findings.includes(finding) || (defect !== null && !defects.has(defect)),
  )
  if (unknown.length === 0) return undefined
  return { refused: 'defect-unknown', dimensions: [], findings: unknown.map(({ finding }) => finding) }
}

/** The draft as it would be after an amendment. */
export const merged = (kept: GradingDraft, amended: GradingDraft['grades']): GradingDraft => ({
  ...kept,
  grades: [
    ...kept.grades.filter((grade) => !amended.some(({ dimension }) => dimension === grade.dimension)),
    ...amended,
  ],
})
