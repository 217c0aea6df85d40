import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from './Button.tsx'

/** The browser's own dialog: it holds the focus, closes with Escape and gives the focus back. */
export function Dialog(props: { title: ReactNode; open: boolean; onClose: () => void; children: ReactNode }) {
  const { title, open, onClose, children } = props
  const { t } = useI18n()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog className="dialog" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <header>
        <h2 id={id}>{title}</h2>
        <Button kind="plain" dense type="button" onClick={onClose}>
          {t('ui.close')}
        </Button>
      </header>
      {open && children}
    </dialog>
  )
}
