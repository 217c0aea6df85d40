import { useI18n } from '#app/i18n/react.tsx'
import { Toast } from '../Toast.tsx'
import { useUndoKey } from '../useUndoKey.ts'

interface UndoToastProps {
  name: string
  /** The address that takes the rejection back. */
  to: string
  seconds: number
}

/** A rejection was recorded; for these seconds one press, or Z, takes it back. */
export function UndoToast({ name, to, seconds }: UndoToastProps) {
  const { t } = useI18n()
  useUndoKey(to, seconds)
  return (
    <Toast undo={{ to }} seconds={seconds}>
      {t('decisions.page.rejected', { name })}
    </Toast>
  )
}
