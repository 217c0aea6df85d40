import { useEffect, useRef, useState } from 'react'
import { textLimits } from '#app/domain/characters.ts'
import type { Act, ThreadView } from '#app/domain/scenario/inbox.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../../Button.tsx'
import { Full } from '../../Full.tsx'
import type { Draft } from './Composer.tsx'
import { sends } from './ReplyForm.tsx'

interface AsideProps {
  kind: 'note' | 'hand-over'
  thread: ThreadView
  desks: readonly { id: string; text: string }[]
  draft: Draft
  busy: string | undefined
  locked: boolean
  lang: string
  act: (act: Act) => void
  back: () => void
}

/** What no customer sees: a note for colleagues, or the case handed over to another desk with what they must know. */
export function Aside({ kind, thread, desks, draft, busy, locked, lang, act, back }: AsideProps) {
  const { t } = useI18n()
  const [to, setTo] = useState('')
  const [lacking, setLacking] = useState(false)
  const select = useRef<HTMLSelectElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    ;(select.current ?? field.current)?.focus()
  }, [])
  const id = `${kind}-${thread.id}`
  const submit = () => {
    const lacks = kind === 'hand-over' && to === ''
    if (lacks || draft.text.trim() === '') {
      setLacking(true)
      ;(lacks ? select.current : field.current)?.focus()
      return
    }
    act(
      kind === 'note'
        ? { do: 'note', thread: thread.id, text: draft.text }
        : { do: 'hand-over', thread: thread.id, to, text: draft.text },
    )
  }
  return (
    <>
      {kind === 'hand-over' && (
        <p className="keep">
          <label htmlFor={`${id}-to`}>{t('attempt.inbox.handOver.to')}</label>
          <select
            ref={select}
            id={`${id}-to`}
            lang={lang}
            value={to}
            disabled={locked}
            onChange={(event) => setTo(event.target.value)}
          >
            <option value="">{t('attempt.inbox.handOver.choose')}</option>
            {desks.map((desk) => (
              <option key={desk.id} value={desk.id}>
                {desk.text}
              </option>
            ))}
          </select>
        </p>
      )}
      <label className="label" htmlFor={id}>
        {t(kind === 'note' ? 'attempt.inbox.note.text' : 'attempt.inbox.handOver.text')}
      </label>
      <textarea
        ref={field}
        id={id}
        lang={lang}
        rows={3}
        value={draft.text}
        readOnly={locked}
        maxLength={textLimits.answer}
        onChange={(event) => draft.write(event.target.value)}
        onKeyDown={(event) => {
          if (!sends(event)) return
          event.preventDefault()
          submit()
        }}
      />
      <Full text={draft.text} limit={textLimits.answer} />
      <div className="do">
        <Button type="button" kind="primary" busy={busy} disabled={locked} onClick={submit}>
          {t(kind === 'note' ? 'attempt.inbox.note.do' : 'attempt.inbox.handOver.do')}
        </Button>
        <Button type="button" kind="plain" onClick={back}>
          {t('attempt.inbox.back')}
        </Button>
      </div>
      {lacking && (
        <p className="error" role="alert">
          {t(kind === 'note' ? 'attempt.inbox.note.lacking' : 'attempt.inbox.handOver.lacking')}
        </p>
      )}
    </>
  )
}
