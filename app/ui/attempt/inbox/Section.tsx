import { type ReactNode, useEffect, useRef } from 'react'

/** Where an act takes away the very field that had the focus, it goes to what has come in its place. */
export function Section({ label, children }: { label: string; children: ReactNode }) {
  const section = useRef<HTMLElement>(null)
  const had = useRef(false)
  useEffect(() => {
    if (had.current && document.activeElement === document.body) section.current?.focus()
  })
  return (
    <section
      ref={section}
      className="composer"
      aria-label={label}
      tabIndex={-1}
      onFocus={() => {
        had.current = true
      }}
      onBlur={({ relatedTarget, currentTarget, target }) => {
        if (relatedTarget) had.current = currentTarget.contains(relatedTarget)
        // Pressed beside it: the field is still there, and was left on purpose.
        else
          setTimeout(() => {
            if (target.isConnected) had.current = document.activeElement === target
          })
      }}
    >
      {children}
    </section>
  )
}
