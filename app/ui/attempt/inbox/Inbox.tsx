import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { InboxBody } from '#app/domain/scenario/body.ts'
import { behind, draftKey, withoutSaid } from '#app/domain/scenario/inbox/drafts.ts'
import type { DeskView } from '#app/domain/scenario/inbox.ts'
import type { CandidateViewOf } from '#app/domain/scenario/views.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { classes } from '../../classes.ts'
import { Langs } from '../../Langs.tsx'
import { Foot } from '../../PublicPage.tsx'
import { Composer } from './Composer.tsx'
import { Conversation } from './Conversation.tsx'
import { lineOf, practiceLine, takeUpActs } from './case-device.ts'
import type { CaseLine, SeenDesk } from './case-line.ts'
import { Known } from './Known.tsx'
import { useNews, useWaitingInTitle } from './news.ts'
import { groupsOf, hasWork, isDone, waitingIn } from './order.ts'
import { type OtherCase, Queue } from './Queue.tsx'
import { Trouble } from './Trouble.tsx'
import { Unopened } from './Unopened.tsx'
import { useCase } from './useCase.ts'

/** The case as it is kept; without one it is only tried. */
export interface KeptCase {
  answerId: string
  seen: SeenDesk | null
  others: readonly OtherCase[]
}

interface InboxProps {
  view: CandidateViewOf<'inbox'>
  body: InboxBody
  edit: (body: InboxBody) => void
  locked: boolean
  lang: string
  onward: ReactNode
  kept?: KeptCase
  /** Where an inbox that is only tried is played. */
  tryAt: string
}

const nothingLeft = async () => undefined
const logOf = (within: ParentNode | null) => within?.querySelector<HTMLElement>('[role=log]')

/** A queue of conversations, the one that is open, and what is known; one conversation alone is a chat. */
export function Inbox({ view, body, edit, locked, lang, onward, kept, tryAt }: InboxProps) {
  const latest = useRef({ body, edit })
  latest.current = { body, edit }
  const [line] = useState(() => {
    if (kept) return lineOf(kept.answerId, kept.seen)
    return practiceLine(tryAt, (act) => {
      const { body, edit } = latest.current
      edit(withoutSaid(body, act))
    })
  })
  const [takeUp] = useState(() =>
    kept ? (taken: CaseLine) => takeUpActs(kept.answerId, taken) : nothingLeft,
  )
  const work = useCase(line, takeUp)
  const { seen, closed } = work.state
  const unopened = useRef(seen === null)
  useEffect(() => {
    if (!seen || !unopened.current) return
    unopened.current = false
    // The button that opened it has gone; who goes by keys is led to what was said first.
    if (document.activeElement === document.body) logOf(document)?.focus()
  }, [seen])
  const shut = locked || !work.ready || closed !== null
  if (!seen)
    return (
      <Unopened view={view} lang={lang} work={work} locked={shut} practice={!kept} onward={onward}>
        <Trouble state={work.state} />
      </Unopened>
    )
  return (
    <Desk
      view={view}
      desk={seen.desk}
      work={work}
      body={body}
      edit={edit}
      locked={shut}
      lang={lang}
      onward={onward}
      others={kept?.others ?? []}
      answer={kept?.answerId}
    />
  )
}

interface DeskProps extends Omit<InboxProps, 'kept' | 'tryAt'> {
  desk: DeskView
  work: ReturnType<typeof useCase>
  others: readonly OtherCase[]
  answer?: string
}

const columns = ['queue', 'conversation', 'known'] as const
type Column = (typeof columns)[number]

function Desk({ view, desk, work, body, edit, locked, lang, onward, others, answer }: DeskProps) {
  const { t } = useI18n()
  const [column, setColumn] = useState<Column>('conversation')
  const [picked, pick] = useState<string>()
  const [turned, setTurned] = useState(0)
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    if (turned === 0) return
    // Where the page itself scrolls, a conversation that was asked for begins with its newest message.
    section.current?.querySelector('.entry:last-of-type')?.scrollIntoView({ block: 'nearest' })
    // Where there is room for one column only, the queue has just gone.
    const row = document.activeElement
    if (row instanceof HTMLElement && row.closest('.queue') && !row.offsetParent)
      logOf(section.current)?.focus({ preventScroll: true })
  }, [turned])
  const { waiting, answered, closed } = groupsOf(desk.threads)
  const thread =
    desk.threads.find(({ id }) => id === picked) ?? waiting[0] ?? answered[0] ?? closed[0] ?? desk.threads[0]
  // What is being looked at stays, however the queue is ordered meanwhile.
  if (thread && picked !== thread.id) pick(thread.id)
  const speech = useNews(desk, thread?.id)
  useWaitingInTitle(waitingIn(desk))
  const queued = desk.threads.length > 1 || others.length > 0
  const pending = work.state.pending
  const drafted = (id: string) =>
    (['reply', 'note', 'hand-over'] as const).some((kind) => {
      const sent = pending.flatMap(({ act }) => (act.do === kind && act.thread === id ? [act.text] : []))
      return behind(body.drafts[draftKey[kind](id)] ?? '', sent).trim() !== ''
    })
  const done = !hasWork(desk) && pending.length === 0
  const tabs = columns.filter((name) => name !== 'queue' || queued)
  const shown = tabs.includes(column) ? column : 'conversation'
  return (
    <div className={classes('inbox', `shows-${shown}`, queued ? 'queued' : 'chat')}>
      <div className="inbox-tabs">
        <nav className="tabs" aria-label={t('attempt.inbox.views')}>
          {tabs.map((name) => (
            <button
              key={name}
              type="button"
              aria-current={name === shown ? 'true' : undefined}
              onClick={() => setColumn(name)}
            >
              {name === 'queue'
                ? t('attempt.inbox.tabs.queue', { waiting: waiting.length })
                : t(`attempt.inbox.tabs.${name}`)}
            </button>
          ))}
        </nav>
      </div>
      {queued && (
        <nav className="queue" aria-label={t('attempt.inbox.tabs.list')}>
          <Queue
            desk={desk}
            shown={thread?.id ?? ''}
            show={(id) => {
              pick(id)
              setColumn('conversation')
              setTurned((before) => before + 1)
            }}
            drafted={drafted}
            others={others}
            lang={lang}
          />
          {!done && onward}
        </nav>
      )}
      <section className="thread" ref={section} aria-label={t('attempt.inbox.tabs.conversation')}>
        {thread ? (
          <>
            <Conversation
              thread={thread}
              clock={`${desk.clock} · ${desk.day}`}
              pending={pending.filter(({ act }) => 'thread' in act && act.thread === thread.id)}
              trouble={work.state.trouble}
              lang={lang}
            />
            <div className="answering">
              <Trouble state={work.state} />
              <Composer
                key={thread.id}
                thread={thread}
                view={view}
                work={work}
                body={body}
                edit={edit}
                locked={locked}
                lang={lang}
              />
              {done && (
                <>
                  <p className="quiet">
                    {t(isDone(thread) ? 'attempt.inbox.allDone' : 'attempt.inbox.nothing')}
                  </p>
                  {onward}
                </>
              )}
            </div>
          </>
        ) : (
          <p className="quiet empty">{t('attempt.inbox.queue.nobody')}</p>
        )}
      </section>
      <section className="known" aria-label={t('attempt.inbox.tabs.known')}>
        <Known
          view={view}
          desk={desk}
          thread={thread}
          work={work}
          body={body}
          edit={edit}
          locked={locked}
          lang={lang}
          answer={answer}
        />
        {!queued && !done && onward}
        <Foot>
          <Langs />
        </Foot>
      </section>
      {speech}
    </div>
  )
}
