import { Fragment, useEffect, useRef, useState } from 'react'
import type { Act, ThreadView } from '#app/domain/scenario/inbox.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../../Button.tsx'
import { classes } from '../../classes.ts'
import type { CaseTrouble, Pending } from './case-line.ts'
import { Mood } from './Mood.tsx'
import { isDone, nameOf } from './order.ts'

interface ConversationProps {
  thread: ThreadView
  /** The clock of the case. */
  clock: string
  pending: readonly Pending[]
  trouble: CaseTrouble | null
  lang: string
}

/** What has been said so far, the newest at the bottom; what is on its way stands below it. */
export function Conversation({ thread, clock, pending, trouble, lang }: ConversationProps) {
  const { t, formats } = useI18n()
  const { who, mood, tags, outcome, handedOver } = thread
  const name = nameOf(thread)
  const said = [
    t(`attempt.inbox.channels.${thread.channel}`),
    ...(name === who ? [] : [who]),
    ...(thread.about === null ? [] : [thread.about]),
  ]
  return (
    <>
      <header className="thread-head">
        <h1 lang={lang}>{name}</h1>
        <span className="label num">{t('attempt.inbox.clock', { time: clock })}</span>
        <p className="label" lang={lang}>
          {said.join(' · ')}
        </p>
        {mood && !isDone(thread) && <Mood mood={mood} />}
        {(tags.length > 0 || outcome !== null || handedOver !== null) && (
          <p className="label">
            {[
              ...(outcome === null ? [] : [t('attempt.inbox.closedAs', { outcome })]),
              ...(handedOver === null ? [] : [t('attempt.inbox.handedOverTo', { desk: handedOver })]),
              ...(tags.length > 0 ? [t('attempt.inbox.tags', { tags: formats.list(tags) })] : []),
            ].join(' · ')}
          </p>
        )}
      </header>
      <Log key={thread.id} thread={thread} pending={pending} trouble={trouble} lang={lang} />
    </>
  )
}

type LogProps = Pick<ConversationProps, 'thread' | 'pending' | 'trouble' | 'lang'>

/** Messages only come to the end, so that their places name them. */
const placed = (messages: ThreadView['messages']) =>
  messages.map((message, place) => ({
    ...message,
    place,
    newDay: message.day === messages[place - 1]?.day ? null : message.day,
  }))

/** What scrolls by itself must be reached by keyboard, or nobody there could scroll it. */
const scrolled = { tabIndex: 0 }

const down = (log: HTMLElement | null) => log?.scrollTo({ top: log.scrollHeight })

function Log({ thread, pending, trouble, lang }: LogProps) {
  const { t } = useI18n()
  const log = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const [below, setBelow] = useState(false)
  const { messages } = thread
  const rows = messages.length + pending.length
  const own = pending.length > 0 || messages.at(-1)?.by !== 'customer'
  const before = useRef(0)
  useEffect(() => {
    const first = before.current === 0
    const grown = rows > before.current
    before.current = rows
    if (!grown) return
    // Whoever reads further up is not torn away; what they did themselves they want to see.
    if (first || atEnd.current || own) down(log.current)
    else setBelow(true)
  }, [rows, own])

  useEffect(() => {
    const frame = log.current
    if (!frame) return
    // What is being written takes more room, or less: the newest message stays where it was.
    const watch = new ResizeObserver(() => atEnd.current && down(frame))
    watch.observe(frame)
    return () => watch.disconnect()
  }, [])

  return (
    <div className="log-frame">
      <div
        className="log"
        role="log"
        {...scrolled}
        aria-label={t('attempt.inbox.log', { who: thread.who })}
        ref={log}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          atEnd.current = scrollHeight - scrollTop - clientHeight < 48
          if (atEnd.current) setBelow(false)
        }}
      >
        {placed(messages).map(({ place, newDay, by, clock, text, promise }) => (
          <Fragment key={place}>
            {newDay !== null && (
              <p className="day label" lang={lang}>
                {newDay}
              </p>
            )}
            <Entry
              by={by}
              who={thread.who}
              clock={clock}
              text={text}
              lang={lang}
              after={promise && t('attempt.inbox.promised', { time: promise })}
            />
          </Fragment>
        ))}
        {pending.map(({ actId, act }) => (
          <Entry
            key={actId}
            by={act.do === 'reply' ? 'agent' : 'act'}
            who={thread.who}
            clock=""
            text={wordsOf(act) ?? t(`attempt.inbox.did.${act.do === 'close' ? 'close' : 'other'}`)}
            lang={lang}
            after={t(trouble ? 'attempt.inbox.waitsForConnection' : 'attempt.inbox.underway')}
          />
        ))}
      </div>
      {below && (
        <Button
          type="button"
          dense
          className="below"
          onClick={() => {
            down(log.current)
            log.current?.focus({ preventScroll: true })
          }}
        >
          {t('attempt.inbox.below')}
        </Button>
      )}
    </div>
  )
}

const wordsOf = (act: Act) => ('text' in act ? act.text : undefined)

interface EntryProps {
  by: ThreadView['messages'][number]['by']
  who: string
  clock: string
  text: string
  lang: string
  after?: string
}

function Entry({ by, who, clock, text, lang, after }: EntryProps) {
  const { t } = useI18n()
  const isMessage = by === 'customer' || by === 'agent'
  return (
    <article className={classes('entry', by === 'customer' ? 'theirs' : by === 'agent' ? 'mine' : 'aside')}>
      <p className="label">
        <span lang={by === 'customer' ? lang : undefined}>
          {by === 'customer' ? who : by === 'agent' ? t('attempt.inbox.you') : t(`attempt.inbox.by.${by}`)}
        </span>
        {clock && <time>{clock}</time>}
      </p>
      <div>
        <p className={isMessage ? 'read typed' : 'typed'} lang={lang}>
          {text}
        </p>
        {after && <p className="label num">{after}</p>}
      </div>
    </article>
  )
}
