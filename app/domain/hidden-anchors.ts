import { answerCode } from './answer-code.ts'
import { seeded } from './bootstrap.ts'
import type { Rating } from './calibration.ts'
import type { Dimension } from './dimensions.ts'
import type { GradingDraft } from './grading-draft.ts'
import type { AnchorBody } from './scenario/anchor-answers.ts'
import type { AnswerBody } from './scenario/body.ts'
import type { ScenarioContent } from './scenario/kinds.ts'

/** Hidden anchors in live work (assessment model, "Grader calibration"). The pause holds from the tenth on. */
export const hiddenRules = {
  /** At most one answer in so many. */
  oneIn: 10,
  /** So many of the last ones decide. */
  rolling: 10,
  adjacent: 0.8,
  bias: 0.6,
}

/** May one more lie among the answers that a grader was asked for in a vacancy? */
export const hiddenDue = ({ asked, placed }: { asked: number; placed: number }): boolean =>
  (placed + 1) * hiddenRules.oneIn <= asked + placed + 1

/** What was written as a candidate's answer to the case; undefined where it could not be taken for one. */
export function asCandidates(
  content: ScenarioContent,
  body: AnchorBody,
): AnswerBody['reply'] | AnswerBody['writing'] | undefined {
  if (body.kind !== 'words') return undefined
  const texts = body.words.map(({ text }) => text)
  if (content.kind === 'reply' && texts.length === 1) return { text: texts[0] ?? '' }
  if (content.kind === 'writing' && texts.length === content.prompts.length)
    return { answers: Object.fromEntries(content.prompts.map((prompt, at) => [prompt, texts[at] ?? ''])) }
  return undefined
}

/** What lies open on a desk, in the desk's order: scenario by scenario, within it by code. */
export interface Waiting {
  scenarioKey: string
  code: string
  hidden: boolean
}

const tries = 48

/** Codes to choose from, in the order of choice; the same for the same seed. */
export function codesFrom(seed: number): string[] {
  const random = seeded(seed)
  return [...new Set(Array.from({ length: tries }, () => answerCode((end) => Math.floor(random() * end))))]
}

/** Would it lie between two answers of candidates, or before the first, in a scenario that is there anyway? */
function fits(waiting: readonly Waiting[], place: { scenarioKey: string; code: string }): boolean {
  const first = waiting.findIndex(({ scenarioKey }) => scenarioKey === place.scenarioKey)
  if (first < 0) return false
  const group = waiting.filter(({ scenarioKey }) => scenarioKey === place.scenarioKey)
  const at = first + group.filter(({ code }) => code < place.code).length
  const [before, next] = [waiting[at - 1], waiting[at]]
  return next !== undefined && !next.hidden && !before?.hidden
}

/**
 * Which anchor comes under which code, so that no two stand in a row and none is the last of the desk. Nothing where
 * none fits: then the next answers bring it. The same seed gives the same place.
 */
export function placeHidden(input: {
  seed: number
  waiting: readonly Waiting[]
  anchors: readonly { id: string; scenarioKey: string }[]
  /** Codes that nothing has yet. */
  codes: readonly string[]
}): { anchor: string; code: string } | undefined {
  const { seed, waiting, anchors, codes } = input
  const random = seeded(seed)
  const drawn = [...anchors]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((anchor) => ({ anchor, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
  for (const { anchor } of drawn) {
    const code = codes.find((one) => fits(waiting, { scenarioKey: anchor.scenarioKey, code: one }))
    if (code !== undefined) return { anchor: anchor.id, code }
  }
  return undefined
}

/** A level as it was locked first, beside the experts'; null is "not shown". */
export interface Measured {
  dimension: Dimension
  level: number | null
  reference: number
}

/** What was locked, criterion by criterion, where the experts have said a level. */
export const measure = (
  { grades }: GradingDraft,
  reference: Partial<Record<Dimension, number>>,
): Measured[] =>
  grades.flatMap(({ dimension, level }) => {
    const known = reference[dimension]
    return known === undefined ? [] : [{ dimension, level, reference: known }]
  })

export interface LiveFigures {
  answers: number
  /** Levels given where the experts gave one; "not shown" is counted apart. */
  n: number
  exact: number
  adjacent: number
  notShown: number
  /** Mean of given − reference, in levels: above 0 more lenient. Null without a level. */
  bias: number | null
}

export function liveFigures(answers: readonly (readonly Measured[])[]): LiveFigures {
  const all = answers.flat()
  const ratings = all.flatMap(({ level, reference }): Rating[] =>
    level === null ? [] : [{ given: level, reference }],
  )
  const gaps = ratings.map(({ given, reference }) => given - reference)
  const n = gaps.length
  return {
    answers: answers.length,
    n,
    exact: gaps.filter((gap) => gap === 0).length,
    adjacent: gaps.filter((gap) => Math.abs(gap) <= 1).length,
    notShown: all.length - n,
    bias: n === 0 ? null : gaps.reduce((sum, gap) => sum + gap, 0) / n,
  }
}

/**
 * Is it time to calibrate again? Over the last ten (newest first): adjacent below 80 %, or a mean lean of more than .6.
 * Compared as whole numbers, so that exactly 80 % is enough.
 */
export function astray(newestFirst: readonly (readonly Measured[])[]): boolean {
  const last = newestFirst.slice(0, hiddenRules.rolling)
  if (last.length < hiddenRules.rolling) return false
  const { n, adjacent, bias } = liveFigures(last)
  if (n === 0) return false
  const lean = Math.abs(Math.round((bias ?? 0) * n))
  return (
    adjacent * 100 < n * Math.round(hiddenRules.adjacent * 100) ||
    lean * 100 > n * Math.round(hiddenRules.bias * 100)
  )
}
