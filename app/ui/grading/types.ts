import type { DeskCase } from '#app/domain/desk-case.ts'
import type { JudgementRow, LookupRow } from '#app/domain/desk-marks.ts'
import type { Replay } from '#app/domain/desk-replay.ts'
import type { Dimension, IncidentKind, Level } from '#app/domain/dimensions.ts'
import type { GradingDraft, Verdict } from '#app/domain/grading-draft.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Passage } from '#app/domain/scenario/body.ts'
import type { SuspicionCode } from '#app/domain/scenario/inbox.ts'
import type { SuspicionStatus } from '#app/domain/suspicion.ts'

/** What the desk is sent. Everything here is read by the grader's browser: nothing of a person, nothing of another grader before the reveal. */
export interface DeskData {
  id: string
  code: string
  /** The language of the answer and its case. */
  locale: Locale
  /** S03; null where the scenario has no code. */
  scenario: string | null
  state: 'open' | 'undoable' | 'locked' | 'revealed' | 'fixed'
  rev: number
  draft: GradingDraft
  text: string
  passages: {
    field: Passage['field']
    of?: string
    part?: string
    text: string
    start: number
  }[]
  case: DeskCase
  criteria: { dimension: Dimension; anchors: Record<Level, string> }[]
  suggestions: { finding: string; matches: { id: string; kind: 'defect' | 'decoy' }[] }[]
  beside:
    | { kind: 'inbox'; replay: Replay }
    | { kind: 'lookup'; rows: LookupRow[] }
    | { kind: 'judgement'; rows: JudgementRow[] }
    | null
  /** Without anybody's decision until the grades are open. */
  suspicions: DeskSuspicion[]
  others: {
    grader: string
    grades: {
      dimension: Dimension
      level: Level | null
      quotes: string[]
      comment: string
      incident: IncidentKind | null
    }[]
    verdicts: { finding: string; verdict: Verdict; defect: string | null }[]
  }[]
  /** Since the reveal, those asked to each other. */
  notes: NoteData[]
  previous: string | null
  next: string | null
  progress: { done: number; total: number }
  /** At the grader's own pace, minutes for what is left; null while the pace is not known. */
  minutesLeft: number | null
}

export interface NoteData {
  id: string
  dimension: Dimension
  own: boolean
  author: string
  text: string
  at: string
  zone: string
}

export interface DeskSuspicion {
  id: string
  code: SuspicionCode
  /** Shown only after the grader's first level in this criterion, or in any. */
  after: Dimension | 'any'
  start: number
  quote: string
  status: SuspicionStatus
  reviewer: string | null
  reason: string | null
}

/** Carried to the next page, so that a lock can be taken back from there. */
export interface LockedNote {
  id: string
  code: string
  /** In the browser's own time. */
  until: number
}
