import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { textLimits } from '#app/domain/characters.ts'
import type { Act, ThreadView } from '#app/domain/scenario/inbox.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../../Button.tsx'
import { Full } from '../../Full.tsx'
import type { Draft } from './Composer.tsx'

/** The chord that sends, in every field of the inbox. */
export const sends = ({ key, ctrlKey, metaKey }: KeyboardEvent) => key === 'Enter' && (ctrlKey || metaKey)

interface ReplyFormProps {
  thread: ThreadView
  promises: readonly number[]
  draft: Draft
  macro: string | undefined
  busy: string | undefined
  locked: boolean
  lang: string
  act: (...acts: Act[]) => void
  /** The other things that may be done. */
  children: ReactNode
}

/** A reply, with a time by which one will write again; sent, or sent and the case closed. */
export function ReplyForm(props: ReplyFormProps) {
  const { thread, promises, draft, macro, busy, locked, lang, act, children } = props
  const { t } = useI18n()
  const [promise, setPromise] = useState('')
  const [outcome, setOutcome] = useState('')
  const [lacking, setLacking] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const choosing = useRef<HTMLSelectElement>(null)
  const { id, who, write, outcomes } = thread
  const inserted = macro !== undefined
  useEffect(() => {
    // What was put into the text is there to be changed.
    if (inserted) field.current?.focus()
  }, [inserted])
  const written = draft.text.trim() !== ''
  const reply = (): Act => ({
    do: 'reply',
    thread: id,
    text: draft.text,
    ...(promise !== '' && { promise: Number(promise) }),
    ...(macro !== undefined && { macro }),
  })
  const send = () => {
    if (!written) return field.current?.focus()
    act(reply())
    setPromise('')
  }
  const close = () => {
    if (outcome === '') {
      setLacking(true)
      choosing.current?.focus()
      return
    }
    const closing: Act = { do: 'close', thread: id, outcome }
    act(...(written && write ? [reply(), closing] : [closing]))
    setPromise('')
    setOutcome('')
  }
  return (
    <>
      {write && (
        <>
          <div className="to">
            <label className="label" htmlFor={`reply-${id}`}>
              {t('attempt.inbox.reply', { who })}
            </label>
            {children}
          </div>
          <textarea
            ref={field}
            id={`reply-${id}`}
            lang={lang}
            value={draft.text}
            readOnly={locked}
            maxLength={textLimits.answer}
            rows={4}
            onChange={(event) => draft.write(event.target.value)}
            onKeyDown={(event) => {
              if (!sends(event)) return
              event.preventDefault()
              send()
            }}
          />
          <Full text={draft.text} limit={textLimits.answer} />
        </>
      )}
      {write && promises.length > 0 && (
        <p className="keep">
          <label htmlFor={`promise-${id}`}>{t('attempt.inbox.promise.label')}</label>
          <select
            id={`promise-${id}`}
            value={promise}
            disabled={locked}
            onChange={(event) => setPromise(event.target.value)}
          >
            <option value="">{t('attempt.inbox.promise.none')}</option>
            {promises.map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes % 60 === 0
                  ? t('attempt.inbox.promise.hours', { count: minutes / 60 })
                  : t('attempt.inbox.promise.minutes', { count: minutes })}
              </option>
            ))}
          </select>
        </p>
      )}
      <div className="do">
        {write && (
          <Button
            type="button"
            kind="primary"
            busy={busy}
            disabled={locked}
            aria-keyshortcuts="Control+Enter"
            onClick={send}
          >
            {t('attempt.inbox.send')} <kbd>Ctrl Enter</kbd>
          </Button>
        )}
        {outcomes.length > 0 && (
          <span className="close-as">
            <label className="vh" htmlFor={`outcome-${id}`}>
              {t('attempt.inbox.closeAs')}
            </label>
            <select
              ref={choosing}
              id={`outcome-${id}`}
              lang={lang}
              value={outcome}
              disabled={locked}
              aria-invalid={lacking || undefined}
              aria-describedby={lacking ? `outcome-${id}-lacking` : undefined}
              onChange={(event) => {
                setOutcome(event.target.value)
                setLacking(false)
              }}
            >
              <option value="">{t('attempt.inbox.closeAs')}</option>
              {outcomes.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.text}
                </option>
              ))}
            </select>
            <Button type="button" busy={busy} disabled={locked} onClick={close}>
              {t(written && write ? 'attempt.inbox.sendAndClose' : 'attempt.inbox.close')}
            </Button>
          </span>
        )}
        {!write && children}
      </div>
      {lacking && (
        <p className="error" id={`outcome-${id}-lacking`} role="alert">
          {t('attempt.inbox.chooseOutcome')}
        </p>
      )}
    </>
  )
}
