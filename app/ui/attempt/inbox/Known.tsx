import { type ReactNode, useEffect, useRef, useState } from 'react'
import { textLimits } from '#app/domain/characters.ts'
import type { InboxBody } from '#app/domain/scenario/body.ts'
import type { ArticleView } from '#app/domain/scenario/handbook.ts'
import { behind, draftKey, inFront, withDraft } from '#app/domain/scenario/inbox/drafts.ts'
import type { DeskView, ThreadView } from '#app/domain/scenario/inbox.ts'
import type { CandidateViewOf } from '#app/domain/scenario/views.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../../Button.tsx'
import { Full } from '../../Full.tsx'
import { useHydrated } from '../../useClock.ts'
import { Handbook } from '../Handbook.tsx'
import { useFocusAfter } from '../useFocusAfter.ts'
import { sends } from './ReplyForm.tsx'
import { useArticles } from './useArticles.ts'
import type { Case } from './useCase.ts'

interface KnownProps {
  view: CandidateViewOf<'inbox'>
  desk: DeskView
  thread: ThreadView | undefined
  work: Case
  body: InboxBody
  edit: (body: InboxBody) => void
  locked: boolean
  lang: string
  /** Where the case is kept; none where it is only tried. */
  answer?: string
}

/** Beside the conversation: the situation, what is known of the customer, the handbook. */
export function Known({ view, desk, thread, work, body, edit, locked, lang, answer }: KnownProps) {
  const { t } = useI18n()
  // Closed, it comes with the script, once.
  const hydrated = useHydrated()
  const handbook = useArticles(view.articles, answer)
  const rows = [...desk.record, ...(thread?.record ?? [])]
  return (
    <>
      <details className="situation">
        <summary>{t('attempt.brief')}</summary>
        <div lang={lang}>
          <p className="strong">{view.question}</p>
          {(hydrated ? view.brief : []).map((paragraph) => (
            <p key={paragraph} className="read">
              {paragraph}
            </p>
          ))}
        </div>
      </details>
      {rows.length > 0 && (
        <section className="first">
          <h2 lang={lang}>{view.recordTitle}</h2>
          <dl className="facts" lang={lang}>
            {rows.map(({ id, label, value }) => (
              <Fact key={id} label={label} value={value} />
            ))}
          </dl>
        </section>
      )}
      {view.articles.length > 0 && (
        <section className="first">
          <h2>{t('attempt.reply.handbook')}</h2>
          <Handbook
            {...handbook}
            lang={lang}
            below={(article) => (
              <Report
                article={article}
                reported={desk.reported.includes(article.id)}
                work={work}
                body={body}
                edit={edit}
                locked={locked}
                lang={lang}
              />
            )}
          />
        </section>
      )}
    </>
  )
}

const Fact = ({ label, value }: { label: string; value: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </>
)

interface ReportProps extends Pick<KnownProps, 'work' | 'body' | 'edit' | 'locked' | 'lang'> {
  article: ArticleView
  reported: boolean
}

/** An article may be wrong, and whoever notices says so. */
function Report({ article, reported, work, body, edit, locked, lang }: ReportProps) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  const [lacking, setLacking] = useState(false)
  const focusAfter = useFocusAfter()
  const opens = useRef<HTMLButtonElement>(null)
  const told = useRef<HTMLParagraphElement>(null)
  const sentHere = useRef(false)
  useEffect(() => {
    if (reported && sentHere.current && document.activeElement === document.body) told.current?.focus()
  }, [reported])
  const { line, state } = work
  const going = state.pending.some(({ act }) => act.do === 'report')
  const key = draftKey.report(article.id)
  const sent = state.pending.flatMap(({ act }) =>
    act.do === 'report' && act.article === article.id ? [act.text] : [],
  )
  const text = behind(body.drafts[key] ?? '', sent)
  if (reported)
    return (
      <p ref={told} className="label" tabIndex={-1}>
        {t('attempt.inbox.report.reported')}
      </p>
    )
  if (!open && text === '')
    return locked ? null : (
      <Button
        ref={opens}
        type="button"
        kind="plain"
        dense
        onClick={() => {
          setOpen(true)
          focusAfter(() => document.getElementById(key))
        }}
      >
        {t('attempt.inbox.report.open')}
      </Button>
    )
  const submit = () => {
    if (text.trim() === '') return setLacking(true)
    sentHere.current = true
    line.act({ do: 'report', article: article.id, text })
  }
  const { refused } = state
  return (
    <div className="report">
      <label className="label" htmlFor={key}>
        {t('attempt.inbox.report.text')}
      </label>
      <textarea
        id={key}
        rows={2}
        lang={lang}
        value={text}
        readOnly={locked}
        maxLength={textLimits.paragraph}
        onChange={(event) => edit(withDraft(body, key, inFront(sent, event.target.value)))}
        onKeyDown={(event) => {
          if (!sends(event)) return
          event.preventDefault()
          submit()
        }}
      />
      <Full text={text} limit={textLimits.paragraph} />
      <div className="do">
        <Button
          type="button"
          dense
          disabled={locked}
          busy={going ? t(state.trouble ? 'attempt.inbox.waits' : 'ui.sending') : undefined}
          onClick={submit}
        >
          {t('attempt.inbox.report.do')}
        </Button>
        {text === '' && !going && (
          <Button
            type="button"
            kind="plain"
            dense
            onClick={() => {
              setOpen(false)
              focusAfter(() => opens.current)
            }}
          >
            {t('ui.close')}
          </Button>
        )}
      </div>
      {(lacking || (refused?.act.do === 'report' && refused.act.article === article.id)) && (
        <p className="error" role="alert">
          {t(lacking ? 'attempt.inbox.report.lacking' : 'attempt.inbox.refusals.other')}
        </p>
      )}
    </div>
  )
}
