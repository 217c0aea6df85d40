import { dimensions } from '#app/domain/dimensions.ts'
import { draftOf, type GradingDraft } from '#app/domain/grading-draft.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'

interface ConflictProps {
  mine: GradingDraft
  theirs: GradingDraft
  onMine: () => void
  onTheirs: () => void
}

/** The same answer in two tabs: both drafts side by side, and the grader chooses. Neither is thrown away. */
export function Conflict({ mine, theirs, onMine, onTheirs }: ConflictProps) {
  const { t } = useI18n()
  const said = (draft: GradingDraft, dimension: (typeof dimensions)[number]) => {
    const { level, noEvidence } = draftOf(draft, dimension)
    return level ?? (noEvidence ? t('ui.rubric.ne') : '·')
  }
  const rows = dimensions.filter((dimension) =>
    [mine, theirs].some(({ grades }) => grades.some((grade) => grade.dimension === dimension)),
  )
  return (
    <section className="conflict" role="alert">
      <h2>{t('grading.conflict.title')}</h2>
      <p>{t('grading.conflict.text')}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('grading.criteria')}</th>
            <th scope="col" className="n">
              {t('grading.conflict.here')}
            </th>
            <th scope="col" className="n">
              {t('grading.conflict.there')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((dimension) => (
            <tr key={dimension}>
              <th scope="row">
                {dimension} {t(`domain.dimensions.${dimension}.name`)}
              </th>
              <td className="n">{said(mine, dimension)}</td>
              <td className="n">{said(theirs, dimension)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="row">
        <Button type="button" dense onClick={onMine}>
          {t('grading.conflict.keep')}
        </Button>
        <Button type="button" dense onClick={onTheirs}>
          {t('grading.conflict.take')}
        </Button>
      </p>
    </section>
  )
}
