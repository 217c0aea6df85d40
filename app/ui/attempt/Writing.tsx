import type { ReactNode } from 'react'
import { countWords } from '#app/domain/characters.ts'
import type { WritingBody } from '#app/domain/scenario/body.ts'
import type { ShownView } from '#app/domain/scenario/views.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Textarea } from '../Field.tsx'
import { Brief } from './Brief.tsx'

interface WritingProps {
  view: Extract<ShownView, { kind: 'writing' }>
  body: WritingBody
  edit: (body: WritingBody) => void
  locked: boolean
  lang: string
  onward: ReactNode
}

/** Questions, each answered in writing, one below the other. */
export function Writing({ view, body, edit, locked, lang, onward }: WritingProps) {
  const { t } = useI18n()
  return (
    <div className="written">
      <Brief view={view} lang={lang} />
      <ol className="prompts">
        {view.prompts.map(({ id, question, help }) => {
          const text = body.answers[id] ?? ''
          const count = t('attempt.words', { count: countWords(text) })
          return (
            <li key={id}>
              <Textarea
                label={
                  <span className="question" lang={lang}>
                    {question}
                  </span>
                }
                name={`prompt-${id}`}
                rows={6}
                maxLength={20_000}
                lang={lang}
                value={text}
                readOnly={locked}
                hint={
                  <>
                    <span className="num">{count}</span>
                    {help && <span lang={lang}> · {help}</span>}
                  </>
                }
                onChange={(event) => edit({ answers: { ...body.answers, [id]: event.target.value } })}
              />
            </li>
          )
        })}
      </ol>
      {onward}
    </div>
  )
}
