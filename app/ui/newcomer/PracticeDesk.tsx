import { Form, Link, useSubmit } from '@remix-run/react'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Locale } from '#app/domain/locale.ts'
import type { ReplyBody } from '#app/domain/scenario/body.ts'
import type { ReplyView } from '#app/domain/scenario/views.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { AttemptSaved } from '../attempt/AttemptState.tsx'
import type { ServerCopy } from '../attempt/queue.ts'
import { Reply } from '../attempt/Reply.tsx'
import { Button } from '../Button.tsx'
import { useHouse } from '../house.ts'
import { Skip } from '../Skip.tsx'
import { Underway } from '../Underway.tsx'
import { usePracticeSave } from './usePracticeSave.ts'

interface PracticeDeskProps {
  run: { id: string; locale: Locale; seen: ServerCopy<ReplyBody> }
  view: ReplyView
}

/** The case in the assignment's own instruments, without its clock: message, record and handbook beside the reply. */
export function PracticeDesk({ run, view }: PracticeDeskProps) {
  const { t } = useI18n()
  const organisation = useHouse()?.organisation.name
  const { autosave, queue, ready } = usePracticeSave(run.id, run.seen)
  const [busy, setBusy] = useState(false)
  const submit = useSubmit()
  const { conflict, closed, trouble, body } = queue

  /** Everything is with the server before the answer counts as done. */
  async function finish(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    setBusy(true)
    const settled = await autosave.settle()
    setBusy(false)
    if (settled !== 'clean') return
    submit(
      { run: run.id, rev: String(autosave.queue.rev), text: autosave.queue.body.text, act: 'finish' },
      {
        method: 'post',
        action: form.action,
      },
    )
  }

  return (
    <div className="attempt desk-wide practice">
      <Skip />
      <Underway />
      <header className="attempt-top">
        <p>
          <b>{organisation}</b> <Link to="/start">{t('newcomers.back')}</Link>
        </p>
        <div className="attempt-state">
          <AttemptSaved queue={queue} />
        </div>
      </header>
      <noscript>
        <p className="attempt-notice">
          <a href="/start/practice/text">{t('newcomers.practice.onePage')}</a>
        </p>
      </noscript>
      {conflict ? (
        <TwoTexts
          mine={body.text}
          theirs={conflict.server.body.text}
          lang={run.locale}
          choose={(which) => autosave.choose(which)}
        />
      ) : closed ? (
        <Notice>
          <Link className="btn" to="/start/practice">
            {t('newcomers.practice.levels')}
          </Link>
        </Notice>
      ) : trouble === 'signed-out' ? (
        <Notice>{t('newcomers.practice.signedOut')}</Notice>
      ) : null}
      <main id="main" tabIndex={-1}>
        <Reply
          view={view}
          body={body}
          edit={(next) => autosave.edit(next)}
          locked={!ready || closed !== null}
          lang={run.locale}
          onward={
            <Form method="post" action="/start/practice/text" className="onward" onSubmit={finish}>
              <p className="label">{t('newcomers.practice.who')}</p>
              <div className="row">
                <Button
                  kind="primary"
                  busy={busy ? t('ui.sending') : undefined}
                  disabled={body.text.trim() === ''}
                >
                  {t('newcomers.practice.finish')}
                </Button>
              </div>
            </Form>
          }
        />
      </main>
    </div>
  )
}

function Notice({ children }: { children: ReactNode }) {
  return (
    <div className="attempt-notice" role="alert">
      <p>{children}</p>
    </div>
  )
}

function TwoTexts(props: {
  mine: string
  theirs: string
  lang: string
  choose: (which: 'mine' | 'theirs') => void
}) {
  const { t } = useI18n()
  const { mine, theirs, lang, choose } = props
  return (
    <section className="attempt-notice versions" role="alert">
      <p>{t('newcomers.practice.stale')}</p>
      <div className="grid2">
        <div>
          <h3>{t('newcomers.practice.mine')}</h3>
          <p className="version read typed" lang={lang}>
            {mine}
          </p>
          <Button type="button" onClick={() => choose('mine')}>
            {t('newcomers.practice.useMine')}
          </Button>
        </div>
        <div>
          <h3>{t('newcomers.practice.theirs')}</h3>
          <p className="version read typed" lang={lang}>
            {theirs}
          </p>
          <Button type="button" onClick={() => choose('theirs')}>
            {t('newcomers.practice.useTheirs')}
          </Button>
        </div>
      </div>
    </section>
  )
}
