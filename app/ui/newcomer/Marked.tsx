import { marks } from '../attempt/search.ts'

/** A text with what was searched for marked in it. */
export function Marked({ text, query }: { text: string; query: string }) {
  return (
    <>
      {marks(text, query).map(({ from, to, hit }) =>
        hit ? <mark key={from}>{text.slice(from, to)}</mark> : text.slice(from, to),
      )}
    </>
  )
}
