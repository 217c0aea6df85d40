import type { ReactNode } from 'react'

/** Nothing here yet: one sentence that says why, then the next action. */
export function Empty({ children, act }: { children: ReactNode; act?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {act && <div className="row">{act}</div>}
    </div>
  )
}
