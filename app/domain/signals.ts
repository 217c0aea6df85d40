import { type Dimension, dimensions, familyOf } from './dimensions.ts'
import { type ShareInterval, wilson } from './interval.ts'
import { bandOf, type DimensionScore } from './profile.ts'

/** The rules below as they stand. Stored with every count: a new rule gets a new number, and old counts keep theirs. */
export const algorithmVersion = 1

/**
 * What is counted by rule and shown beside the grades (assessment model, "Signals"). It never overwrites a grade and
 * enters a score only where the vacancy's plan says so.
 */
export const signalRules = {
  /** The share of planted weight that counts as a full page review. */
  fullReview: 0.7,
  /** σ² of an objective mark, assumed. */
  objectiveVariance: 0.35,
  /** The most that objective marks may weigh in a score. */
  omegaLimit: { attitude: 0.2, knowledge: 0.4 },
  /** Level 1 and level 5 of a share: solved, first reply in time, escalation. */
  solved: [0.3, 0.9],
  firstReply: [0.3, 0.95],
  escalation: [0, 1],
  /** How fast a level falls with the share of messages that nobody answered. */
  unansweredSlope: 20,
  /** Fewer cases than this prove little. */
  few: 5,
} as const

/** clamp(1 + 4(x−lo)/(hi−lo), 1, 5): a share as a level. */
export function lin(x: number, lo: number, hi: number): number {
  return Math.min(5, Math.max(1, 1 + (4 * (x - lo)) / (hi - lo)))
}

/** A mark on the 1–5 scale with its parts, or the reason why there is none. */
export type ObjectiveMark<Parts> =
  | ({ value: number } & Parts)
  | { value: undefined; reason: 'nothing-to-find' }

/**
 * The objective mark of a page review: R′ = min(1, (Σw_found/Σw)/.7), precision = right claims/claims,
 * O = 1 + 4(.75R′ + .25·precision); O = 1 when nothing was claimed. Weights are those of the planted defects.
 */
export function pageReview(input: {
  foundWeight: number
  plantedWeight: number
  rightClaims: number
  claims: number
}): ObjectiveMark<{ recall: number; precision?: number }> {
  const { foundWeight, plantedWeight, rightClaims, claims } = input
  if (plantedWeight <= 0) return { value: undefined, reason: 'nothing-to-find' }
  const recall = foundWeight / plantedWeight
  if (claims === 0) return { value: 1, recall }
  const precision = rightClaims / claims
  const full = Math.min(1, recall / signalRules.fullReview)
  return { value: 1 + 4 * (0.75 * full + 0.25 * precision), recall, precision }
}

/**
 * The objective mark of a queue for K5: .5·lin(R; .30, .90) + .3·lin(J; 0, 1) + .2·lin(F; .30, .95), where R is the
 * resolved share, J = escalated of those that must + kept of the solvable − 1, and F the share answered in time.
 * Counts; each total must be above 0, else there is nothing to find.
 */
export function queueHandling(input: {
  solved: number
  solvable: number
  escalated: number
  mustEscalate: number
  needless: number
  inTime: number
  messages: number
}): ObjectiveMark<{ resolved: number; escalation: number; firstResponse: number }> {
  const { solvable, mustEscalate, messages } = input
  if (solvable <= 0 || mustEscalate <= 0 || messages <= 0)
    return { value: undefined, reason: 'nothing-to-find' }
  const resolved = lin(input.solved / solvable, ...signalRules.solved)
  const escalated = input.escalated / mustEscalate + (1 - input.needless / solvable) - 1
  const escalation = lin(escalated, ...signalRules.escalation)
  const firstResponse = lin(input.inTime / messages, ...signalRules.firstReply)
  return {
    value: 0.5 * resolved + 0.3 * escalation + 0.2 * firstResponse,
    resolved,
    escalation,
    firstResponse,
  }
}

/**
 * A score with its objective mark: T′ = (1−ω)T + ωO, V′ = (1−ω)²V + ω²·.35. RangeError when ω is beyond what the
 * dimension's family allows. Absent where the score is.
 */
export function withObjective(
  dimension: Dimension,
  score: Pick<DimensionScore, 't' | 'v'>,
  objective: number,
  omega: number,
): Partial<ReturnType<typeof bandOf>> {
  if (!(omega >= 0 && omega <= signalRules.omegaLimit[familyOf(dimension)])) {
    throw new RangeError(`ω = ${omega} is not allowed for ${dimension}`)
  }
  if (score.t === undefined || score.v === undefined) return {}
  return bandOf(
    (1 - omega) * score.t + omega * objective,
    (1 - omega) ** 2 * score.v + omega ** 2 * signalRules.objectiveVariance,
  )
}

/**
 * R solved, F first useful reply in time, I messages left unanswered, P promises kept, J handed over needlessly and not
 * handed over though it had to be, C euros given away; of a look-up what was right and N what was invented; of a
 * judgement the items with a most and a least effective option (all, and by dimension) and those that were rated.
 */
const plainCodes = [
  'R',
  'F',
  'I',
  'P',
  'J-needless',
  'J-missed',
  'C',
  'lookup',
  'N',
  'SJT',
  'SJT-rate',
] as const
export type SignalCode = (typeof plainCodes)[number] | `SJT-${Dimension}`
export const signalCodes: readonly SignalCode[] = [
  ...plainCodes,
  ...dimensions.map((dimension): SignalCode => `SJT-${dimension}`),
]

/** One count of one answer. Shares are `count` of `of`; what is no share is in `value`. */
export interface Signal {
  code: SignalCode
  count: number
  of: number
  value: number | null
}

export interface SignalSum {
  code: SignalCode
  count: number
  of: number
  /** The 95 % interval of a share; null for what is no share. */
  interval: ShareInterval | null
  /** On the scale of 1 to 5 where the assessment model gives one. */
  level: number | null
  /** Euros given away; the mean of a rated block. */
  value: number | null
  few: boolean
}

const noShare = (code: SignalCode) => code === 'C' || code.startsWith('SJT')

/** What was counted in all answers of an attempt together: a case is one small part of a desk, so parts are summed first. */
export function signalSums(signals: readonly Signal[]): SignalSum[] {
  return signalCodes.flatMap((code) => {
    const own = signals.filter((signal) => signal.code === code)
    if (own.length === 0) return []
    const count = own.reduce((sum, one) => sum + one.count, 0)
    const of = own.reduce((sum, one) => sum + one.of, 0)
    return [
      {
        code,
        count,
        of,
        interval: noShare(code) ? null : wilson(count, of),
        level: of === 0 ? null : levelOf(code, count / of),
        value: plainValue(code, own, of),
        few: code !== 'C' && of < signalRules.few,
      },
    ]
  })
}

/** A share, or the mean of items of −2 to +2, as a level. */
function levelOf(code: SignalCode, share: number): number | null {
  switch (code) {
    case 'R':
      return lin(share, ...signalRules.solved)
    case 'F':
      return lin(share, ...signalRules.firstReply)
    case 'I':
      return Math.min(5, Math.max(1, 5 - signalRules.unansweredSlope * share))
    case 'SJT-rate':
      return null
    default:
      return code.startsWith('SJT') ? 3 + 2 * (share / 2) : null
  }
}

function plainValue(code: SignalCode, own: readonly Signal[], of: number): number | null {
  const weighted = (weight: (signal: Signal) => number) =>
    own.reduce((sum, one) => sum + (one.value ?? 0) * weight(one), 0)
  if (code === 'C') return weighted(() => 1)
  return code === 'SJT-rate' && of > 0 ? weighted((one) => one.of) / of : null
}

/** Escalation, −1 to 1: handed over of those that had to be + kept of the solvable − 1. Undefined where either is missing. */
export function escalation(sums: readonly SignalSum[]): { value: number; level: number } | undefined {
  const needless = sums.find(({ code }) => code === 'J-needless')
  const missed = sums.find(({ code }) => code === 'J-missed')
  if (!needless?.of || !missed?.of) return undefined
  const value = 1 - missed.count / missed.of + (1 - needless.count / needless.of) - 1
  return { value, level: lin(value, ...signalRules.escalation) }
}

/** The objective mark of K5 over all cases of an attempt, as `queueHandling` defines it. */
export function handling(sums: readonly SignalSum[]): ReturnType<typeof queueHandling> {
  const of = (code: SignalCode) => sums.find((sum) => sum.code === code) ?? { count: 0, of: 0 }
  const missed = of('J-missed')
  return queueHandling({
    solved: of('R').count,
    solvable: of('R').of,
    escalated: missed.of - missed.count,
    mustEscalate: missed.of,
    needless: of('J-needless').count,
    inTime: of('F').count,
    messages: of('F').of,
  })
}
