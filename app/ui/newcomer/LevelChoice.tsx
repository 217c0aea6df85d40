import { familyOf, type Level } from '#app/domain/dimensions.ts'
import type { DimensionView } from '#app/domain/scenario/rubric.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { RadioRow } from '../Field.tsx'

export const descending: readonly Level[] = [5, 4, 3, 2, 1]

/** A criterion by name, with the mark of its family. */
export function Criterion({ shown, lang }: { shown: DimensionView; lang: string }) {
  return (
    <h2>
      <i className={familyOf(shown.dimension) === 'attitude' ? 'dotA' : 'sqK'} aria-hidden="true" />
      <span lang={lang}>
        {shown.name} <span className="label">{shown.long}</span>
      </span>
    </h2>
  )
}

/** One criterion of the rubric, its five descriptions as answers to choose from. */
export function LevelChoice(props: { shown: DimensionView; lang: string; level?: Level; missing: boolean }) {
  const { shown, lang, level, missing } = props
  const { t } = useI18n()
  return (
    <section className="level-row">
      <Criterion shown={shown} lang={lang} />
      <RadioRow
        name={shown.dimension}
        label={<span className="vh">{shown.name}</span>}
        value={level === undefined ? undefined : String(level)}
        error={missing ? t('newcomers.levels.missing', { name: shown.name }) : undefined}
        options={descending.map((one) => ({
          value: String(one),
          label: t('newcomers.level', { level: one, word: t(`domain.levels.${one}`) }),
          hint: <span lang={lang}>{shown.anchors[one]}</span>,
        }))}
      />
    </section>
  )
}
