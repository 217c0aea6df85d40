import type { Agreement } from '#app/domain/agreement.ts'
import type { PanelWord } from '#app/domain/agreement-panel.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import type { DisagreementState } from '#app/domain/disagreement.ts'
import type { SeverityWord } from '#app/domain/grader-report.ts'
import type { LiveFigures } from '#app/domain/hidden-anchors.ts'

export type Figure =
  | { value: number; low?: number; high?: number }
  | { value?: undefined; reason: 'too-few-raters' | 'too-few-units' | 'no-variation' | 'not-connected' }

/** What the panel is sent: words and figures of revealed grades, no grade of anybody. */
export interface PanelData {
  vacancy: { id: string; title: string; lang: string; zone: string }
  computedAt: string | null
  criteria: {
    dimension: Dimension
    word: PanelWord
    answers: number
    doubles: number
    graders: number
    agreement: Agreement
    alpha: Figure
    ac2: Figure
    examples: { answer: string; code: string }[]
  }[]
  pairs: ({ one: string; other: string } & Agreement)[]
  weeks: ({ week: string } & Agreement)[]
  connected: boolean
  graders: ReportData[]
  disagreements: Record<DisagreementState, number>
}

export interface ReportData {
  id: string
  name: string
  asked: number
  locked: number
  minutes: number | null
  counts: number[]
  notShown: number
  mean: number | null
  spread: number | null
  within: number | null
  severity: { shrunk: number; se: number | null; n: number } | null
  word: SeverityWord
  hidden: LiveFigures | null
}
