import { Link } from '@remix-run/react'

/** The wordmark: one line, one round, one square. A link when it has somewhere to go. */
export function Mark({ to, name = 'Firstline' }: { to?: string; name?: string }) {
  const drawing = (
    <>
      <svg viewBox="0 0 30 11" aria-hidden="true">
        <line x1="0" x2="30" y1="5.5" y2="5.5" stroke="currentColor" strokeWidth="1.5" />
        <circle cx="8.5" cy="5.5" r="4" fill="currentColor" />
        <rect x="17.5" y="1.9" width="7.2" height="7.2" fill="currentColor" />
      </svg>
      {name}
    </>
  )
  return to ? (
    <Link className="mark" to={to}>
      {drawing}
    </Link>
  ) : (
    <span className="mark">{drawing}</span>
  )
}
