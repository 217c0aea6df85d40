import type { ReactNode } from 'react'
import { dimensions } from '#app/domain/dimensions.ts'
import { draftOf, type GradeDraft, type GradingDraft } from '#app/domain/grading-draft.ts'
import { same } from '#app/domain/same.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { useQuoteText } from './Marked.tsx'
import type { DeskData } from './types.ts'

interface ConflictProps {
  data: Pick<DeskData, 'text' | 'locale' | 'suggestions'>
  mine: GradingDraft
  theirs: GradingDraft
  onMine: () => void
  onTheirs: () => void
}

/** The same answer in two tabs: whatever the two say differently, side by side, and the grader chooses. Neither is thrown away. */
export function Conflict({ data, mine, theirs, onMine, onTheirs }: ConflictProps) {
  const { t } = useI18n()
  const rows = [
    ...dimensions.flatMap((one): [string, ReactNode, ReactNode][] => {
      const [here, there] = [draftOf(mine, one), draftOf(theirs, one)]
      if (same(here, there)) return []
      const name = `${one} ${t(`domain.dimensions.${one}.name`)}`
      return [[name, <Said key="here" data={data} {...here} />, <Said key="there" data={data} {...there} />]]
    }),
    ...data.suggestions.flatMap(({ finding }, index): [string, ReactNode, ReactNode][] => {
      const [here, there] = [verdictOn(mine, finding), verdictOn(theirs, finding)]
      return here === there ? [] : [[t('grading.verdictOf', { place: index + 1 }), here, there]]
    }),
  ]
  return (
    <section className="conflict" role="alert">
      <h2>{t('grading.conflict.title')}</h2>
      <p>{t('grading.conflict.text')}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('grading.criteria')}</th>
            <th scope="col">{t('grading.conflict.here')}</th>
            <th scope="col">{t('grading.conflict.there')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, here, there]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{here}</td>
              <td>{there}</td>
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

  function verdictOn({ verdicts }: GradingDraft, finding: string): string {
    const found = verdicts.find((one) => one.finding === finding)
    if (!found) return '·'
    return found.verdict === 'planted' ? (found.defect ?? '') : t(`grading.verdict.${found.verdict}`)
  }
}

/** A grade in full: two tabs may agree on the level and differ in the note. */
function Said({
  data,
  level,
  noEvidence,
  incident,
  quotes,
  comment,
}: GradeDraft & Pick<ConflictProps, 'data'>) {
  const { t } = useI18n()
  const short = useQuoteText()
  return (
    <>
      <b className="num">{level ?? (noEvidence ? t('ui.rubric.ne') : '·')}</b>
      {incident && <p className="label">{t(`domain.incidents.${incident}`)}</p>}
      {quotes.map(({ start, end }) => (
        <blockquote key={`${start} ${end}`} lang={data.locale}>
          {short(data.text.slice(start, end))}
        </blockquote>
      ))}
      {comment && <p>{comment}</p>}
    </>
  )
}
