import { useState } from 'react'
import type { AttemptClock as Clock } from '#app/domain/attempt-clock.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { AnswerBody } from '#app/domain/scenario/body.ts'
import type { Kind } from '#app/domain/scenario/common.ts'
import type { ShownView } from '#app/domain/scenario/views.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { LinkButton } from '../Button.tsx'
import { AttemptPage } from './AttemptPage.tsx'
import { AttemptClock, AttemptSaved, latest } from './AttemptState.tsx'
import { Editor, writable } from './Editor.tsx'
import type { SeenDesk } from './inbox/case-line.ts'
import { neighbours } from './inbox/neighbours.ts'
import { Notices } from './Notices.tsx'
import { settleOpen } from './open-cases.ts'
import type { ServerCopy } from './queue.ts'
import { useAutosave } from './useAutosave.ts'
import { useSigns } from './useSigns.ts'

type Body = AnswerBody[Kind]

export interface AttemptPart {
  answerId: string
  kind: Kind
  title: string
  minutes: number
  words: number
  /** How much of it is over by the clock of the whole. */
  share: number
}

export interface AnswerPageProps {
  vacancyTitle: string
  jobLocale: Locale
  clock: Clock
  /** The last sitting: what comes after it is handing in. */
  last: boolean
  parts: AttemptPart[]
  answer: { id: string; seen: ServerCopy<Body> }
  /** The inbox as it stands, where this part is one and has been opened. */
  desk: SeenDesk | null
  view: ShownView
}

/** One part of the running assignment: its brief, its instrument, the clock, and what becomes of every word. */
export function AnswerPage(props: AnswerPageProps) {
  const { vacancyTitle, jobLocale, clock, last, parts, answer, desk, view } = props
  const { t } = useI18n()
  const editing = useAutosave<Body>(answer.id, answer.seen)
  useSigns(answer.id, view.kind !== 'inbox')
  const [over, setOver] = useState(false)
  const { queue, ready } = editing
  const here = parts.findIndex(({ answerId }) => answerId === answer.id)
  const onOver = () => {
    setOver(true)
    void settleOpen([answer.id])
  }
  return (
    <AttemptPage
      about={vacancyTitle}
      parts={partsFor(parts, jobLocale, t, answer.id)}
      answers={[answer.id]}
      kind={view.kind}
      state={
        <>
          <AttemptSaved queue={queue} />
          <AttemptClock clock={latest(clock, editing.clock)} onOver={onOver} />
        </>
      }
      notice={
        <Notices
          editing={editing}
          over={over}
          overAt={clock.deadlineAt}
          zone={clock.zone}
          lang={jobLocale}
          read={(body) => writable(view, body)}
        />
      }
    >
      <Editor
        view={view}
        body={queue.body}
        edit={editing.edit}
        locked={!ready || over || queue.closed !== null}
        lang={jobLocale}
        src={`/a/answers/${answer.id}/page`}
        kept={{ answerId: answer.id, seen: desk, others: neighbours(parts, here) }}
        onward={<Onward parts={parts} here={here} last={last} lang={jobLocale} />}
      />
    </AttemptPage>
  )
}

/** The parts as the page's first line shows them: where one is, and what is written. */
export function partsFor(
  parts: readonly Omit<AttemptPart, 'kind'>[],
  lang: string,
  t: ReturnType<typeof useI18n>['t'],
  here?: string,
) {
  return parts.map(({ answerId, title, minutes, words, share }) => ({
    name: title,
    minutes,
    share,
    lang,
    to: answerId === here ? undefined : `/a/assignment/${answerId}`,
    state: answerId === here ? ('current' as const) : words > 0 ? ('done' as const) : ('ahead' as const),
    word: t(words > 0 ? 'attempt.part.written' : 'attempt.part.empty'),
  }))
}

interface OnwardProps {
  parts: readonly AttemptPart[]
  here: number
  last: boolean
  lang: string
}

function Onward({ parts, here, last, lang }: OnwardProps) {
  const { t } = useI18n()
  const before = parts[here - 1]
  const next = parts[here + 1]
  return (
    <nav className="onward" aria-label={t('attempt.part.nav')}>
      <p className="label">{t('attempt.part.back')}</p>
      <div className="row">
        {before && (
          <LinkButton to={`/a/assignment/${before.answerId}`} kind="plain">
            <span lang={lang}>{t('attempt.part.before', { title: before.title })}</span>
          </LinkButton>
        )}
        {next ? (
          <LinkButton to={`/a/assignment/${next.answerId}`} kind="primary">
            {t('attempt.part.next', { title: next.title })}
          </LinkButton>
        ) : (
          <LinkButton to="/a/assignment/finish" kind="primary">
            {t(last ? 'attempt.part.finish' : 'attempt.sittings.finish')}
          </LinkButton>
        )}
      </div>
    </nav>
  )
}
