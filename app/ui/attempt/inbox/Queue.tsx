import { Link } from '@remix-run/react'
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import type { DeskView, ThreadView } from '#app/domain/scenario/inbox.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Lamp } from '../../Lamp.tsx'
import { Mood } from './Mood.tsx'
import { groupsOf, isDone, waitsLong } from './order.ts'

/** A neighbouring part that belongs to the same inbox as far as a candidate is concerned. */
export interface OtherCase {
  answerId: string
  title: string
  words: number
}

interface QueueProps {
  desk: DeskView
  shown: string
  show: (thread: string) => void
  /** Conversations with words that were not sent yet. */
  drafted: (thread: string) => boolean
  others: readonly OtherCase[]
  lang: string
}

/** The conversations: who waits first, then who was answered, then what is over; and the other cases of the inbox. */
export function Queue({ desk, shown, show, drafted, others, lang }: QueueProps) {
  const { t } = useI18n()
  const groups = groupsOf(desk.threads)
  const closed = desk.threads.filter(isDone).length
  const keepsFocus = useKeptFocus()
  return (
    <div {...keepsFocus}>
      {(['waiting', 'answered', 'closed'] as const).map((group) =>
        groups[group].length === 0 && group !== 'waiting' ? null : (
          <section key={group}>
            <h2>
              {t(`attempt.inbox.queue.${group}`)}
              {group === 'waiting' && (
                <span className="label num">
                  {t('attempt.inbox.queue.count', { open: desk.threads.length - closed, closed })}
                </span>
              )}
            </h2>
            {groups[group].length === 0 ? (
              <p className="label none">{t('attempt.inbox.queue.nobody')}</p>
            ) : (
              <ul onKeyDown={byArrows}>
                {groups[group].map((thread) => (
                  <Row
                    key={thread.id}
                    thread={thread}
                    current={thread.id === shown}
                    drafted={drafted(thread.id)}
                    lang={lang}
                    onPress={() => show(thread.id)}
                  />
                ))}
              </ul>
            )}
          </section>
        ),
      )}
      {others.length > 0 && (
        <section>
          <h2>{t('attempt.inbox.queue.others')}</h2>
          <ul>
            {others.map(({ answerId, title, words }) => (
              <li key={answerId}>
                <Link className="queue-row" to={`/a/assignment/${answerId}`}>
                  <span className="who" lang={lang}>
                    {title}
                  </span>
                  <span className="when num">
                    {words > 0 ? t('attempt.words', { count: words }) : t('attempt.part.empty')}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** A row that had the focus may move to where another customer now waits: the focus goes with it. */
function useKeptFocus() {
  const rows = useRef<HTMLDivElement>(null)
  const had = useRef<string | null>(null)
  useEffect(() => {
    if (had.current && document.activeElement === document.body)
      rows.current?.querySelector<HTMLElement>(`[data-thread="${had.current}"]`)?.focus()
  })
  useEffect(() => {
    const leave = () => {
      had.current = null
    }
    document.addEventListener('pointerdown', leave)
    return () => document.removeEventListener('pointerdown', leave)
  }, [])
  return {
    ref: rows,
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      had.current = target.dataset.thread ?? null
    },
    onBlur: ({ relatedTarget }: FocusEvent<HTMLElement>) => {
      if (relatedTarget) had.current = null
    },
  }
}

/** Up and down go through the list; Tab goes through it as well. */
function byArrows(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const queue = event.currentTarget.closest('.queue')
  const rows: (Element | null)[] = [...(queue?.querySelectorAll('.queue-row') ?? [])]
  const here = rows.indexOf(document.activeElement)
  const next = rows[here + (event.key === 'ArrowDown' ? 1 : -1)]
  if (here < 0 || !(next instanceof HTMLElement)) return
  event.preventDefault()
  next.focus()
}

interface RowProps {
  thread: ThreadView
  current: boolean
  drafted: boolean
  lang: string
  onPress: () => void
}

function Row({ thread, current, drafted, lang, onPress }: RowProps) {
  const { t } = useI18n()
  const { who, mood, due, waiting, waited, subject, about } = thread
  const wait = t('attempt.inbox.queue.waited', { minutes: waited })
  return (
    <li>
      <button
        type="button"
        className="queue-row"
        data-thread={thread.id}
        aria-current={current ? 'true' : undefined}
        onClick={onPress}
      >
        <span className="who" lang={lang}>
          {who}
        </span>
        <span className="when num">
          {due !== null && !isDone(thread) ? (
            <Lamp>{t('attempt.inbox.queue.due', { time: due })}</Lamp>
          ) : waiting ? (
            waitsLong(thread) ? (
              <Lamp>{wait}</Lamp>
            ) : (
              wait
            )
          ) : null}
        </span>
        <span className="about" lang={lang}>
          {subject ?? about ?? t(`attempt.inbox.channels.${thread.channel}`)}
        </span>
        {drafted ? (
          <span className="label unsent">{t('attempt.inbox.queue.draft')}</span>
        ) : isDone(thread) ? (
          <span className="label" lang={lang}>
            {thread.outcome}
          </span>
        ) : (
          mood && <Mood mood={mood} />
        )}
      </button>
    </li>
  )
}
