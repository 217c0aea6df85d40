import type { Agreement } from '#app/domain/agreement.ts'
import type { Dimension, Level } from '#app/domain/dimensions.ts'

export interface DimensionRow {
  dimension: Dimension
  tested: boolean
  score: { t?: number; low?: number; high?: number; enough: boolean }
  scenarios: number
  grades: Level[]
  awaited: number
  line: number | null
  attention: boolean
  acrossLine: boolean
  seenIn: { scenarioKey: string; levels: Level[]; notShown: number; awaited: number }[]
  evidence: { id: string; scenarioKey: string; level: Level | null; text: string; incident: string | null }[]
}

export interface ProfileData {
  vacancy: { id: string }
  state: 'before' | 'asking' | 'complete'
  progress: { asked: number; locked: number }
  furtherAwaited: number
  shortOfGraders: number
  nameKnown: boolean
  sameGraders: boolean
  dimensions: DimensionRow[]
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
  agreement: Agreement
}
