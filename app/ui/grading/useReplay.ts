import { useEffect, useRef, useState } from 'react'
import type { Place } from '#app/domain/grading-draft.ts'
import type { DeskAct } from './desk-state.ts'
import type { DeskData } from './types.ts'

const hiddenKept = 'desk-customer-hidden'

export interface ReplayDesk {
  /** The conversation in hand. */
  at: number
  /** Conversations that were read, which stand folded. */
  read: ReadonlySet<string>
  /** What customers say is hidden: the words are graded, not how the customer took them. */
  hidden: boolean
  jump(to: number): void
  toggleRead(id: string): void
  toggleHidden(): void
  key(key: 'nextThread' | 'previousThread' | 'read' | 'hide'): boolean
}

/** Where one is in a queue of conversations. What was read is remembered in this tab, what is hidden on this device. */
export function useReplay(
  data: DeskData,
  sentences: readonly Place[],
  sentence: number,
  act: (act: DeskAct) => void,
): ReplayDesk {
  const threads = data.beside?.kind === 'inbox' ? data.beside.replay.threads : []
  const [at, go] = useState(0)
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  const [hidden, hide] = useState(false)
  const kept = `desk-read-${data.id}`
  useEffect(() => {
    hide(localStorage.getItem(hiddenKept) !== null)
    setRead(new Set((sessionStorage.getItem(kept) ?? '').split(' ').filter(Boolean)))
  }, [kept])

  const starts = threads.map(({ lines }) => lines.flatMap(({ start }) => start ?? []))
  const passageOf = (place: Place) =>
    data.passages.find(({ start, text }) => start <= place.start && place.end <= start + text.length)?.start
  const cursor = sentences[sentence]
  const under = cursor === undefined ? -1 : starts.findIndex((own) => own.includes(passageOf(cursor) ?? -1))
  const last = useRef(sentence)
  useEffect(() => {
    if (last.current !== sentence && under >= 0) go(under)
    last.current = sentence
  }, [sentence, under])

  const jump = (to: number) => {
    const [first] = starts[to] ?? []
    const index = sentences.findIndex(({ start }) => start === first)
    if (index >= 0) act({ type: 'sentenceAt', to: index })
    go(to)
  }
  const toggleRead = (id: string) => {
    const next = new Set(read)
    if (!next.delete(id)) next.add(id)
    sessionStorage.setItem(kept, [...next].join(' '))
    setRead(next)
  }
  const toggleHidden = () => {
    if (hidden) localStorage.removeItem(hiddenKept)
    else localStorage.setItem(hiddenKept, '1')
    hide(!hidden)
  }
  const step = (by: 1 | -1) => {
    if (threads.length > 0) jump((at + by + threads.length) % threads.length)
    return threads.length > 0
  }

  return {
    at,
    read,
    hidden,
    jump,
    toggleRead,
    toggleHidden,
    key: (pressed) => {
      switch (pressed) {
        case 'nextThread':
          return step(1)
        case 'previousThread':
          return step(-1)
        case 'read': {
          const here = threads[at]
          if (!here || threads.length < 2) return false
          const done = !read.has(here.id)
          toggleRead(here.id)
          const unread = (from: number) => threads.findIndex(({ id }, index) => index > from && !read.has(id))
          const next = unread(at) < 0 ? unread(-1) : unread(at)
          if (done && next >= 0 && next !== at) jump(next)
          return true
        }
        case 'hide':
          if (threads.length > 0) toggleHidden()
          return threads.length > 0
      }
    },
  }
}
