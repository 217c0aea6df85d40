import { familyOf, isDimension } from '#app/domain/dimensions.ts'
import type { ExampleGrades } from '#app/domain/scenario/samples.ts'
import { useI18n } from '#app/i18n/react.tsx'

/** The level of each criterion with the words that it rests on. */
export function LessonLevels({ grades, lang }: { grades: ExampleGrades; lang: string }) {
  const { t } = useI18n()
  return (
    <aside aria-label={t('calibration.lesson.levels')}>
      <ul className="rows feedback">
        {Object.entries(grades).map(([dimension, grade]) =>
          isDimension(dimension) && grade ? (
            <li key={dimension} className={familyOf(dimension)}>
              <p className="split">
                <b>{t(`domain.dimensions.${dimension}.name`)}</b>
                <b className="num level-mark">{grade.level}</b>
              </p>
              <p className="read" lang={lang}>
                {grade.why}
              </p>
            </li>
          ) : null,
        )}
      </ul>
    </aside>
  )
}
