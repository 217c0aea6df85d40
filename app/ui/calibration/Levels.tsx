import { type Dimension, familyOf } from '#app/domain/dimensions.ts'
import type { LevelTexts } from '#app/domain/scenario/common.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { classes } from '../classes.ts'
import { Textarea } from '../Field.tsx'

export interface Criterion {
  dimension: Dimension
  anchors: LevelTexts
}

const descending = [5, 4, 3, 2, 1] as const

/** The criteria of an answer one under the other, each with its five anchors; with `why`, a reason to each. */
export function Levels({
  criteria,
  lang,
  why,
}: {
  criteria: readonly Criterion[]
  lang: string
  why?: boolean
}) {
  const { t } = useI18n()
  return criteria.map(({ dimension, anchors }) => (
    <div key={dimension} className="criterion-block">
      <fieldset className={classes('rubric', familyOf(dimension))}>
        <legend className="criterion-name">{t(`domain.dimensions.${dimension}.name`)}</legend>
        {descending.map((level) => (
          <label key={level}>
            <input type="radio" name={`level-${dimension}`} value={level} required />
            <span className="lvl">{level}</span>
            <span lang={lang}>
              <span className="vh">{t(`ui.rubric.level${level}`)}. </span>
              {anchors[level]}
            </span>
          </label>
        ))}
      </fieldset>
      {why && (
        <Textarea
          id={`why-${dimension}`}
          name={`why-${dimension}`}
          label={t('calibration.experts.why')}
          rows={2}
          maxLength={1000}
          required
        />
      )}
    </div>
  ))
}
