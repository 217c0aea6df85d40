import type { VacancyPage as Page } from '#app/domain/vacancy-page.ts'
import { useI18n } from '#app/i18n/react.tsx'

/** Minutes that we ask of people besides the assignment, whose own are computed. */
const asked = { apply: 5, reference: 4, interview: 40 }

/** How it goes on after the application, and what each step costs in time. */
export function VacancySteps({ page }: { page: Page }) {
  const { t, formats } = useI18n()
  const minutes = (count: number) => t('jobs.steps.minutes', { count })
  const steps = [
    { key: 'apply', takes: minutes(asked.apply) },
    { key: 'assignment', takes: page.minutes > 0 ? minutes(page.minutes) : '' },
    { key: 'references', takes: t('jobs.steps.minutesEach', { count: asked.reference }) },
    { key: 'interview', takes: minutes(asked.interview) },
    {
      key: 'answer',
      takes: page.answerBy ? t('jobs.steps.by', { date: formats.day(page.answerBy) }) : '',
    },
  ] as const
  return (
    <section>
      <h2>{t('jobs.steps.title')}</h2>
      <ol className="steps">
        {steps.map(({ key, takes }) => (
          <li key={key}>
            <b>{t(`jobs.steps.${key}.name`)}</b>
            <span className="d">{takes}</span>
            <p>
              {t(`jobs.steps.${key}.text`)} {key === 'assignment' && t(`jobs.steps.ai.${page.aiPolicy}`)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
