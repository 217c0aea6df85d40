import type { Dimension, IncidentKind } from '#app/domain/dimensions.ts'
import {
  draftOf,
  type GradeDraft,
  type GradingDraft,
  type Place,
  type Verdict,
} from '#app/domain/grading-draft.ts'
import type { Choice } from '../Rubric.tsx'

/** What does not change while an answer lies on the desk. */
export interface DeskFrame {
  dimensions: readonly Dimension[]
  /** The sentences of the whole answer, in order. */
  sentences: readonly Place[]
  findings: readonly { finding: string; matches: readonly { id: string; kind: 'defect' | 'decoy' }[] }[]
}

export interface DeskState {
  draft: GradingDraft
  /** What it was before, to go back one step at a time. */
  past: readonly GradingDraft[]
  dimension: Dimension
  /** The sentence under the cursor; -1 before the first use of the brackets. */
  sentence: number
  finding: number
}

export type DeskAct =
  | { type: 'choose'; choice: Choice }
  | { type: 'quote'; place: Place }
  | { type: 'comment'; text: string }
  | { type: 'incident'; kind: IncidentKind | null }
  | { type: 'dimension'; to: Dimension }
  | { type: 'sentence'; by: 1 | -1 }
  | { type: 'sentenceAt'; to: number }
  | { type: 'finding'; to: number }
  | { type: 'verdict'; finding: string; verdict: Verdict; defect?: string }
  | { type: 'confirm' }
  | { type: 'undo' }
  | { type: 'replace'; draft: GradingDraft }

const pastLimit = 100

export const openDesk = (draft: GradingDraft, frame: DeskFrame): DeskState => ({
  draft,
  past: [],
  dimension: firstUngraded(draft, frame.dimensions) ?? frame.dimensions[0] ?? 'A1',
  sentence: -1,
  finding: 0,
})

export const isGraded = ({ level, noEvidence }: GradeDraft) => level !== null || noEvidence

export const firstUngraded = (draft: GradingDraft, dimensions: readonly Dimension[]) =>
  dimensions.find((dimension) => !isGraded(draftOf(draft, dimension)))

/** The next criterion without a grade after this one, going round; undefined when all have one. */
export function nextUngraded(draft: GradingDraft, dimensions: readonly Dimension[], after: Dimension) {
  const at = dimensions.indexOf(after)
  return firstUngraded(draft, [...dimensions.slice(at + 1), ...dimensions.slice(0, at + 1)])
}

function withGrade(state: DeskState, change: Partial<GradeDraft>): DeskState {
  const { draft, dimension } = state
  const grade = { ...draftOf(draft, dimension), ...change }
  const others = draft.grades.filter((other) => other.dimension !== dimension)
  return edited(state, { ...draft, grades: [...others, grade] })
}

const edited = (state: DeskState, draft: GradingDraft): DeskState => ({
  ...state,
  draft,
  past: [...state.past, state.draft].slice(-pastLimit),
})

const samePlace = (a: Place, b: Place) => a.start === b.start && a.end === b.end

function withVerdict(state: DeskState, finding: string, verdict: Verdict, defect: string | null): DeskState {
  const others = state.draft.verdicts.filter((other) => other.finding !== finding)
  return edited(state, { ...state.draft, verdicts: [...others, { finding, verdict, defect }] })
}

/** One step with the desk; `frame` says what there is to grade. */
export function desk(frame: DeskFrame, state: DeskState, act: DeskAct): DeskState {
  switch (act.type) {
    case 'choose':
      return withGrade(state, {
        level: act.choice === 'ne' ? null : act.choice,
        noEvidence: act.choice === 'ne',
      })
    case 'quote': {
      const { quotes } = draftOf(state.draft, state.dimension)
      const marked = quotes.some((quote) => samePlace(quote, act.place))
      const next = marked ? quotes.filter((quote) => !samePlace(quote, act.place)) : [...quotes, act.place]
      return withGrade(state, { quotes: next.sort((a, b) => a.start - b.start).slice(0, 20) })
    }
    case 'comment':
      return withGrade(state, { comment: act.text })
    case 'incident':
      return withGrade(state, { incident: act.kind })
    case 'dimension':
      return { ...state, dimension: act.to }
    case 'sentence': {
      const last = frame.sentences.length - 1
      const from = state.sentence < 0 && act.by < 0 ? last + 1 : state.sentence
      return { ...state, sentence: Math.max(0, Math.min(last, from + act.by)) }
    }
    case 'sentenceAt':
      return { ...state, sentence: act.to }
    case 'finding': {
      const count = frame.findings.length
      return count === 0 ? state : { ...state, finding: (act.to + count) % count }
    }
    case 'verdict':
      return withVerdict(
        state,
        act.finding,
        act.verdict,
        act.verdict === 'planted' ? (act.defect ?? null) : null,
      )
    case 'confirm':
      return confirmed(frame, state)
    case 'undo': {
      const before = state.past.at(-1)
      return before ? { ...state, draft: before, past: state.past.slice(0, -1) } : state
    }
    case 'replace':
      return edited(state, act.draft)
  }
}

/** Confirms the suggestion for the finding under the cursor; pressed again, the next one. A decoy confirmed is a wrong claim. */
function confirmed(frame: DeskFrame, state: DeskState): DeskState {
  const here = frame.findings[state.finding]
  if (!here || here.matches.length === 0) return state
  const now = state.draft.verdicts.find(({ finding }) => finding === here.finding)
  const at = here.matches.findIndex(({ id, kind }) =>
    kind === 'decoy' ? now?.verdict === 'wrong' : now?.defect === id,
  )
  const match = here.matches[(at + 1) % here.matches.length]
  if (!match) return state
  return match.kind === 'decoy'
    ? withVerdict(state, here.finding, 'wrong', null)
    : withVerdict(state, here.finding, 'planted', match.id)
}
