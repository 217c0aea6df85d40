import { type ReactNode, useEffect, useRef } from 'react'
import type { DeskView } from '#app/domain/scenario/inbox.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { useSpeak } from '../useSpeak.tsx'

/** Says who has written elsewhere; in the conversation that is shown the messages speak for themselves. */
export function useNews(desk: DeskView, shown: string | undefined): ReactNode {
  const { t } = useI18n()
  const [speech, speak] = useSpeak()
  const known = useRef(new Map<string, number>())
  useEffect(() => {
    const first = known.current.size === 0
    const news = desk.threads.filter(({ id, messages }) => {
      const before = known.current.get(id) ?? 0
      return id !== shown && messages.slice(before).some(({ by }) => by === 'customer')
    })
    known.current = new Map(desk.threads.map(({ id, messages }) => [id, messages.length]))
    if (!first && news.length > 0) speak(news.map(({ who }) => t('attempt.inbox.news', { who })).join(' '))
  })
  return speech
}

/** The tab says how many wait, so that it can be left for a moment. */
export function useWaitingInTitle(waiting: number): void {
  useEffect(() => {
    const plain = document.title.replace(/^\(\d+\) /, '')
    document.title = waiting > 0 ? `(${waiting}) ${plain}` : plain
    return () => {
      document.title = document.title.replace(/^\(\d+\) /, '')
    }
  }, [waiting])
}
