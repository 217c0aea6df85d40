import { useRef, useState } from 'react'
import type { Act, ThreadView } from '#app/domain/scenario/inbox.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../../Button.tsx'

interface Named {
  id: string
  text: string
}

interface OneOfProps {
  name: string
  prompt: string
  options: readonly Named[]
  act: string
  busy: string | undefined
  locked: boolean
  lang: string
  choose: (option: string) => void
}

/** One of several, and a button that does it: nothing is done by choosing alone. */
export function OneOf({ name, prompt, options, act, busy, locked, lang, choose }: OneOfProps) {
  const { t } = useI18n()
  const [chosen, setChosen] = useState('')
  const [lacking, setLacking] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  return (
    <>
      <fieldset className="ticks one-of" disabled={locked}>
        <legend lang={lang}>{prompt}</legend>
        <div ref={list} lang={lang}>
          {options.map(({ id, text }) => (
            <label key={id} className="tick">
              <input
                type="radio"
                className="radio"
                name={name}
                value={id}
                checked={chosen === id}
                onChange={() => {
                  setChosen(id)
                  setLacking(false)
                }}
              />
              <span>{text}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="do">
        <Button
          type="button"
          kind="primary"
          busy={busy}
          disabled={locked}
          onClick={() => {
            if (chosen !== '') return choose(chosen)
            setLacking(true)
            list.current?.querySelector('input')?.focus()
          }}
        >
          {act}
        </Button>
      </div>
      {lacking && (
        <p className="error" role="alert">
          {t('attempt.inbox.chooseFirst')}
        </p>
      )}
    </>
  )
}

interface ChoiceProps {
  thread: ThreadView
  choice: NonNullable<ThreadView['choice']>
  busy: string | undefined
  locked: boolean
  act: (act: Act) => void
  lang: string
}

export function Choice({ thread, choice, act, ...rest }: ChoiceProps) {
  const { t } = useI18n()
  return (
    <OneOf
      {...rest}
      name={`choice-${thread.id}`}
      prompt={choice.prompt}
      options={choice.options}
      act={t('attempt.inbox.choose')}
      choose={(option) => act({ do: 'choose', thread: thread.id, choice: option })}
    />
  )
}
