import { useI18n } from '#app/i18n/react.tsx'
import { RadioRow } from '../Field.tsx'

interface QuestionShown {
  key: string
  question: string
  options: { value: string; label: string }[]
  state: 'right' | 'wrong' | 'open'
  chosen: string | null
  why: string | null
}

interface QuestionsProps {
  questions: readonly QuestionShown[]
  missing: readonly string[]
  choices: Readonly<Record<string, string | undefined>>
}

/** What is right stays, with the reason; what was wrong is explained and asked again. */
export function Questions({ questions, missing, choices }: QuestionsProps) {
  const { t } = useI18n()
  return (
    <ol className="questions">
      {questions.map(({ key, question, options, state, chosen, why }) =>
        state === 'right' ? (
          <li key={key}>
            <p className="q">{question}</p>
            <p>{chosen}</p>
            <p className="verdict right">{t('newcomers.quiz.right')}</p>
            <p className="why">{why}</p>
          </li>
        ) : (
          <li key={key}>
            <RadioRow
              name={key}
              label={question}
              options={options}
              value={choices[key]}
              error={missing.includes(key) ? t('newcomers.quiz.choose') : undefined}
              hint={
                state === 'wrong' ? (
                  <>
                    <span className="verdict wrong">
                      {t('newcomers.quiz.wrong', { answer: chosen ?? '' })}
                    </span>
                    <span className="why">{why}</span>
                  </>
                ) : undefined
              }
            />
          </li>
        ),
      )}
    </ol>
  )
}
