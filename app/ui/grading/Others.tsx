import { type Dimension, familyOf } from '#app/domain/dimensions.ts'
import { answerAgreement, type Given, givenOn, spreadOf } from '#app/domain/spread.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Band, BandScale } from '../Band.tsx'
import { Discussion } from './Discussion.tsx'
import { useQuoteText } from './Marked.tsx'
import type { DeskData } from './types.ts'

/** After the reveal: how the levels lie, what the others gave for this criterion in their own words, and the talk about it. */
export function Others({ data, dimension }: { data: DeskData; dimension: Dimension }) {
  const { t } = useI18n()
  const short = useQuoteText()
  const family = familyOf(dimension)
  const mark = family === 'attitude' ? 'qa' : 'qk'
  const graders = [data.draft.grades, ...data.others.map(({ grades }) => grades)]
  const given = givenOn(graders, dimension)
  const { levels, apart } = spreadOf(given)
  const cells = data.criteria.map((one) => givenOn(graders, one.dimension))
  return (
    <section className="others">
      <h3>{t('grading.spread.title')}</h3>
      <BandScale />
      <Band family={family} name={t(`domain.dimensions.${dimension}.name`)} grades={levels} />
      <Lie given={given} />
      <Agreed cells={cells} />
      {apart && (
        <Discussion
          key={dimension}
          id={data.id}
          dimension={dimension}
          notes={data.notes.filter((note) => note.dimension === dimension)}
        />
      )}
      <h3>{t('grading.others')}</h3>
      {data.others.map(({ grader, grades }) => {
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

/** One sentence: two to four levels can be counted, and no more can be said of them. */
function Lie({ given }: { given: Given }) {
  const { t } = useI18n()
  const { gap, pairs, withinOne, levels } = spreadOf(given)
  const words = () => {
    if (gap === null) return t(levels.length === 0 ? 'grading.spread.none' : 'grading.spread.one')
    if (pairs > 1) return t('grading.spread.pairs', { count: pairs, close: withinOne })
    return gap === 0 ? t('grading.spread.same') : t('grading.spread.gap', { count: gap })
  }
  return <p>{words()}</p>
}

/** Over all criteria of the answer, with n and the interval, and that it proves little. */
function Agreed({ cells }: { cells: readonly Given[] }) {
  const { t, formats } = useI18n()
  const { n, close, share, few } = answerAgreement(cells)
  if (share.value === undefined) return null
  return (
    <p className="label agreed-here">
      {t('grading.spread.answer', {
        count: n,
        close,
        share: formats.percent(share.value),
        low: formats.percent(share.low),
        high: formats.percent(share.high),
      })}{' '}
      {few && t('grading.spread.few')}
    </p>
  )
}
