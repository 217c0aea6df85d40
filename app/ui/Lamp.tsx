import type { ReactNode } from 'react'

/** What needs you now: always a word or a figure, never a colour alone. `out` lets the words align with the text above. */
export function Lamp({ children, out }: { children: ReactNode; out?: boolean }) {
  return <span className={out ? 'lamp out' : 'lamp'}>{children}</span>
}
