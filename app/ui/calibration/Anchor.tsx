import type { AnchorBody } from '#app/domain/scenario/anchor-answers.ts'
import type { Seen } from '#app/domain/scenario/seen.ts'
import { useI18n } from '#app/i18n/react.tsx'

/** What was written, as the grader of a real answer reads it. */
export function AnchorText({ body, lang }: { body: AnchorBody; lang: string }) {
  return (
    <div className="anchor-text" lang={lang}>
      {body.kind === 'words'
        ? body.words.map(({ asked, text }) => (
            <section key={`${asked} ${text.slice(0, 60)}`} className="passage">
              {asked && <h3 className="asked">{asked}</h3>}
              {text.split(/\n+/).map((line) => (
                <p key={line} className="read">
                  {line}
                </p>
              ))}
            </section>
          ))
        : body.conversations.map((one) => (
            <section
              key={`${one.who} ${one.messages[0]?.clock} ${one.messages[0]?.text}`}
              className="passage"
            >
              <h3 className="asked">{one.who}</h3>
              <ol className="talk">
                {one.messages.map(({ by, day, clock, text }) => (
                  <li
                    key={`${clock} ${by} ${text.slice(0, 40)}`}
                    className={by === 'customer' ? 'said' : 'said agent'}
                  >
                    <span className="label">
                      {day}
                      <br />
                      <time>{clock}</time>
                    </span>
                    <p className="read">{text}</p>
                  </li>
                ))}
              </ol>
            </section>
          ))}
    </div>
  )
}

export interface CaseWords {
  code: string | null
  title: string
  question: string
  brief: readonly string[]
  seen: readonly Seen[]
}

/** The case behind an answer: what was asked, and what the candidate had been told. */
export function CaseText({ words, lang }: { words: CaseWords; lang: string }) {
  const { t } = useI18n()
  return (
    <section className="pane-case" aria-label={t('calibration.lesson.case')}>
      <h2 className="case-title">
        {words.code && <span className="num label">{words.code} </span>}
        <span lang={lang}>{words.title}</span>
      </h2>
      <div lang={lang}>
        <p className="read strong-read">{words.question}</p>
        {words.brief.map((line) => (
          <p key={line} className="read">
            {line}
          </p>
        ))}
      </div>
      {words.seen.length > 0 && (
        <details className="seen">
          <summary>{t('calibration.lesson.seen')}</summary>
          <dl lang={lang}>
            {words.seen.map(({ label, paragraphs }) => (
              <div key={label}>
                <dt>{label}</dt>
                {paragraphs.map((text) => (
                  <dd key={text}>{text}</dd>
                ))}
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  )
}
