import { useNavigate } from '@remix-run/react'
import { familyOf } from '#app/domain/dimensions.ts'
import { lockable } from '#app/domain/grading-draft.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { type DeskAct, type DeskFrame, type DeskState, nextUngraded } from './desk-state.ts'
import type { DeskKey } from './keys.ts'
import type { DeskData, LockedNote } from './types.ts'
import type { Problem, useLock } from './useLock.ts'
import { useUndoLock } from './useLockedNote.ts'

interface Input {
  data: DeskData
  frame: DeskFrame
  state: DeskState
  open: boolean
  amending: boolean
  act: (act: DeskAct) => void
  locking: ReturnType<typeof useLock>
  note: LockedNote | null
}

/** What Enter would do now. */
export type Step =
  | { kind: 'criterion'; dimension: DeskState['dimension'] }
  | { kind: 'findings'; count: number }
  | { kind: 'level' }
  | { kind: 'lock' }
  | { kind: 'next' }

export interface DeskActs {
  step: Step
  go(): void
  undo(): void
  problem: string | null
  key(key: DeskKey): boolean
}

/** The desk's acts, the same for keys and buttons. */
export function useDeskActs(input: Input): DeskActs {
  const { data, frame, state, open, amending, act, locking, note } = input
  const { t } = useI18n()
  const navigate = useNavigate()
  const undoLock = useUndoLock(note)
  const { dimensions } = frame
  const { draft, dimension } = state
  const unjudged = frame.findings.filter(
    ({ finding }) => !draft.verdicts.some((one) => one.finding === finding),
  )

  const step = ((): Step => {
    if (!open) return { kind: 'next' }
    const to = nextUngraded(draft, dimensions, dimension)
    if (to === dimension) return { kind: 'level' }
    if (to) return { kind: 'criterion', dimension: to }
    return unjudged.length > 0 ? { kind: 'findings', count: unjudged.length } : { kind: 'lock' }
  })()

  const to = (id: string | null) => {
    navigate(id ? `/team/grading/${id}` : '/team/grading')
    return true
  }
  const lock = () => {
    const wrong = lockable({
      draft,
      dimensions,
      findings: frame.findings.map(({ finding }) => finding),
      textLength: data.text.length,
    })
    if ('ok' in wrong) return void locking.lock(draft)
    locking.setProblem({ code: wrong.refused, dimensions: wrong.dimensions, findings: wrong.findings })
    const [first] = wrong.dimensions
    if (first) act({ type: 'dimension', to: first })
  }
  const go = () => {
    if (amending) return
    switch (step.kind) {
      case 'criterion':
        return act({ type: 'dimension', to: step.dimension })
      case 'findings':
        return act({
          type: 'finding',
          to: frame.findings.findIndex(({ finding }) => finding === unjudged[0]?.finding),
        })
      case 'level':
      case 'lock':
        return lock()
      case 'next':
        return void to(data.next)
    }
  }
  const beside = (by: 1 | -1) => {
    const one = dimensions[dimensions.indexOf(dimension) + by]
    if (one) act({ type: 'dimension', to: one })
    return one !== undefined
  }
  const family = (wanted: 'attitude' | 'knowledge') => {
    const own = dimensions.filter((one) => familyOf(one) === wanted)
    const one = own[(own.indexOf(dimension) + 1) % own.length]
    if (one) act({ type: 'dimension', to: one })
    return one !== undefined
  }
  const verdict = (kind: 'partly' | 'valid' | 'wrong') => {
    const here = frame.findings[state.finding]
    if (here) act({ type: 'verdict', finding: here.finding, verdict: kind })
    return here !== undefined
  }
  const done = (one: DeskAct) => {
    act(one)
    return true
  }
  const undo = () => {
    if (!undoLock()) act({ type: 'undo' })
  }
  const key = (pressed: DeskKey): boolean => {
    switch (pressed) {
      case 'none':
        return done({ type: 'choose', choice: 'ne' })
      case 'nextCriterion':
        return beside(1)
      case 'previousCriterion':
        return beside(-1)
      case 'attitude':
      case 'knowledge':
        return family(pressed)
      case 'nextSentence':
        return done({ type: 'sentence', by: 1 })
      case 'previousSentence':
        return done({ type: 'sentence', by: -1 })
      case 'nextFinding':
        return done({ type: 'finding', to: state.finding + 1 })
      case 'previousFinding':
        return done({ type: 'finding', to: state.finding - 1 })
      case 'confirm':
        return done({ type: 'confirm' })
      case 'partly':
      case 'valid':
      case 'wrong':
        return verdict(pressed)
      case 'nextAnswer':
        return to(data.next)
      case 'previousAnswer':
        return data.previous !== null && to(data.previous)
      case 'go':
        go()
        return true
      case 'undo':
        undo()
        return true
      default:
        return false
    }
  }
  return { step, go, undo, problem: locking.problem && said(locking.problem), key }

  function said({ code, dimensions: where, findings }: Problem): string {
    const names = where.map((one) => `${one} ${t(`domain.dimensions.${one}.name`)}`).join(', ')
    const places = findings
      .map((id) => frame.findings.findIndex(({ finding }) => finding === id) + 1)
      .join(', ')
    switch (code) {
      case 'grade-missing':
        return t('grading.refusals.grade-missing', { names })
      case 'quote-missing':
        return t('grading.refusals.quote-missing', { names })
      case 'verdict-missing':
        return t('grading.refusals.verdict-missing', { places })
      case 'signed-out':
        return t('grading.signedOut')
      case 'already-locked':
      case 'answer-gone':
      case 'already-revealed':
      case 'reason-missing':
      case 'stale':
      case 'not-sent':
        return t(`grading.refusals.${code}`)
      default:
        return t('grading.refusals.not-accepted')
    }
  }
}
