import { kitQuestions } from '#app/domain/interview.ts'
import type { Locale } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'

export interface KitAnswerData {
  id: string
  scenario: string
  lang: Locale
  texts: string[]
}

/** Four questions for everybody, two of the candidate's own answers to defend. */
export function Kit({ answers, aids }: { answers: readonly KitAnswerData[] | null; aids: string | null }) {
  const { t } = useI18n()
  return (
    <section className="first stack">
      <h2>{t('interviews.kit.title')}</h2>
      <p className="quiet">{t('interviews.kit.lede')}</p>
      <ol className="rows kit">
        {kitQuestions.map((question) => (
          <li key={question}>
            <p>{t(`interviews.kit.questions.${question}`)}</p>
            <p className="label">{t(`interviews.kit.listen.${question}`)}</p>
          </li>
        ))}
      </ol>
      <h3>{t('interviews.kit.answers')}</h3>
      <p className="quiet">{t('interviews.kit.answersLede')}</p>
      {aids && (
        <p>
          <span className="label">{t('interviews.kit.aids')}</span> <bdi>{aids}</bdi>
        </p>
      )}
      {answers === null && <p className="label">{t('interviews.kit.waiting')}</p>}
      {answers?.length === 0 && <p className="label">{t('interviews.kit.none')}</p>}
      {answers?.map(({ id, scenario, lang, texts }) => (
        <details key={id} className="defend">
          <summary lang={lang}>{scenario}</summary>
          <blockquote lang={lang}>
            {texts.map((text) => (
              <p key={text} className="read typed">
                {text}
              </p>
            ))}
          </blockquote>
        </details>
      ))}
    </section>
  )
}
