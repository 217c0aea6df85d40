import { useSubmit } from '@remix-run/react'
import { useEffect } from 'react'
import { useI18n } from '#app/i18n/react.tsx'
import { Toast } from '../Toast.tsx'

interface UndoToastProps {
  name: string
  /** The address that takes the rejection back. */
  to: string
  seconds: number
}

/** Keys belong to the place where they are typed. */
const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null

/** A rejection was recorded; for these seconds one press, or Z, takes it back. */
export function UndoToast({ name, to, seconds }: UndoToastProps) {
  const { t } = useI18n()
  const submit = useSubmit()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey
      if (!plain || event.key.toLowerCase() !== 'z' || typing(event.target)) return
      event.preventDefault()
      submit(null, { method: 'post', action: to })
    }
    const stop = () => document.removeEventListener('keydown', press)
    document.addEventListener('keydown', press)
    const timer = setTimeout(stop, seconds * 1000)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [seconds, submit, to])
  return (
    <Toast undo={{ to }} seconds={seconds}>
      {t('decisions.page.rejected', { name })}
    </Toast>
  )
}
