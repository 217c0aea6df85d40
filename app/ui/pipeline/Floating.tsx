import { type ReactNode, useRef } from 'react'
import type { ActAnswer } from '#app/domain/pipeline-acts.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Toast, Toasts } from '../Toast.tsx'
import { useDesk } from './useDesk.ts'
import type { RowView } from './view.ts'

/** What floats: what can be done with those who are picked, and what was done, with the way back. */
export function Floating({ rows, children }: { rows: readonly RowView[]; children?: ReactNode }) {
  const { t } = useI18n()
  const { acts, picked, clear, move } = useDesk()
  const { answer } = acts
  const ids = [...picked]
  const writable = rows.filter(({ id, mayWrite }) => mayWrite && picked.has(id)).map(({ id }) => id)
  // Whoever has left the list by the act is still named.
  const names = useRef(new Map<string, string>()).current
  for (const { id, shown } of rows) names.set(id, shown)
  const write = () => {
    acts.run('word', writable)
    clear()
  }
  return (
    <Toasts>
      {children}
      {ids.length > 0 && (
        <div className="toast bulk dense">
          <span className="num">{t('pipeline.acts.picked', { count: ids.length })}</span>
          <Button type="button" disabled={writable.length === 0} onClick={write}>
            {t('pipeline.acts.word')}
          </Button>
          <Button type="button" keys="M" onClick={() => move(ids)}>
            {t('pipeline.acts.move')}
          </Button>
          <Button type="button" kind="plain" onClick={clear}>
            {t('pipeline.acts.clear')}
          </Button>
        </div>
      )}
      {answer && (
        <Toast key={answer.key}>
          <Said answer={answer} names={names} />
          {answer.done.some(({ undo }) => undo) && (
            <Button type="button" kind="plain" dense keys="Z" onClick={acts.undo}>
              {t('ui.undo')}
            </Button>
          )}
        </Toast>
      )}
    </Toasts>
  )
}

function Said({ answer, names }: { answer: ActAnswer; names: ReadonlyMap<string, string> }) {
  const { t } = useI18n()
  const [only, ...others] = answer.done
  const one = only && others.length === 0 ? { name: names.get(only.id) ?? '' } : undefined
  const many = { count: answer.done.length }
  const stage = answer.to ? t(`ui.stage.${answer.to}`) : ''
  return (
    <>
      {only && <span>{done()}</span>}
      {answer.refused.map(({ id, code }) => (
        <span key={id}>
          {t('pipeline.toast.refused', { name: names.get(id) ?? '', reason: t(`pipeline.refusals.${code}`) })}
        </span>
      ))}
    </>
  )

  function done(): string {
    switch (answer.act) {
      case 'move':
        return one
          ? t('pipeline.toast.moved', { ...one, stage })
          : t('pipeline.toast.movedMany', { ...many, stage })
      case 'invite':
        return one ? t('pipeline.toast.invite', one) : t('pipeline.toast.inviteMany', many)
      case 'word':
        return one ? t('pipeline.toast.word', one) : t('pipeline.toast.wordMany', many)
      case 'undo-moves':
        return t('pipeline.toast.undoneMoves')
      case 'undo-words':
        return t('pipeline.toast.undone')
    }
  }
}
