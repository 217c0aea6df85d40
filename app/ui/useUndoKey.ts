import { useSubmit } from '@remix-run/react'
import { useEffect } from 'react'

/** Keys belong to the place where they are typed. */
const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null

/** For these seconds Z sends what takes an act back, unless it means something where it is pressed. */
export function useUndoKey(to: string, seconds: number, fields?: Readonly<Record<string, string>>): void {
  const submit = useSubmit()
  const sent = JSON.stringify(fields ?? null)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey
      if (event.defaultPrevented || !plain || event.key.toLowerCase() !== 'z' || typing(event.target)) return
      event.preventDefault()
      submit(JSON.parse(sent), { method: 'post', action: to, preventScrollReset: true })
    }
    const stop = () => document.removeEventListener('keydown', press)
    document.addEventListener('keydown', press)
    const timer = setTimeout(stop, seconds * 1000)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [seconds, submit, to, sent])
}
