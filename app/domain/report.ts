import { z } from 'zod'
import type { DecisionKind } from './decision.ts'
import { type Dimension, dimensions } from './dimensions.ts'
import type { Locale } from './locale.ts'
import { isActive, type Stage } from './pipeline.ts'
import type { DimensionScore } from './profile.ts'
import { optionalParagraph } from './text.ts'

/** Names the rules below in every released report: a change of any of them is a new name. */
export const reportAlgorithm = 'report-1'

/** Start values, assumed. */
export const reportRules = {
  /** The level that a job asks for: "solid". */
  asked: 3,
  /** T this far from it is said, even where the band does not exclude it. */
  apart: 0.5,
  /** From here on a criterion counts as solid, and as strong. */
  solid: 2.5,
  strong: 3.5,
  /** Strengths, and next steps. */
  named: 2,
}

export const bandWords = [
  'clearly-above',
  'rather-above',
  'as-asked',
  'rather-below',
  'clearly-below',
  'not-enough',
] as const
export type BandWord = (typeof bandWords)[number]

type Score = Pick<DimensionScore, 't' | 'low' | 'high' | 'enough'>
type Known = { t: number; low: number; high: number }

function known({ t, low, high, enough }: Score): Known | undefined {
  return enough && t !== undefined && low !== undefined && high !== undefined ? { t, low, high } : undefined
}

/**
 * A band in words, against what the job asks: "clearly" where the whole 90 % band lies on one side of it, "rather"
 * where T alone does by half a level. Too little evidence is said as such and is no low level.
 */
export function bandWord(score: Score): BandWord {
  const band = known(score)
  if (!band) return 'not-enough'
  const { asked, apart } = reportRules
  if (band.low > asked) return 'clearly-above'
  if (band.high < asked) return 'clearly-below'
  if (band.t >= asked + apart) return 'rather-above'
  return band.t <= asked - apart ? 'rather-below' : 'as-asked'
}

export type AdviceLevel = 'low' | 'solid' | 'strong'
export interface Advice {
  dimension: Dimension
  level: AdviceLevel
}

function levelAt(t: number): AdviceLevel {
  if (t >= reportRules.strong) return 'strong'
  return t >= reportRules.solid ? 'solid' : 'low'
}

/**
 * Which criteria are named as strengths and which as next steps: the highest lower ends of the bands, and of the others
 * the lowest upper ends. Only criteria with enough evidence; ties go by T, then by the order of the model. Fewer than
 * four such criteria: a step may be taken where a strength lies.
 */
export function adviceOf(scores: readonly (Score & { dimension: Dimension })[]): {
  strengths: Advice[]
  steps: Advice[]
} {
  const bands = scores.flatMap((score) => {
    const band = known(score)
    return band ? [{ ...band, dimension: score.dimension, level: levelAt(band.t) }] : []
  })
  const place = (dimension: Dimension) => dimensions.indexOf(dimension)
  const best = [...bands].sort(
    (a, b) => b.low - a.low || b.t - a.t || place(a.dimension) - place(b.dimension),
  )
  const strengths = best.slice(0, reportRules.named)
  const least = [...bands].sort(
    (a, b) =>
      Number(strengths.includes(a)) - Number(strengths.includes(b)) ||
      a.high - b.high ||
      a.t - b.t ||
      place(a.dimension) - place(b.dimension),
  )
  const plain = ({ dimension, level }: Advice): Advice => ({ dimension, level })
  return { strengths: strengths.map(plain), steps: least.slice(0, reportRules.named).map(plain) }
}

/** What is kept and shown: words, no figure, nobody's name. */
export interface ReportContent {
  /** The language of the strengths and steps. */
  locale: Locale
  dimensions: { dimension: Dimension; word: BandWord }[]
  strengths: string[]
  steps: string[]
  scenarios: Record<Locale, string>[]
  /** Somebody graded who knew whose answers they were. */
  nameKnown: boolean
}

const optional = optionalParagraph(1000).default('')
export const reportForm = z.object({
  strength1: optional,
  strength2: optional,
  step1: optional,
  step2: optional,
})
export type ReportForm = z.output<typeof reportForm>
export type ReportField = keyof ReportForm
export const reportFields = ['strength1', 'strength2', 'step1', 'step2'] as const

/** Where two criteria can be judged, two strengths and two steps are owed; otherwise what is there. */
export function reportGaps(form: ReportForm, judged: number): Partial<Record<ReportField, 'required'>> {
  if (judged < reportRules.named) return {}
  return Object.fromEntries(
    reportFields.filter((field) => form[field].trim() === '').map((field) => [field, 'required' as const]),
  )
}

export type ReleaseRefusal = 'report-before-decision' | 'report-not-tested' | 'rejection-undoable'

/**
 * May the report be released? To everyone who handed the assignment in, never before the decision: an offer decided or
 * an application that is over. A rejection that can still be taken back has not happened yet.
 */
export function mayRelease(facts: {
  stage: Stage
  decision: DecisionKind | undefined
  tested: boolean
  undoable: boolean
}): { ok: true } | { refused: ReleaseRefusal } {
  if (!facts.tested) return { refused: 'report-not-tested' }
  if (facts.undoable) return { refused: 'rejection-undoable' }
  const over = !isActive(facts.stage) || facts.stage === 'offer'
  return over || facts.decision === 'offer' ? { ok: true } : { refused: 'report-before-decision' }
}
