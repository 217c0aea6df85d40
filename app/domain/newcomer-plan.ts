import type { Dimension } from './dimensions.ts'
import {
  agreementInForce,
  agreementVersions,
  type Clause,
  type ClauseState,
  clauseState,
  clausesToSign,
} from './house-rules.ts'
import {
  handbookOpen,
  late,
  type PlanFacts,
  type PlanSection,
  type StepKey,
  type StepOwner,
  type StepState,
} from './onboarding.ts'
import type { Day } from './zones.ts'

/** The days that the line of the first ninety is drawn over; the first day is day 1. */
export const rampDays = 90

/** Which day of the job a day is. */
export const dayNumber = (startsOn: Day, day: Day) =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${startsOn}T00:00:00Z`)) / 86_400_000) + 1

export interface PlanStepView {
  key: StepKey
  section: PlanSection
  owner: StepOwner
  state: StepState
  dueOn: Day
  late: boolean
  doneAt: Date | null
  doneBy: string | null
}

/** What the gate asks for next. */
export type GateNext =
  | { kind: 'clause'; clause: Clause; place: number }
  | { kind: 'sign' }
  | { kind: 'questions'; left: number }

export interface GateView {
  open: boolean
  signed: boolean
  version: string
  /** The clauses that were not part of an earlier signature. */
  toSign: Clause[]
  bar: { clause: Clause; state: ClauseState }[]
  read: number
  right: number
  minutes: number
  next: GateNext | null
}

/** A newcomer's plan as its page shows it: the same for the newcomer and for those who look after them. */
export interface PlanView {
  name: string
  today: Day
  /** Which day of the job it is; 0 or less before the first. */
  day: number
  startsOn: Day
  zone: string
  lead: { name: string; email: string } | null
  gate: GateView
  steps: PlanStepView[]
  articles: { opened: number; total: number }
  practice: 'none' | 'writing' | 'levels' | 'done'
  signature: { by: string; note: string; firstShiftAt: Date; firstShiftDay: number } | null
  delay: { by: string; dimensions: Dimension[]; note: string; lookAgainOn: Day } | null
}

interface Known {
  name: string
  startsOn: Day
  team: { zone: string }
  lead: { name: string; email: string } | null
  facts: PlanFacts
  steps: readonly Omit<PlanStepView, 'late'>[]
  clausesRead: readonly string[]
  questionsRight: readonly string[]
  articlesOpened: readonly string[]
  practice: { submittedAt: Date | null; placedAt: Date | null } | null
  signature: { by: string; note: string; firstShiftAt: Date } | null
  delay: { by: string; dimensions: Dimension[]; note: string; lookAgainOn: Day } | null
}

/** A clause takes a minute to read, a question half of one. */
export function gateView(known: Pick<Known, 'facts' | 'clausesRead' | 'questionsRight'>): GateView {
  const { facts, clausesRead, questionsRight } = known
  const { clauses, version } = agreementInForce
  const signed = facts.signedAgreement === version
  const toSign = clausesToSign<Clause>(agreementVersions, facts.signedAgreement)
  const unread = toSign.filter((key) => !clausesRead.includes(key))
  const settled = facts.quizPassed ? clauses : questionsRight
  const left = clauses.filter((key) => !settled.includes(key)).length
  const [clause] = unread
  const next: GateNext | null = clause
    ? { kind: 'clause', clause, place: clauses.indexOf(clause) + 1 }
    : !signed
      ? { kind: 'sign' }
      : left > 0
        ? { kind: 'questions', left }
        : null
  return {
    open: handbookOpen(facts),
    signed,
    version,
    toSign,
    bar: clauses.map((clause) => ({
      clause,
      state: clauseState({ read: !unread.includes(clause), signed, right: settled.includes(clause) }),
    })),
    read: clauses.length - unread.length,
    right: clauses.length - left,
    minutes: Math.max(1, Math.ceil(unread.length + left / 2)),
    next,
  }
}

/** `day` turns a moment into the day that it is in the team's zone; `articles` is how many the handbook has. */
export function planView(
  known: Known,
  input: { today: Day; day: (moment: Date) => Day; articles: number },
): PlanView {
  const { name, startsOn, team, lead, practice, signature, delay } = known
  const { today } = input
  return {
    name,
    today,
    day: dayNumber(startsOn, today),
    startsOn,
    zone: team.zone,
    lead: lead && { name: lead.name, email: lead.email },
    gate: gateView(known),
    steps: known.steps.map((step) => ({ ...step, late: late(step, today) })),
    articles: { opened: known.articlesOpened.length, total: input.articles },
    practice: !practice ? 'none' : practice.placedAt ? 'done' : practice.submittedAt ? 'levels' : 'writing',
    signature: signature && {
      by: signature.by,
      note: signature.note,
      firstShiftAt: signature.firstShiftAt,
      firstShiftDay: dayNumber(startsOn, input.day(signature.firstShiftAt)),
    },
    delay: delay && {
      by: delay.by,
      dimensions: delay.dimensions,
      note: delay.note,
      lookAgainOn: delay.lookAgainOn,
    },
  }
}
