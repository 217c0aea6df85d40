import { useState } from 'react'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import type { DeskState } from './desk-state.ts'
import type { DeskData } from './types.ts'
import type { DeskActs } from './useDeskActs.ts'
import type { useLock } from './useLock.ts'

interface DeskFootProps {
  data: DeskData
  state: DeskState
  amending: boolean
  locking: ReturnType<typeof useLock>
  acts: DeskActs
  onAmend: (amending: boolean) => void
  onMap: () => void
}

type Foot =
  | 'level'
  | 'none'
  | 'criterion'
  | 'sentence'
  | 'mark'
  | 'finding'
  | 'confirm'
  | 'thread'
  | 'hide'
  | 'answers'
const caps: Record<Foot, readonly string[]> = {
  level: ['1', '–', '5'],
  none: ['0'],
  criterion: ['Tab'],
  sentence: ['[', ']'],
  mark: ['Space'],
  finding: ['F'],
  confirm: ['Y'],
  thread: ['T'],
  hide: ['H'],
  answers: ['J', 'K'],
}
const plain = ['level', 'none', 'criterion', 'sentence', 'mark', 'answers'] as const
const review = ['level', 'none', 'criterion', 'sentence', 'mark', 'finding', 'confirm'] as const
const inbox = ['level', 'none', 'criterion', 'sentence', 'mark', 'thread', 'hide'] as const

/** The line below the desk: the keys, and the one button that says what happens next. */
export function DeskFoot(props: DeskFootProps) {
  const { data, amending, onMap } = props
  const { t } = useI18n()
  const keys = data.case.kind === 'page-review' ? review : data.case.kind === 'inbox' ? inbox : plain
  return (
    <footer className="desk-foot">
      <p className="keys">
        {keys.map((key) => (
          <span key={key}>
            {caps[key].map((cap) => (cap === '–' ? <span key={cap}>–</span> : <kbd key={cap}>{cap}</kbd>))}
            {t(`grading.foot.${key}`)}
          </span>
        ))}
        <button type="button" className="btn plain dense" onClick={onMap}>
          <kbd>?</kbd> {t('grading.foot.map')}
        </button>
      </p>
      {amending ? <Amend {...props} /> : <Go {...props} />}
    </footer>
  )
}

function Go({ data, locking, acts, onAmend }: DeskFootProps) {
  const { t } = useI18n()
  const { step } = acts
  const words = () => {
    switch (step.kind) {
      case 'criterion':
        return t('grading.goOn', {
          code: step.dimension,
          name: t(`domain.dimensions.${step.dimension}.name`),
        })
      case 'level':
        return t('grading.choose')
      case 'findings':
        return t('grading.goFindings', { count: step.count })
      case 'lock':
        return t(data.next ? 'grading.lockNext' : 'grading.lock')
      case 'next':
        return t(data.next ? 'grading.goNext' : 'grading.goQueue')
    }
  }
  return (
    <div className="go">
      {data.state === 'open' && (
        <Button kind="plain" type="button" keys="Z" onClick={acts.undo}>
          {t('grading.undo')}
        </Button>
      )}
      {(data.state === 'locked' || data.state === 'undoable') && (
        <Button kind="plain" type="button" onClick={() => onAmend(true)}>
          {t('grading.amend')}
        </Button>
      )}
      <Button
        kind="primary"
        type="button"
        keys="Enter"
        busy={locking.busy ? t('ui.sending') : undefined}
        onClick={acts.go}
      >
        {words()}
      </Button>
    </div>
  )
}

function Amend({ state, locking, onAmend }: DeskFootProps) {
  const { t } = useI18n()
  const [reason, setReason] = useState('')
  const send = async () => {
    if (await locking.amend(state.draft.grades, reason)) onAmend(false)
  }
  return (
    <div className="go amending">
      <label className="field">
        <span className="label">{t('grading.reason')}</span>
        <input value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
      </label>
      <Button kind="plain" type="button" onClick={() => onAmend(false)}>
        {t('ui.cancel')}
      </Button>
      <Button kind="primary" type="button" busy={locking.busy ? t('ui.sending') : undefined} onClick={send}>
        {t('grading.amendSend')}
      </Button>
    </div>
  )
}
