import { z } from 'zod'
import { type Dimension, dimensions } from './dimensions.ts'
import { number, oneOf, tick } from './form-fields.ts'
import { locales } from './locale.ts'
import { emailAddress, optionalLine, optionalParagraph, personName } from './text.ts'

/** Who the referee was to the candidate. */
export const relations = ['manager', 'peer', 'report', 'customer'] as const
export type Relation = (typeof relations)[number]

/** How often the referee saw the candidate at work. */
export const closenesses = ['weekly', 'monthly', 'rarely'] as const
export type Closeness = (typeof closenesses)[number]

/** Would the referee work with them again? */
export const agains = ['no', 'with-reservations', 'yes', 'gladly'] as const
export type Again = (typeof agains)[number]

/** The twelve behaviours of the questionnaire, rated 1–7 "compared with others in this kind of role", each with its dimension. */
export const behaviours = [
  { code: 'stays-polite', dimension: 'A1' },
  { code: 'keeps-calm', dimension: 'A2' },
  { code: 'answers-everyone', dimension: 'A3' },
  { code: 'keeps-promises', dimension: 'A3' },
  { code: 'tells-before-asked', dimension: 'A4' },
  { code: 'keeps-confidence', dimension: 'A5' },
  { code: 'never-argues-in-public', dimension: 'A5' },
  { code: 'adapts-tone', dimension: 'A6' },
  { code: 'knows-product', dimension: 'K1' },
  { code: 'finds-cause', dimension: 'K2' },
  { code: 'writes-clearly', dimension: 'K3' },
  { code: 'knows-when-to-hand-over', dimension: 'K5' },
] as const satisfies readonly { code: string; dimension: Dimension }[]
export type Behaviour = (typeof behaviours)[number]['code']
export const behaviourCodes: readonly Behaviour[] = behaviours.map(({ code }) => code)

/** Three flattering statements: which fits most, which least? Curbs leniency; shown as words, never scored. */
export const triad = ['steady-under-pressure', 'explains-patiently', 'thinks-ahead'] as const

export const referenceRules = {
  shortFormBehaviours: 6,
  /** A candidate names no more than this, so that no stranger is written to in bulk. */
  maxReferees: 5,
  expireAfterDays: 10,
  /** Received references that are enough, a manager among them … */
  sufficient: 3,
  /** … or this many, from anybody, in a career of under a year. */
  sufficientEarly: 2,
}

/** The short form's behaviours: the six whose dimensions the vacancy weighs most, ties in the questionnaire's order. */
export function shortForm(weights: Partial<Record<Dimension, number>>): Behaviour[] {
  const ranked = behaviours
    .map(({ code, dimension }, index) => ({ code, index, weight: weights[dimension] ?? 0 }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, referenceRules.shortFormBehaviours)
  return ranked.sort((a, b) => a.index - b.index).map(({ code }) => code)
}

/** The version of what a candidate reads and agrees to for each referee; stored with the request. */
export const refereeConsentVersion = '2026-11-01'

/**
 * How a candidate names a referee. Nothing is sent before the candidate releases the request. Somebody at the present
 * employer is taken only when they know that the candidate is looking.
 */
export const refereeForm = z
  .object({
    name: personName,
    email: emailAddress,
    relation: oneOf(relations),
    company: optionalLine(),
    /** The language that the referee reads best, as the candidate guesses; the referee can switch. */
    locale: oneOf(locales),
    currentEmployer: tick,
    employerKnows: tick,
    permission: tick.refine((given) => given, { error: 'permission' }),
  })
  .superRefine(({ currentEmployer, employerKnows }, context) => {
    if (currentEmployer && !employerKnows)
      context.addIssue({ code: 'custom', message: 'current-employer', path: ['employerKnows'] })
  })
export type RefereeForm = z.output<typeof refereeForm>

const notObserved = z.union([z.literal(''), z.literal('not-observed'), z.null()]).transform(() => null)
const observedRating = z.union([notObserved, number(1, 7)], { error: 'unknown' })
const observation = z.union([z.boolean(), z.string()], { error: 'required' }).transform((value, context) => {
  if (value === true || value === 'yes') return true
  if (value === false || value === 'no') return false
  context.addIssue({ code: 'custom', message: 'required' })
  return z.NEVER
})

/**
 * The short form. Without direct observation there are no ratings, so those that came along are dropped and the triad
 * may stay empty; with it the triad needs two different answers.
 */
export const referenceForm = z
  .object({
    relation: oneOf(relations),
    role: optionalLine(),
    months: number(0, 600),
    closeness: oneOf(closenesses),
    observed: observation,
    ratings: z.partialRecord(z.enum(behaviourCodes), observedRating).default({}),
    most: z
      .union([z.literal('').transform(() => null), z.null(), oneOf(triad)], { error: 'unknown' })
      .default(null),
    least: z
      .union([z.literal('').transform(() => null), z.null(), oneOf(triad)], { error: 'unknown' })
      .default(null),
    again: oneOf(agains),
    text: optionalParagraph().default(''),
  })
  .superRefine((form, context) => {
    const issue = (message: string, field: string) =>
      context.addIssue({ code: 'custom', message, path: [field] })
    if (!form.observed) return
    if (form.most === null) issue('required', 'most')
    if (form.least === null) issue('required', 'least')
    if (form.most !== null && form.most === form.least) issue('most-is-least', 'least')
  })
  .transform((form) => (form.observed ? form : { ...form, ratings: {} }))
export type ReferenceForm = z.output<typeof referenceForm>

const relationWeight = { manager: 1, customer: 0.8, peer: 0.8, report: 0.7 } as const satisfies Record<
  Relation,
  number
>
const closenessWeight = { weekly: 1, monthly: 0.7, rarely: 0.4 } as const satisfies Record<Closeness, number>

/** Who rates, as the weight sees it; `verified` is a person's finding that the referee is who they say. */
export type Referee = { relation: Relation; months: number; closeness: Closeness; verified: boolean }

/** w = relation × min(1, months/12) × closeness × (verified 1, unverified .5). */
export function refereeWeight({ relation, months, closeness, verified }: Referee): number {
  const time = Math.min(1, Math.max(0, months) / 12)
  return relationWeight[relation] * time * closenessWeight[closeness] * (verified ? 1 : 0.5)
}

export type ReferenceScore =
  | { value: number; nEff: number; referees: number }
  | { value: undefined; reason: 'nothing-observed'; referees: 0 }

/**
 * The references' level of one dimension on the 1–5 scale (assessment model, "Questionnaire", Score): y′ = 1 + 4(y−1)/6,
 * R = Σwy′/Σw, n_eff = (Σw)²/Σw². `rating` is the referee's mean over the dimension's behaviours, 1–7, or null for not
 * observed, which never counts as low. A referee of no duration has no weight.
 */
export function referenceScore(ratings: readonly (Referee & { rating: number | null })[]): ReferenceScore {
  const counted = ratings.flatMap(({ rating, ...referee }) => {
    const weight = refereeWeight(referee)
    return rating === null || weight === 0 ? [] : [{ weight, level: 1 + (4 * (rating - 1)) / 6 }]
  })
  if (counted.length === 0) return { value: undefined, reason: 'nothing-observed', referees: 0 }
  const total = counted.reduce((sum, { weight }) => sum + weight, 0)
  const squares = counted.reduce((sum, { weight }) => sum + weight ** 2, 0)
  const weighted = counted.reduce((sum, { weight, level }) => sum + weight * level, 0)
  return { value: weighted / total, nEff: total ** 2 / squares, referees: counted.length }
}

export type ReceivedReference = Referee & {
  observed: boolean
  ratings: Partial<Record<Behaviour, number | null>>
}

/** A referee's mean over the behaviours of one dimension, or null where none was observed. */
export function ratingOf(
  { observed, ratings }: Pick<ReceivedReference, 'observed' | 'ratings'>,
  dimension: Dimension,
) {
  if (!observed) return null
  const given = behaviours
    .filter((behaviour) => behaviour.dimension === dimension)
    .map(({ code }) => ratings[code] ?? null)
    .filter((rating) => rating !== null)
  return given.length === 0 ? null : given.reduce((sum, rating) => sum + rating, 0) / given.length
}

/** The panel beside the profile: every dimension that references can speak to, with its score or the lack of one. */
export function referencePanel(received: readonly ReceivedReference[]) {
  return dimensions
    .filter((dimension) => behaviours.some((behaviour) => behaviour.dimension === dimension))
    .map((dimension) => ({
      dimension,
      score: referenceScore(received.map((one) => ({ ...one, rating: ratingOf(one, dimension) }))),
    }))
}

/** Are the received references enough? Says what is still wanted; a lack of references is never a minus. */
export function sufficiency(received: readonly { relation: Relation }[], careerUnderOneYear = false) {
  const wanted = careerUnderOneYear ? referenceRules.sufficientEarly : referenceRules.sufficient
  const managerMissing = !careerUnderOneYear && !received.some(({ relation }) => relation === 'manager')
  const stillWanted = Math.max(0, wanted - received.length)
  return {
    sufficient: stillWanted === 0 && !managerMissing,
    received: received.length,
    wanted,
    stillWanted,
    managerMissing,
  }
}
