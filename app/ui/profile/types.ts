import type { Agreement } from '#app/domain/agreement.ts'
import type { CountingData } from '#app/domain/counting.ts'
import type { Dimension, Level } from '#app/domain/dimensions.ts'
import type { ScoreParts } from '#app/domain/planned-score.ts'
import type { SuspicionCode } from '#app/domain/scenario/inbox.ts'
import type { SuspicionStatus } from '#app/domain/suspicion.ts'

export interface DimensionRow {
  dimension: Dimension
  tested: boolean
  score: { t?: number; low?: number; high?: number; enough: boolean }
  parts: ScoreParts | null
  scenarios: number
  grades: Level[]
  awaited: number
  line: number | null
  attention: boolean
  acrossLine: boolean
  seenIn: { scenarioKey: string; levels: Level[]; notShown: number; awaited: number }[]
  evidence: { id: string; scenarioKey: string; level: Level | null; text: string; incident: string | null }[]
}

/** What a moderator settled: it counts in place of the levels of that answer. */
export interface LastWordRow {
  answer: string
  scenarioKey: string
  dimension: Dimension
  value: Level
  moderator: string
  at: string
  reason: string
}

export interface CountedRow {
  code: 'R' | 'F' | 'I' | 'P' | 'J' | 'C' | 'lookup' | 'N' | 'SJT' | 'SJT-rate'
  count: number
  of: number
  low: number | null
  high: number | null
  level: number | null
  value: number | null
  few: boolean
  cases: { scenarioKey: string; count: number; of: number }[]
}

export interface ProfileData {
  vacancy: { id: string; zone: string }
  state: 'before' | 'asking' | 'complete'
  progress: { asked: number; locked: number }
  furtherAwaited: number
  shortOfGraders: number
  nameKnown: boolean
  sameGraders: boolean
  dimensions: DimensionRow[]
  lastWords: LastWordRow[]
  scenarios: { key: string; code: string | null; title: string }[]
  objective: {
    scenarioKey: string
    graders: {
      id: string
      foundWeight: number
      plantedWeight: number
      recall: number
      precision: number
      objective: number | null
    }[]
  }[]
  counted: { rows: CountedRow[]; handling: number | null; judged: { dimension: Dimension; level: number }[] }
  counting: CountingData
  suspicions: {
    id: string
    code: SuspicionCode
    scenarioKey: string
    quote: string
    status: SuspicionStatus
    reviewer: string | null
    reason: string | null
  }[]
  agreement: Agreement
}
