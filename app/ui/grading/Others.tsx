import { type Dimension, familyOf } from '#app/domain/dimensions.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { useQuoteText } from './Marked.tsx'
import type { DeskData } from './types.ts'

/** After the reveal: what the others gave for this criterion, in their own words. */
export function Others({ others, dimension }: { others: DeskData['others']; dimension: Dimension }) {
  const { t } = useI18n()
  const short = useQuoteText()
  const mark = familyOf(dimension) === 'attitude' ? 'qa' : 'qk'
  return (
    <section className="others">
      <h3>{t('grading.others')}</h3>
      {others.map(({ grader, grades }) => {
        const grade = grades.find((one) => one.dimension === dimension)
        if (!grade) return null
        return (
          <div key={grader} className="other-grade">
            <p className="split">
              <span>{grader}</span>
              <b className="num">{grade.level ?? t('ui.rubric.ne')}</b>
            </p>
            {grade.incident && <p className="label">{t(`domain.incidents.${grade.incident}`)}</p>}
            {grade.quotes.map((quote) => (
              <p key={quote} className="read">
                <mark className={mark}>{short(quote)}</mark>
              </p>
            ))}
            {grade.comment && <p className="quiet">{grade.comment}</p>}
          </div>
        )
      })}
    </section>
  )
}
