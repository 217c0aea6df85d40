import { Link } from '@remix-run/react'
import type { GradingCost } from '#app/domain/grading-cost.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { MissingCode } from '#app/domain/vacancy.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Lamp } from '../Lamp.tsx'

interface Checked {
  missing: readonly MissingCode[]
  gaps: readonly string[]
  posting: string
  cost: GradingCost
  page: { jobLocale: Locale; answerBy: string | null }
}

/** The field of the form that fills the gap. */
export function fieldOf(code: MissingCode, jobLocale: Locale): string {
  switch (code) {
    case 'title':
    case 'summary':
    case 'duties':
      return `texts.${jobLocale}.${code}`
    case 'translation':
      return 'texts'
    case 'languages':
    case 'job-language':
      return 'languages.0.language'
    case 'days':
      return 'schedule.days'
    case 'pay':
      return 'payMin'
    case 'openings':
    case 'starts-before-closing':
      return 'openings.0.startsOn'
    case 'closing-day':
    case 'closing-day-past':
      return 'closesOn'
    case 'answer-day':
      return 'answerBy'
    case 'assignment':
      return 'assignmentKey'
    case 'weights':
      return 'weights'
    case 'channels':
    case 'countries':
    case 'place':
      return code
  }
}

/** What is missing, what search engines will read, and what grading will cost: before anybody outside can see it. */
export function VacancyChecks({ view, editPath }: { view: Checked; editPath: string }) {
  return (
    <div className="columns">
      <Missing {...view} editPath={editPath} />
      <Posting {...view} />
      <Cost {...view} />
    </div>
  )
}

function Missing({ missing, page, editPath }: Checked & { editPath: string }) {
  const { t } = useI18n()
  const count = missing.length
  return (
    <section>
      <h2>{t('vacancies.preview.check')}</h2>
      {count === 0 ? (
        <>
          <p>
            <span className="status good">{t('vacancies.preview.complete')}</span>
          </p>
          <p className="quiet">{t('vacancies.preview.publishHint')}</p>
        </>
      ) : (
        <>
          <p>
            <Lamp>{t('vacancies.preview.missing', { count })}</Lamp>
          </p>
          <ul>
            {missing.map((code) => (
              <li key={code}>
                <Link to={`${editPath}#${fieldOf(code, page.jobLocale)}`}>
                  {t(`vacancies.missing.${code}`)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Posting({ gaps, posting }: Checked) {
  const { t } = useI18n()
  return (
    <section>
      <h2>{t('vacancies.preview.posting')}</h2>
      <p>
        {gaps.length === 0 ? (
          <span className="status good">{t('vacancies.preview.postingGood')}</span>
        ) : (
          t('vacancies.preview.postingGaps', { fields: gaps.join(', ') })
        )}
      </p>
      <details>
        <summary>{t('vacancies.preview.postingShow')}</summary>
        <pre>{posting}</pre>
      </details>
    </section>
  )
}

function Cost({ cost, page }: Checked) {
  const { t, formats } = useI18n()
  const { hours, candidates, graders, minutesEach, thin } = cost
  return (
    <section>
      <h2>{t('vacancies.preview.cost')}</h2>
      <p className="strong">{t('vacancies.preview.hours', { count: hours })}</p>
      <p className="quiet">{t('vacancies.preview.assumed', { candidates, each: minutesEach, graders })}</p>
      {page.answerBy && <p>{t('vacancies.preview.byWhen', { date: formats.date(page.answerBy) })}</p>}
      <p>
        {thin.length === 0
          ? t('vacancies.preview.evidenceNone')
          : t('vacancies.preview.evidence', {
              names: formats.list(thin.map((dimension) => t(`domain.dimensions.${dimension}.name`))),
            })}
      </p>
    </section>
  )
}
