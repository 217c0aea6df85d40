import type { Dimension, Level } from './dimensions.ts'
import { type Day, dayIn, endOfDay } from './zones.ts'

export const planSections = ['today', 'week', 'later'] as const
export type PlanSection = (typeof planSections)[number]

export const stepKeys = ['agreement', 'rules-quiz', 'handbook', 'practice', 'readiness'] as const
export type StepKey = (typeof stepKeys)[number]
export const stepOwners = ['newcomer', 'lead'] as const
export type StepOwner = (typeof stepOwners)[number]

/** A step of the plan. `after` must be done before it opens; `dueDay` counts days from the first one, which is 0. */
export type PlanStep = {
  key: StepKey
  section: PlanSection
  owner: StepOwner
  after: readonly StepKey[]
  dueDay: number
}

/** The plan of a newcomer, in its order: confidentiality before any access, practice before the live queue. */
export const planSteps: readonly PlanStep[] = [
  { key: 'agreement', section: 'today', owner: 'newcomer', after: [], dueDay: 0 },
  { key: 'rules-quiz', section: 'today', owner: 'newcomer', after: ['agreement'], dueDay: 0 },
  { key: 'handbook', section: 'today', owner: 'newcomer', after: ['agreement', 'rules-quiz'], dueDay: 0 },
  { key: 'practice', section: 'week', owner: 'newcomer', after: ['agreement', 'rules-quiz'], dueDay: 4 },
  {
    key: 'readiness',
    section: 'later',
    owner: 'lead',
    after: ['agreement', 'rules-quiz', 'practice'],
    dueDay: 14,
  },
]

/** The day by which a step is due, for one who starts on that day. */
export function dueOn(startsOn: Day, { dueDay }: Pick<PlanStep, 'dueDay'>): Day {
  return new Date(Date.parse(`${startsOn}T00:00:00Z`) + dueDay * 86_400_000).toISOString().slice(0, 10)
}

const welcomeDays = 7

/** Until when a welcome opens the account: a week from the first day, or from now where that is later. */
export function welcomeUntil({ startsOn, zone, now }: { startsOn: Day; zone: string; now: Date }): Date {
  const today = dayIn(zone, now)
  return endOfDay(dueOn(startsOn > today ? startsOn : today, { dueDay: welcomeDays }), zone)
}

/** What a plan is judged by; each comes from a row with who and when. */
export type PlanFacts = {
  /** The agreement's version in force, and the latest that the newcomer has signed. */
  currentAgreement: string
  signedAgreement: string | null
  quizPassed: boolean
  handbookRead: boolean
  practiceDone: boolean
  readinessSigned: boolean
}

export type StepState = 'done' | 'open' | 'waiting'

function stepDone(key: StepKey, facts: PlanFacts): boolean {
  switch (key) {
    case 'agreement':
      return facts.signedAgreement === facts.currentAgreement
    case 'rules-quiz':
      return facts.quizPassed
    case 'handbook':
      return facts.handbookRead
    case 'practice':
      return facts.practiceDone
    case 'readiness':
      return facts.readinessSigned
    default: {
      const never: never = key
      return never
    }
  }
}

/** The plan with each step's state. A newer agreement asks for a signature again; the steps done after the old one stay done. */
export function planOf(facts: PlanFacts): (PlanStep & { state: StepState })[] {
  return planSteps.map((step) => {
    if (stepDone(step.key, facts)) return { ...step, state: 'done' }
    const free = step.after.every((key) => stepDone(key, facts))
    return { ...step, state: free ? 'open' : 'waiting' }
  })
}

/** The confidentiality gate: the current agreement is signed and the rules quiz is passed. Reading done before changes nothing. */
export function handbookOpen(
  facts: Pick<PlanFacts, 'currentAgreement' | 'signedAgreement' | 'quizPassed'>,
): boolean {
  return facts.signedAgreement === facts.currentAgreement && facts.quizPassed
}

export type QuizQuestion = { key: string; right: string }
/** What was chosen in one try: question key → option key. */
export type QuizChoices = Readonly<Record<string, string | undefined>>

export type QuizResult = {
  passed: boolean
  /** Answered right in some try, so not asked again. */
  settled: string[]
  /** Answered in the last try, and wrong: explained, then asked again. */
  wrong: string[]
  /** What the next try asks, in the quiz's order. */
  ask: string[]
}

/** All must be right, over as many tries as it takes; nothing is scored. Choices for unknown questions are ignored. */
export function quizResult(questions: readonly QuizQuestion[], tries: readonly QuizChoices[]): QuizResult {
  const settled = questions.filter(({ key, right }) => tries.some((choices) => choices[key] === right))
  const open = questions.filter((question) => !settled.includes(question))
  const last = tries.at(-1) ?? {}
  return {
    passed: questions.length > 0 && open.length === 0,
    settled: settled.map(({ key }) => key),
    wrong: open.filter(({ key }) => last[key] !== undefined).map(({ key }) => key),
    ask: open.map(({ key }) => key),
  }
}

/** One dimension of a practice answer as the newcomer reads it, and the level whose description comes next; null at the top. */
export type PracticeFeedback = { dimension: Dimension; level: Level; next: Level | null }

const above = { 1: 2, 2: 3, 3: 4, 4: 5, 5: null } as const satisfies Record<Level, Level | null>

export type PracticeRefusal = 'levels-missing'

/**
 * The rubric's feedback on a practice case: the newcomer places the answer on each dimension, reads what that level
 * says and what the next one would take. The shift lead may read the levels; nothing is computed from them.
 */
export function practiceFeedback(
  dimensions: readonly Dimension[],
  levels: Partial<Record<Dimension, Level>>,
): { ok: true; feedback: PracticeFeedback[] } | { refused: PracticeRefusal; dimensions: Dimension[] } {
  const placed = dimensions.map((dimension) => ({ dimension, level: levels[dimension] }))
  const unplaced = placed.filter(({ level }) => level === undefined).map(({ dimension }) => dimension)
  if (unplaced.length > 0) return { refused: 'levels-missing', dimensions: unplaced }
  const feedback = placed.flatMap(({ dimension, level }): PracticeFeedback[] =>
    level === undefined ? [] : [{ dimension, level, next: above[level] }],
  )
  return { ok: true, feedback }
}

export type ReadinessRefusal =
  | 'not-a-lead'
  | 'own-readiness'
  | 'gate-not-passed'
  | 'practice-not-done'
  | 'already-signed'

/** Readiness is signed by a shift lead of the newcomer's team, never by the newcomer, and after the practice case. */
export function signReadiness(
  facts: PlanFacts,
  signer: { isLead: boolean; isNewcomer: boolean },
): { ok: true } | { refused: ReadinessRefusal } {
  if (signer.isNewcomer) return { refused: 'own-readiness' }
  if (!signer.isLead) return { refused: 'not-a-lead' }
  if (facts.readinessSigned) return { refused: 'already-signed' }
  if (!handbookOpen(facts)) return { refused: 'gate-not-passed' }
  return facts.practiceDone ? { ok: true } : { refused: 'practice-not-done' }
}

export type DelayRefusal = Exclude<ReadinessRefusal, 'gate-not-passed' | 'practice-not-done'> | DelayFault
export type DelayFault = 'practise-nothing' | 'look-again-past'

/** "Not yet" is said by whoever could sign, with something to practise and a day, which may not be over, for the next look. */
export function delayReadiness(
  facts: Pick<PlanFacts, 'readinessSigned'>,
  signer: { isLead: boolean; isNewcomer: boolean },
  delay: { dimensions: readonly Dimension[]; lookAgainOn: Day; today: Day },
): { ok: true } | { refused: DelayRefusal } {
  if (signer.isNewcomer) return { refused: 'own-readiness' }
  if (!signer.isLead) return { refused: 'not-a-lead' }
  if (facts.readinessSigned) return { refused: 'already-signed' }
  if (delay.dimensions.length === 0) return { refused: 'practise-nothing' }
  return delay.lookAgainOn > delay.today ? { ok: true } : { refused: 'look-again-past' }
}

/** Is the step late? One that is done is never late. */
export function late(step: { state: StepState; dueOn: Day }, today: Day): boolean {
  return step.state !== 'done' && step.dueOn < today
}

/**
 * Where a newcomer stands, for whoever looks after them. `ready`: everything but the lead's signature is done. `stuck`:
 * a step of the newcomer's own is late, or the lead's, once it is due.
 */
export const standings = ['stuck', 'ready', 'under-way', 'before', 'live'] as const
export type Standing = (typeof standings)[number]

export function standingOf(
  steps: readonly { key: StepKey; state: StepState; dueOn: Day }[],
  days: { startsOn: Day; today: Day },
): Standing {
  const open = steps.filter(({ state }) => state !== 'done')
  if (open.length === 0) return 'live'
  if (open.some((step) => late(step, days.today))) return 'stuck'
  if (open.every(({ key }) => key === 'readiness')) return 'ready'
  return days.today < days.startsOn ? 'before' : 'under-way'
}
