import { type ReactNode, useState } from 'react'
import type { InboxBody } from '#app/domain/scenario/body.ts'
import { behind, draftKey, inFront, withDraft } from '#app/domain/scenario/inbox/drafts.ts'
import type { Act, ThreadView } from '#app/domain/scenario/inbox.ts'
import type { CandidateViewOf } from '#app/domain/scenario/views.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../../Button.tsx'
import { Aside } from './Aside.tsx'
import { Choice } from './Choice.tsx'
import { Over } from './Over.tsx'
import { Macros, Tags } from './Picks.tsx'
import { ReplyForm } from './ReplyForm.tsx'
import { Section } from './Section.tsx'
import type { Case } from './useCase.ts'

/** One text that is being written: what the field shows, and how it changes. */
export interface Draft {
  text: string
  write(text: string): void
}

interface ComposerProps {
  thread: ThreadView
  view: CandidateViewOf<'inbox'>
  work: Case
  body: InboxBody
  edit: (body: InboxBody) => void
  locked: boolean
  lang: string
}

type Mode = 'reply' | 'note' | 'hand-over' | 'tag' | 'macro'

/** Below the conversation: what may be done in it now. */
export function Composer({ thread, view, work, body, edit, locked, lang }: ComposerProps) {
  const { t } = useI18n()
  const [mode, setMode] = useState<Mode>('reply')
  const [macro, setMacro] = useState<string>()
  const { line, state } = work
  const mine = state.pending.filter(({ act }) => 'thread' in act && act.thread === thread.id)
  const going = mine.length > 0
  const busy = going ? t(state.trouble ? 'attempt.inbox.waits' : 'ui.sending') : undefined
  const act = (...acts: Act[]) => {
    if (!going && !locked) line.act(...acts)
  }
  const draft = (kind: 'reply' | 'note' | 'hand-over'): Draft => {
    const key = draftKey[kind](thread.id)
    const sent = mine.flatMap(({ act }) => (act.do === kind ? [act.text] : []))
    return {
      text: behind(body.drafts[key] ?? '', sent),
      write: (text) => edit(withDraft(body, key, inFront(sent, text))),
    }
  }
  const { tools, write, choice, over, outcomes } = thread
  const modes = (
    [
      ['hand-over', tools.includes('hand-over') && view.desks.length > 0],
      ['note', tools.includes('note')],
      ['tag', tools.includes('tag') && view.tags.length > thread.tags.length],
      ['macro', write && view.macros.length > 0],
    ] as const
  ).flatMap(([name, offered]) => (offered ? [name] : []))
  const shown = mode === 'reply' || modes.some((name) => name === mode) ? mode : 'reply'
  const back = () => setMode('reply')
  const others = (
    <span className="others">
      {modes.map((name) => (
        <Button key={name} type="button" kind="plain" onClick={() => setMode(name)}>
          {t(`attempt.inbox.modes.${name}`)}
        </Button>
      ))}
    </span>
  )
  const refused = state.refused && 'thread' in state.refused.act && state.refused.act.thread === thread.id

  let content: ReactNode
  if (over) content = <Over thread={thread} busy={busy} locked={locked} act={act} lang={lang} />
  else if (shown === 'note' || shown === 'hand-over')
    content = (
      <Aside
        kind={shown}
        thread={thread}
        desks={view.desks}
        draft={draft(shown)}
        busy={busy}
        locked={locked}
        lang={lang}
        act={(done) => {
          act(done)
          back()
        }}
        back={back}
      />
    )
  else if (shown === 'tag')
    content = <Tags thread={thread} tags={view.tags} busy={busy} act={act} back={back} lang={lang} />
  else if (shown === 'macro')
    content = (
      <Macros
        macros={view.macros}
        back={back}
        lang={lang}
        insert={({ id, text }) => {
          const { text: before, write: rewrite } = draft('reply')
          rewrite(before.trim() === '' ? text : `${before.trimEnd()}\n\n${text}`)
          setMacro(id)
          back()
        }}
      />
    )
  else
    content = (
      <>
        {choice && (
          <Choice
            key={choice.options.map(({ id }) => id).join()}
            thread={thread}
            choice={choice}
            busy={busy}
            locked={locked}
            act={act}
            lang={lang}
          />
        )}
        {(write || outcomes.length > 0) && (
          <ReplyForm
            thread={thread}
            promises={tools.includes('promise') ? view.promises : []}
            draft={draft('reply')}
            macro={macro}
            busy={busy}
            locked={locked}
            lang={lang}
            act={(...acts) => {
              act(...acts)
              setMacro(undefined)
            }}
          >
            {others}
          </ReplyForm>
        )}
        {!write && outcomes.length === 0 && modes.length > 0 && <div className="do">{others}</div>}
        {!choice && !write && outcomes.length === 0 && modes.length === 0 && (
          <p className="quiet">{t('attempt.inbox.nothing')}</p>
        )}
      </>
    )
  return (
    <Section key={thread.id} label={t('attempt.inbox.composer', { who: thread.who })}>
      {refused && (
        <p className="error" role="alert">
          {t(`attempt.inbox.refusals.${known(state.refused?.code)}`)}
        </p>
      )}
      {content}
    </Section>
  )
}

const codes = [
  'stale',
  'conversation-over',
  'not-here-yet',
  'not-in-this-step',
  'unknown-choice',
  'too-many-acts',
] as const
const known = (code?: string) => codes.find((one) => one === code) ?? 'other'
