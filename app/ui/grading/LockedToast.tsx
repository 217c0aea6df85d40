import type { ReactNode } from 'react'
import { useI18n } from '#app/i18n/react.tsx'
import { Toast, Toasts } from '../Toast.tsx'
import type { LockedNote } from './types.ts'

/** Says which answer was locked and offers the way back for ten seconds. */
export function LockedToast({ note, children }: { note: LockedNote | null; children?: ReactNode }) {
  const { t } = useI18n()
  return (
    <Toasts>
      {children}
      {note && (
        <Toast key={note.until} undo={{ to: `/team/grading/${note.id}/undo` }}>
          {t('grading.lockedToast', { code: note.code })}
        </Toast>
      )}
    </Toasts>
  )
}
