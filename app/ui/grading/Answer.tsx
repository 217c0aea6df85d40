import { forwardRef } from 'react'
import type { Family } from '#app/domain/dimensions.ts'
import type { Place, VerdictDraft } from '#app/domain/grading-draft.ts'
import { useI18n } from '#app/i18n/react.tsx'
import type { DeskAct } from './desk-state.ts'
import { Findings } from './Findings.tsx'
import { ConfirmedNotes } from './LookAt.tsx'
import { Marked } from './Marked.tsx'
import { Judged, Lookup } from './MarkedBeside.tsx'
import { Replay } from './Replay.tsx'
import type { DeskData } from './types.ts'
import type { ReplayDesk } from './useReplay.ts'

export interface AnswerProps {
  data: DeskData
  sentences: readonly Place[]
  sentence: number
  quotes: readonly Place[]
  family: Family
  finding: number
  verdicts: readonly VerdictDraft[]
  /** The page under review instead of what was written about it. */
  page: boolean
  onPage: (shown: boolean) => void
  fixed: boolean
  replay: ReplayDesk
  act: (act: DeskAct) => void
}

/** What was written, under its code. Nothing here says by whom or how long it took. */
export const Answer = forwardRef<HTMLDivElement, AnswerProps>(function Answer(props, ref) {
  const { data, page, onPage } = props
  const { t, formats } = useI18n()
  const review = data.case.kind === 'page-review'
  return (
    <>
      <div className="pane-head">
        <h1>
          {t('grading.answer')} <span className="num">{data.code}</span>
        </h1>
        <span className="label">
          {t(`grading.kind.${data.case.kind}`)} · {formats.language(data.locale)}
        </span>
      </div>
      {review && (
        <div className="tabs page-tabs">
          <button type="button" aria-current={page ? undefined : 'true'} onClick={() => onPage(false)}>
            {t('grading.findings')}
          </button>
          <button
            type="button"
            aria-current={page ? 'true' : undefined}
            onClick={() => onPage(true)}
            aria-keyshortcuts="O"
          >
            {t('grading.page')}
          </button>
        </div>
      )}
      {review && page ? (
        <iframe
          className="reviewed"
          title={t('grading.page')}
          src={`/team/grading/${data.id}/page`}
          sandbox="allow-same-origin"
        />
      ) : (
        <>
          <ConfirmedNotes suspicions={data.suspicions} />
          <div className="written" ref={ref} lang={data.locale}>
            {data.passages.length === 0 && <p className="quiet">{t('grading.blank')}</p>}
            <ByKind {...props} />
          </div>
        </>
      )}
    </>
  )
})

function ByKind(props: AnswerProps) {
  switch (props.data.case.kind) {
    case 'page-review':
      return <Findings {...props} />
    case 'inbox':
      return <Replay {...props} desk={props.replay} />
    case 'lookup':
      return <Lookup {...props} />
    case 'judgement':
      return <Judged {...props} />
    default:
      return <Plain {...props} />
  }
}

function Plain({ data, sentences, sentence, quotes, family }: AnswerProps) {
  const { t } = useI18n()
  const shown = data.case
  const prompts = shown.kind === 'writing' ? shown.prompts : []
  const reply = shown.kind === 'reply'
  return (
    <div className={reply ? 'talk' : undefined}>
      {reply && (
        <div className="said">
          <span className="label">
            {shown.customer}
            <br />
            <span className="num">{shown.message.at}</span>
          </span>
          <div className="said-by">
            {shown.message.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </div>
      )}
      {data.passages.map((passage) => (
        <section key={passage.start} className={reply ? 'said' : 'passage'}>
          {reply && <span className="label">{t('grading.candidate')}</span>}
          {prompts
            .filter(({ id }) => id === passage.of)
            .map(({ id, question }) => (
              <h2 key={id} className="asked">
                {question}
              </h2>
            ))}
          <Marked
            passage={passage}
            sentences={sentences}
            current={sentence}
            quotes={quotes}
            family={family}
          />
        </section>
      ))}
    </div>
  )
}
