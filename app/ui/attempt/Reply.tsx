import { type ReactNode, useState } from 'react'
import { countWords } from '#app/domain/characters.ts'
import type { ReplyBody } from '#app/domain/scenario/body.ts'
import type { ShownView } from '#app/domain/scenario/views.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Textarea } from '../Field.tsx'
import { Brief } from './Brief.tsx'
import { Handbook } from './Handbook.tsx'
import { Work } from './Work.tsx'

type ReplyShown = Extract<ShownView, { kind: 'reply' }>

interface ReplyProps {
  view: ReplyShown
  body: ReplyBody
  edit: (body: ReplyBody) => void
  locked: boolean
  lang: string
  onward: ReactNode
}

/** A customer's message with its record and a handbook beside it; one reply. */
export function Reply({ view, body, edit, locked, lang, onward }: ReplyProps) {
  const { t } = useI18n()
  const [shown, show] = useState('message')
  const writing = (
    <>
      <Textarea
        label={<span lang={lang}>{view.answerLabel}</span>}
        name="text"
        rows={12}
        maxLength={20_000}
        lang={lang}
        value={body.text}
        readOnly={locked}
        hint={t('attempt.words', { count: countWords(body.text) })}
        onChange={(event) => edit({ text: event.target.value })}
      />
      {onward}
    </>
  )
  return (
    <Work
      label={t('attempt.reply.views')}
      shown={shown}
      show={show}
      left={[
        {
          id: 'message',
          tab: t('attempt.reply.message'),
          content: (
            <div className="reading">
              <Brief view={view} lang={lang} />
              <Message view={view} lang={lang} />
            </div>
          ),
        },
        ...(view.articles.length > 0
          ? [
              {
                id: 'handbook',
                tab: t('attempt.reply.handbook'),
                content: (
                  <div className="reading">
                    <Handbook articles={view.articles} lang={lang} />
                  </div>
                ),
              },
            ]
          : []),
      ]}
      right={{ id: 'reply', tab: t('attempt.reply.tab'), content: writing }}
    />
  )
}

/** What the customer wrote, and the record that belongs to it. */
export function Message({ view, lang }: { view: ReplyShown; lang: string }) {
  return (
    <div lang={lang}>
      <article className="letter first">
        <header className="split">
          <b>{view.customer}</b>
          <span className="label">{view.message.at}</span>
        </header>
        <h2>{view.message.subject}</h2>
        {view.message.paragraphs.map((paragraph) => (
          <p key={paragraph} className="read">
            {paragraph}
          </p>
        ))}
      </article>
      {view.record.length > 0 && (
        <section className="first">
          <h2>{view.recordTitle}</h2>
          <dl className="facts">
            {view.record.map(({ id, label, value }) => (
              <RecordRow key={id} label={label} value={value} />
            ))}
          </dl>
        </section>
      )}
    </div>
  )
}

const RecordRow = ({ label, value }: { label: string; value: string }) => (
  <>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </>
)
