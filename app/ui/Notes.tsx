import type { ReactNode } from 'react'
import { useI18n } from '#app/i18n/react.tsx'
import { classes } from './classes.ts'

export interface Framed {
  name: string
  label: ReactNode
  /** What helps before typing; `error` says what to do after. Both are tied to the control. */
  hint?: ReactNode
  error?: string
  /** Marks the field as one that may stay empty: everything unmarked is needed. */
  optional?: boolean
}

/** Ids follow the name, so that an error summary can lead to the field. */
export const describedBy = (id: string, { hint, error }: { hint?: ReactNode; error?: string }) =>
  classes(!!hint && `${id}-hint`, !!error && `${id}-error`) || undefined

export function Notes({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  )
}

export function Optional() {
  const { t } = useI18n()
  return <small> · {t('ui.optional')}</small>
}
