import { useCallback, useEffect, useState } from 'react'
import { foldedArticles, unfoldedArticles } from '#app/domain/scenario/folded.ts'
import type { ArticleView } from '#app/domain/scenario/handbook.ts'
import { pace } from '../queue.ts'

/** In this tab a handbook that has come once stays, however often its page is read again, with or without a connection. */
const placeOf = (answer: string) => `handbook-${answer}`
function here(answer: string): readonly ArticleView[] | undefined {
  try {
    const kept = sessionStorage.getItem(placeOf(answer))
    return kept === null ? undefined : unfoldedArticles(JSON.parse(kept) as string[])
  } catch {
    return
  }
}
function keepHere(answer: string, articles: readonly ArticleView[]): void {
  try {
    sessionStorage.setItem(placeOf(answer), JSON.stringify(foldedArticles(articles)))
  } catch {
    // Without storage it is asked for again.
  }
}

async function fetched(answer: string, signal: AbortSignal): Promise<readonly ArticleView[]> {
  const response = await fetch(`/a/answers/${answer}/handbook`, {
    headers: { accept: 'application/json' },
    signal,
  })
  if (!response.ok) throw new Error(`the handbook was answered with ${response.status}`)
  return unfoldedArticles((await response.json()) as string[])
}

export interface Articles {
  articles: readonly ArticleView[]
  /** What stands in them is not here: on its way, or held up until the connection is back. */
  lacks: 'underway' | 'away' | null
  /** Somebody turns to them. */
  want: () => void
}

/** The handbook of a case. A page that is read again brings its contents alone; the rest comes when it is turned to. */
export function useArticles(given: readonly ArticleView[], answer?: string): Articles {
  const complete = answer === undefined || given.every(({ paragraphs }) => paragraphs.length > 0)
  const [whole, setWhole] = useState<readonly ArticleView[] | undefined>(complete ? given : undefined)
  const [wanted, setWanted] = useState(false)
  const [away, setAway] = useState(false)
  useEffect(() => {
    if (answer === undefined) return
    if (complete) keepHere(answer, given)
    else setWhole((before) => before ?? here(answer))
  }, [answer, complete, given])
  useEffect(() => {
    if (answer === undefined || !wanted || whole) return
    const control = new AbortController()
    let again: ReturnType<typeof setTimeout> | undefined
    const ask = async (tries: number) => {
      clearTimeout(again)
      try {
        const came = await fetched(answer, control.signal)
        keepHere(answer, came)
        setWhole(came)
      } catch {
        if (control.signal.aborted) return
        setAway(true)
        again = setTimeout(() => void ask(tries + 1), pace.retry[Math.min(tries, pace.retry.length - 1)])
      }
    }
    const online = () => void ask(0)
    void ask(0)
    window.addEventListener('online', online)
    return () => {
      control.abort()
      clearTimeout(again)
      window.removeEventListener('online', online)
    }
  }, [answer, wanted, whole])
  const want = useCallback(() => setWanted(true), [])
  return {
    articles: whole ?? given,
    lacks: whole ? null : away ? 'away' : 'underway',
    want,
  }
}
