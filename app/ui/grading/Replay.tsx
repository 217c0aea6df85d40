import { useEffect, useRef } from 'react'
import type { ReplayLine, ReplayThread } from '#app/domain/desk-replay.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { classes } from '../classes.ts'
import type { AnswerProps } from './Answer.tsx'
import { Marked } from './Marked.tsx'
import type { ReplayDesk } from './useReplay.ts'

export interface ReplayProps extends AnswerProps {
  desk: ReplayDesk
}

/** An inbox as it went: conversation by conversation, then what was reported, then what was not sent. */
export function Replay(props: ReplayProps) {
  const { data, desk } = props
  const { t } = useI18n()
  if (data.beside?.kind !== 'inbox') return null
  const { threads, reports, drafts } = data.beside.replay
  return (
    <>
      <p className="replay-tools">
        <Button type="button" kind="plain" dense keys="H" onClick={desk.toggleHidden}>
          {t(desk.hidden ? 'grading.replay.show' : 'grading.replay.hide')}
        </Button>
      </p>
      {threads.length > 1 && <Threads threads={threads} desk={desk} lang={data.locale} />}
      {threads.map((thread, index) => (
        <Thread key={thread.id} {...props} thread={thread} index={index} alone={threads.length === 1} />
      ))}
      {reports.map(({ start, title }) => (
        <section key={start} className="apart-words">
          <h2 className="asked">{t('grading.replay.reported', { title })}</h2>
          <Words {...props} start={start} />
        </section>
      ))}
      {drafts.length > 0 && (
        <section className="apart-words unsent">
          <h2>{t('grading.field.draft')}</h2>
          {drafts.map(({ start, what, who }) => (
            <div key={start} className="said">
              <span className="label">
                {t(`grading.field.${what}`)}
                {who && (
                  <>
                    <br />
                    <bdi lang={data.locale}>{who}</bdi>
                  </>
                )}
              </span>
              <Words {...props} start={start} />
            </div>
          ))}
        </section>
      )}
    </>
  )
}

/** The queue at a glance: where one is, what was read, where nothing was written. */
function Threads({
  threads,
  desk,
  lang,
}: {
  threads: readonly ReplayThread[]
  desk: ReplayDesk
  lang: string
}) {
  const { t } = useI18n()
  return (
    <nav className="threads" aria-label={t('grading.replay.threads')}>
      <ol>
        {threads.map(({ id, who, silent }, index) => (
          <li key={id}>
            <button
              type="button"
              className={classes(desk.read.has(id) && 'read-already')}
              aria-current={index === desk.at ? 'true' : undefined}
              onClick={() => desk.jump(index)}
            >
              <span className="num">{index + 1}</span>
              <bdi lang={lang}>{who}</bdi>
              {(desk.read.has(id) || silent) && (
                <span className="label">
                  {t(desk.read.has(id) ? 'grading.replay.read' : 'grading.replay.silent')}
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

interface ThreadProps extends ReplayProps {
  thread: ReplayThread
  index: number
  alone: boolean
}

function Thread({ thread, index, alone, ...props }: ThreadProps) {
  const { data, desk } = props
  const { t } = useI18n()
  const head = useRef<HTMLElement>(null)
  const at = !alone && index === desk.at
  const folded = !alone && !at && desk.read.has(thread.id)
  const moved = useRef(false)
  useEffect(() => {
    // The sentence under the cursor scrolls by itself; where there is none the head must.
    if (at && moved.current) head.current?.scrollIntoView({ block: 'nearest' })
    moved.current = true
  }, [at])
  const { who, about, subject, channel, tags, lines } = thread
  return (
    <section
      className={classes('thread talk', at && 'at', alone && 'alone')}
      aria-label={who}
      aria-current={at ? 'true' : undefined}
    >
      <header ref={head} className="thread-head">
        <h2>
          {!alone && <span className="num">{index + 1}</span>} <bdi lang={data.locale}>{who}</bdi>
        </h2>
        <span className="label">
          {t(`grading.replay.channels.${channel}`)}
          {about && ` · ${about}`}
          {tags.length > 0 && ` · ${t('grading.replay.tags', { tags: tags.join(', ') })}`}
        </span>
        {!alone && (
          <Button
            type="button"
            kind="plain"
            dense
            keys={at ? 'D' : undefined}
            onClick={() => desk.toggleRead(thread.id)}
          >
            {t(desk.read.has(thread.id) ? 'grading.replay.unread' : 'grading.replay.markRead')}
          </Button>
        )}
      </header>
      {!folded && (
        <>
          {subject && <p className="subject">{subject}</p>}
          {lines.map((line) => (
            <Line key={line.place} {...props} line={line} who={who} />
          ))}
          {thread.silent && <p className="quiet nothing">{t('grading.replay.nothing')}</p>}
        </>
      )}
    </section>
  )
}

function Line({ line, who, ...props }: ReplayProps & { line: ReplayLine; who: string }) {
  const { t } = useI18n()
  const { by, clock, day, text, start, promise, to, unsafe } = line
  const customer = by === 'customer'
  return (
    <>
      {day && <p className="day label">{day}</p>}
      <div className={classes('said', `by-${by}`)}>
        <span className="label">
          {customer ? <bdi lang={props.data.locale}>{who}</bdi> : t(`grading.replay.by.${by}`)}
          <br />
          <time className="num">{clock}</time>
        </span>
        <div>
          {to !== null && <p className="act">{t('grading.replay.to', { to })}</p>}
          {start !== null && <Words {...props} start={start} />}
          {text !== null &&
            (customer ? (
              props.desk.hidden ? (
                <p className="said-by covered">{t('grading.replay.covered')}</p>
              ) : (
                <p className="said-by typed">{text}</p>
              )
            ) : (
              <p className="act">{text}</p>
            ))}
          {unsafe && <p className="label">{t('grading.replay.unsafe')}</p>}
          {promise && <p className="label">{t('grading.replay.promised', { time: promise })}</p>}
        </div>
      </div>
    </>
  )
}

/** The candidate's own words: a passage of the answer, to be quoted. */
export function Words({ data, sentences, sentence, quotes, family, start }: AnswerProps & { start: number }) {
  const passage = data.passages.find((one) => one.start === start)
  if (!passage) return null
  return <Marked passage={passage} sentences={sentences} current={sentence} quotes={quotes} family={family} />
}
