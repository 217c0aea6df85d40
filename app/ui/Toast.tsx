import { Form } from '@remix-run/react'
import { type ReactNode, useEffect, useState } from 'react'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from './Button.tsx'

/** Where toasts float. Stays on the page, so that what appears in it is spoken. */
export function Toasts({ children }: { children?: ReactNode }) {
  return (
    <div className="toasts" role="status">
      {children}
    </div>
  )
}

interface ToastProps {
  children: ReactNode
  /** The address that undoes the act, and what it needs to know. */
  undo?: { to: string; fields?: Readonly<Record<string, string>> }
  /** It leaves after this long, unless it is pointed at or holds the focus. */
  seconds?: number
}

/** Says what happened and offers the way back. Give it a key of the act, so that a new one is a new toast. */
export function Toast({ children, undo, seconds = 10 }: ToastProps) {
  const { t } = useI18n()
  const [gone, leave] = useState(false)
  const [held, hold] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => leave(true), seconds * 1000)
    return () => clearTimeout(timer)
  }, [held, seconds])
  if (gone) return null
  const on = () => hold(true)
  const off = () => hold(false)
  const holding = { onPointerEnter: on, onPointerLeave: off, onFocus: on, onBlur: off }
  return (
    <div className="toast" {...holding}>
      <span>{children}</span>
      {undo && (
        <Form method="post" action={undo.to} preventScrollReset>
          {Object.entries(undo.fields ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button kind="plain" dense keys="Z">
            {t('ui.undo')}
          </Button>
        </Form>
      )}
    </div>
  )
}
