import { useEffect, useRef } from 'react'

/** Why something was not done. Takes the focus, so that it is seen wherever the page was. */
export function Refused({ words }: { words: string }) {
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (words) line.current?.focus()
  }, [words])
  return (
    <p className="refused" role="alert" tabIndex={-1} ref={line}>
      {words}
    </p>
  )
}
