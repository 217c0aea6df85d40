import { type Dimension, dimensions } from './dimensions.ts'
import { weightedKappa } from './kappa.ts'
import { median } from './middle.ts'

/** What a calibration asks of a grader and of its anchors. Assumed values, except for the shares of the pass rule. */
export const calibrationRules = {
  /** Ratings in a run, at least. */
  ratings: 24,
  /** Anchors in a run, at least, and how many of them have a level of 1 or 2. For a gate: of each criterion. */
  anchors: 8,
  low: 2,
  /** Levels of a criterion in a run before a pass speaks for it. */
  covered: 2,
  adjacent: 0.9,
  exact: 0.5,
  kappa: 0.6,
  bias: 0.4,
  /** How long a pass counts. */
  validDays: 90,
  /** Experts per anchor before their word replaces the authors' draft. */
  experts: 3,
  /** Characters that an anchor of the installation's own has at least, for each question. */
  shortest: 20,
  /** Experts this far apart have no common reference. */
  apart: 2,
}

/** A level given, and the one that it is measured by. */
export type Rating = { given: number; reference: number }
export const shortfalls = ['too-few', 'adjacent', 'exact', 'kappa', 'bias'] as const
export type Shortfall = (typeof shortfalls)[number]
export type Outcome = {
  n: number
  exact: number
  adjacent: number
  /** Absent where no agreement by chance can be worked out: all levels the same. */
  kappa: number | null
  /** Mean of given − reference, in levels: above 0 more lenient. */
  bias: number
  failed: Shortfall[]
}

/**
 * The pass rule (assessment model, "Grader calibration"): at least 24 ratings, adjacent (±1) ≥ 90 %, exact ≥ 50 %,
 * quadratically weighted κ ≥ .60, |mean bias| ≤ .40. Shares are compared as whole numbers, so that exactly 90 % passes.
 * Where chance could not disagree there is no κ; then only full agreement passes.
 */
export function calibrationOutcome(ratings: readonly Rating[]): Outcome {
  const n = ratings.length
  const gaps = ratings.map(({ given, reference }) => given - reference)
  const exact = gaps.filter((gap) => gap === 0).length
  const adjacent = gaps.filter((gap) => Math.abs(gap) <= 1).length
  const sum = gaps.reduce((total, gap) => total + gap, 0)
  const table = Array.from({ length: 5 }, () => [0, 0, 0, 0, 0])
  for (const { given, reference } of ratings) {
    const row = table[given - 1]
    if (row) row[reference - 1] = (row[reference - 1] ?? 0) + 1
  }
  const { value } = weightedKappa(table, 'quadratic')
  const kappa = value ?? null
  const failed: Shortfall[] = []
  if (n < calibrationRules.ratings) failed.push('too-few')
  if (adjacent * 100 < n * Math.round(calibrationRules.adjacent * 100)) failed.push('adjacent')
  if (exact * 100 < n * Math.round(calibrationRules.exact * 100)) failed.push('exact')
  if (kappa === null ? exact < n : kappa < calibrationRules.kappa - 1e-9) failed.push('kappa')
  if (Math.abs(sum) * 100 > n * Math.round(calibrationRules.bias * 100)) failed.push('bias')
  return { n, exact, adjacent, kappa, bias: n === 0 ? 0 : sum / n, failed }
}

export type Standing = 'never' | 'passed' | 'failed' | 'lapsed'

/** Where a grader stands: the last pass counts until its day, whatever was tried after it. */
export function calibrationStanding(
  runs: readonly { finishedAt: Date | null; passed: boolean | null; validUntil: Date | null }[],
  now: Date,
): Standing {
  const finished = runs.filter(({ finishedAt }) => finishedAt !== null && finishedAt <= now)
  const passes = finished.filter(({ passed }) => passed)
  if (passes.some(({ validUntil }) => validUntil !== null && validUntil > now)) return 'passed'
  if (passes.length > 0) return 'lapsed'
  return finished.length > 0 ? 'failed' : 'never'
}

/** Was this grader's calibration good when the answer was asked for, and over when it was locked? Reason (e). */
export const lapsedMeanwhile = (
  runs: Parameters<typeof calibrationStanding>[0],
  { askedAt, lockedAt }: { askedAt: Date; lockedAt: Date },
): boolean =>
  calibrationStanding(runs, askedAt) === 'passed' && calibrationStanding(runs, lockedAt) === 'lapsed'

export type Reference = { level: number } | { level: undefined; reason: 'too-few-experts' | 'experts-apart' }

/** What the experts say together: the middle of at least three levels, unless two of them lie two or more apart. */
export function expertReference(levels: readonly number[]): Reference {
  if (levels.length < calibrationRules.experts) return { level: undefined, reason: 'too-few-experts' }
  if (Math.max(...levels) - Math.min(...levels) >= calibrationRules.apart)
    return { level: undefined, reason: 'experts-apart' }
  return { level: Math.round(median(levels) ?? 0) }
}

export type Anchor = {
  id: string
  /** Anchors of one group are variants of each other: S06 in its three lengths. */
  group: string
  /** What it is measured by. */
  levels: Partial<Record<Dimension, number>>
  /** Every level of it comes from experts. */
  rated: boolean
  /** The grader has met it at the desk, where the graded examples of a case stand beside its answers. */
  met?: boolean
  /** Wanted for something else: drawn when nothing else is left. */
  spared?: boolean
}
const levelsOf = ({ levels }: Anchor): number[] => Object.values(levels)
const isLow = (anchor: Anchor): boolean => levelsOf(anchor).some((level) => level <= 2)

export interface Gate {
  dimension: Dimension
  binds: boolean
  /** Anchors that experts must rate before it does, at least. */
  lacking: number
}

/**
 * Criterion by criterion, whether calibration binds: eight anchors with the experts' word show it, two of them with a
 * level of 1 or 2 on it. None does while the rated anchors together are too few for a run: nobody is asked for a pass
 * that they cannot come by.
 */
export function gatesOf(anchors: readonly Anchor[]): Gate[] {
  const rated = anchors.filter((anchor) => anchor.rated)
  const enough = rated.flatMap(levelsOf).length >= calibrationRules.ratings
  return dimensions.map((dimension) => {
    const levels = rated.flatMap((anchor) => anchor.levels[dimension] ?? [])
    const low = levels.filter((level) => level <= 2)
    const lacking = Math.max(0, calibrationRules.anchors - levels.length, calibrationRules.low - low.length)
    const binds = enough && lacking === 0
    return { dimension, binds, lacking: binds ? 0 : Math.max(1, lacking) }
  })
}

/** The criteria on which it binds. */
export const bindingCriteria = (anchors: readonly Anchor[]): Dimension[] =>
  gatesOf(anchors).flatMap(({ dimension, binds }) => (binds ? [dimension] : []))

/** What a pass speaks for: the criteria of which its run asked often enough. */
export const coveredCriteria = (asked: readonly Dimension[]): Dimension[] =>
  dimensions.filter((of) => asked.filter((one) => one === of).length >= calibrationRules.covered)

/**
 * Anchors for a run, in random order: at least eight with at least 24 ratings, at least two with a level of 1 or 2, none
 * that the grader has seen in a run, from as many cases as there are, and of each criterion that a pass is wanted for
 * as many as it takes, where there are any. Undefined when there are not enough left.
 */
export function drawAnchors(input: {
  anchors: readonly Anchor[]
  seen: readonly string[]
  /** Those that the pass should speak for. */
  criteria?: readonly Dimension[]
  random: () => number
}): string[] | undefined {
  const { anchors, seen, criteria = [], random } = input
  const shuffled = anchors
    .filter(({ id }) => !seen.includes(id))
    .map((anchor) => ({
      anchor,
      later: Number(anchor.met ?? 0) + 2 * Number(anchor.spared ?? 0),
      lot: random(),
    }))
    .sort((a, b) => a.later - b.later || a.lot - b.lot)
    .map(({ anchor }) => anchor)
  const drawn: Anchor[] = shuffled.filter(isLow).slice(0, calibrationRules.low)
  const enough = () =>
    drawn.length >= calibrationRules.anchors &&
    drawn.flatMap(levelsOf).length >= calibrationRules.ratings &&
    drawn.filter(isLow).length >= calibrationRules.low
  const shows = (of: Dimension) => (anchor: Anchor) => anchor.levels[of] !== undefined
  while (true) {
    const unused = shuffled.filter((anchor) => !drawn.includes(anchor))
    const thin = criteria.find(
      (of) => drawn.filter(shows(of)).length < calibrationRules.covered && unused.some(shows(of)),
    )
    if (!thin && enough()) break
    const left = thin ? unused.filter(shows(thin)) : unused
    const used = (anchor: Anchor) => drawn.filter(({ group }) => group === anchor.group).length
    const least = Math.min(...left.map(used))
    const next = left.find((anchor) => used(anchor) === least)
    if (!next) return undefined
    drawn.push(next)
  }
  return drawn
    .map(({ id }) => ({ id, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ id }) => id)
}

/**
 * The cases that teach: as few as show every dimension that any case shows. Their examples stand in the lesson with
 * their levels, and so are no anchors; those of all other cases are.
 */
export function lessonCases(
  cases: readonly { key: string; group: string; dimensions: readonly Dimension[] }[],
): string[] {
  const open = new Set(cases.flatMap(({ dimensions }) => dimensions))
  const chosen: string[] = []
  const groups = new Set<string>()
  while (open.size > 0) {
    const next = cases
      .filter(({ key }) => !chosen.includes(key))
      .map((one) => ({ one, fresh: one.dimensions.filter((dimension) => open.has(dimension)).length }))
      .sort((a, b) => b.fresh - a.fresh || (a.one.key < b.one.key ? -1 : 1))[0]
    if (!next || next.fresh === 0) break
    chosen.push(next.one.key)
    groups.add(next.one.group)
    for (const dimension of next.one.dimensions) open.delete(dimension)
  }
  return cases.filter(({ group }) => groups.has(group)).map(({ key }) => key)
}
