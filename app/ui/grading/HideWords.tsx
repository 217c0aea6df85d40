import { type FormEvent, useEffect, useRef } from 'react'
import type { Place } from '#app/domain/grading-draft.ts'
import { hiddenSign } from '#app/domain/hidden-sign.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { Toast } from '../Toast.tsx'
import type { Hiding } from './useHiding.ts'

/** Under the answer while words of it are selected, so that it is there on a phone too. */
export function HideSelected({ selected, hiding }: { selected: Place | undefined; hiding: Hiding }) {
  const { t } = useI18n()
  if (!selected) return null
  return (
    <p className="hide-selected">
      <Button
        type="button"
        dense
        keys="X"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => hiding.ask(selected, undefined)}
      >
        {t('grading.hiding.do')}
      </Button>
    </p>
  )
}

/** Some words of one sentence, chosen by keyboard. */
export function ChooseWords({ text, hiding }: { text: string; hiding: Hiding }) {
  const { t } = useI18n()
  const { choosing, stop, hide } = hiding
  const field = useRef<HTMLTextAreaElement>(null)
  // After the dialog's own effect, which opens it: only then can the field have the focus.
  useEffect(() => {
    const { current } = field
    if (!choosing || !current) return
    // One may move in it and not write: what is read-only shows no cursor.
    const keep = (event: Event) => event.preventDefault()
    current.addEventListener('beforeinput', keep)
    current.focus()
    current.setSelectionRange(0, 0)
    return () => current.removeEventListener('beforeinput', keep)
  }, [choosing])
  const choose = () => {
    if (!choosing || !field.current) return
    const { selectionStart: from, selectionEnd: to } = field.current
    const { start, end } = choosing
    void hide(from < to ? { start: start + from, end: start + to } : { start, end })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    choose()
  }
  return (
    <Dialog title={t('grading.hiding.title')} open={choosing !== null} onClose={stop}>
      {choosing && (
        <form className="stack" onSubmit={submit}>
          <label className="field">
            <span className="label">{t('grading.hiding.hint')}</span>
            <textarea
              ref={field}
              rows={4}
              inputMode="none"
              defaultValue={text.slice(choosing.start, choosing.end).replaceAll(hiddenSign, '▒')}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                choose()
              }}
            />
          </label>
          <p className="row">
            <Button kind="primary" keys="Enter">
              {t('grading.hiding.do')}
            </Button>
          </p>
        </form>
      )}
    </Dialog>
  )
}

/** Says what came of it, and offers the way back. */
export function HidingToast({ id, hiding: { note } }: { id: string; hiding: Hiding }) {
  const { t } = useI18n()
  if (!note) return null
  return note.says === 'done' ? (
    <Toast key={note.at} undo={{ to: `/team/grading/${id}/show` }}>
      {t('grading.hiding.done')}
    </Toast>
  ) : (
    <Toast key={note.at}>{t(`grading.refusals.${note.says}`)}</Toast>
  )
}
