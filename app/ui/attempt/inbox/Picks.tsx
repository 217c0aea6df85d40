import { useEffect, useRef } from 'react'
import type { Act, ThreadView } from '#app/domain/scenario/inbox.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../../Button.tsx'

function useFocusFirst() {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  return list
}

interface TagsProps {
  thread: ThreadView
  tags: readonly { id: string; text: string }[]
  busy: string | undefined
  act: (act: Act) => void
  back: () => void
  lang: string
}

/** One press, one tag. */
export function Tags({ thread, tags, busy, act, back, lang }: TagsProps) {
  const { t } = useI18n()
  const list = useFocusFirst()
  return (
    <>
      <p className="label">{t('attempt.inbox.modes.tag')}</p>
      <ul className="row" ref={list} lang={lang}>
        {tags
          .filter(({ id }) => !thread.tags.includes(id))
          .map(({ id, text }) => (
            <li key={id}>
              <Button
                type="button"
                busy={busy && text}
                onClick={() => act({ do: 'tag', thread: thread.id, tag: id })}
              >
                {text}
              </Button>
            </li>
          ))}
      </ul>
      <div className="do">
        <Button type="button" kind="plain" onClick={back}>
          {t('attempt.inbox.back')}
        </Button>
      </div>
    </>
  )
}

interface MacrosProps {
  macros: readonly { id: string; title: string; text: string }[]
  insert: (macro: { id: string; text: string }) => void
  back: () => void
  lang: string
}

/** Canned replies: put into the text, to be changed before they are sent. */
export function Macros({ macros, insert, back, lang }: MacrosProps) {
  const { t } = useI18n()
  const list = useFocusFirst()
  return (
    <>
      <p className="label">{t('attempt.inbox.macros')}</p>
      <ul className="macros" ref={list} lang={lang}>
        {macros.map((macro) => (
          <li key={macro.id}>
            <button type="button" onClick={() => insert(macro)}>
              <b>{macro.title}</b>
              <span>{macro.text}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="do">
        <Button type="button" kind="plain" onClick={back}>
          {t('attempt.inbox.back')}
        </Button>
      </div>
    </>
  )
}
