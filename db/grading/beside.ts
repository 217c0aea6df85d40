import { type JudgementRow, judgementRows, type LookupRow, lookupRows } from '#app/domain/desk-marks.ts'
import { type Replay, replayOf } from '#app/domain/desk-replay.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { GraderView } from '#app/domain/scenario/grader-view.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'
import type { GradedText } from './text.ts'

/** What only some kinds have: the conversations played once more, or the rules' marks beside each answer. */
export type Beside =
  | { kind: 'inbox'; replay: Replay }
  | { kind: 'lookup'; rows: LookupRow[] }
  | { kind: 'judgement'; rows: JudgementRow[] }
export function besideOf(
  content: ScenarioContent,
  view: GraderView,
  { answer, passages }: GradedText,
  given: { locale: Locale; seed: string },
): Beside | null {
  const { locale, seed } = given
  if (content.kind === 'inbox' && answer.kind === 'inbox')
    return { kind: 'inbox', replay: replayOf(content, locale, seed, answer.body, passages) }
  if (content.kind === 'lookup' && answer.kind === 'lookup') {
    const { body } = answer
    return { kind: 'lookup', rows: lookupRows(content, view, { locale, seed, body, passages }) }
  }
  if (content.kind === 'judgement' && answer.kind === 'judgement')
    return { kind: 'judgement', rows: judgementRows(content, view, { body: answer.body, passages }) }
  return null
}
