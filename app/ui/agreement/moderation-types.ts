import type { Dimension, IncidentKind, Level } from '#app/domain/dimensions.ts'
import type { Verdict } from '#app/domain/grading-draft.ts'
import type { ModerationKind } from '#app/domain/moderation.ts'
import type { SuspicionCode } from '#app/domain/scenario/inbox.ts'
import type { SuspicionStatus } from '#app/domain/suspicion.ts'
import type { DeskData } from '../grading/types.ts'

export interface CriterionData {
  dimension: Dimension
  anchors: Record<Level, string>
  grades: {
    grader: string
    level: Level | null
    quotes: { start: number; end: number; text: string }[]
    comment: string
    incident: IncidentKind | null
  }[]
  needed: boolean
  moderation: {
    kind: ModerationKind
    asked: string
    askedBy: string
    own: boolean
    moderator: string
    value: Level | null
    reason: string
    at: string | null
  } | null
  may: { moderate: boolean; ask: boolean }
}

/** One disputed answer as its moderator reads it; without a grade while somebody has yet to lock. */
export interface ModerationData {
  vacancy: { id: string; title: string; lang: string; zone: string }
  id: string
  code: string
  visible: boolean
  applicationId: string | null
  desk: DeskData
  criteria: CriterionData[]
  verdicts: { grader: string; finding: string; verdict: Verdict; defect: string | null }[]
  suspicions: { id: string; code: SuspicionCode; quote: string; status: SuspicionStatus }[]
  again: boolean
  moderators: { id: string; name: string }[]
}
