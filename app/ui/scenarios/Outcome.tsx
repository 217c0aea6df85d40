import { type Composition, longestSitting } from '#app/domain/composition.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { classes } from '../classes.ts'

/** What a composition asks of people, and what it will be able to say. */
export function Outcome({ composition }: { composition: Composition }) {
  const { t, formats } = useI18n()
  const { sittings, minutes, gradingMinutes, dimensions } = composition
  return (
    <section className="first" aria-live="polite">
      <h2>{t('scenarios.composer.summary')}</h2>
      {minutes === 0 ? (
        <p className="quiet">{t('scenarios.composer.nothingTaken')}</p>
      ) : (
        <>
          <h3>{t('scenarios.composer.candidate')}</h3>
          <ul className="rows">
            {sittings.map(({ number, minutes: sitting }) => (
              <li key={number} className="split">
                <span>{t('scenarios.composer.sittingNumber', { number })}</span>
                <span className={classes('num', sitting > longestSitting && 'lamp')}>
                  {t('scenarios.assignments.minutes', { count: sitting })}
                  {sitting > longestSitting && `, ${t('scenarios.composer.tooLong')}`}
                </span>
              </li>
            ))}
          </ul>
          <h3>{t('scenarios.composer.grading')}</h3>
          <p className="num">{t('scenarios.composer.gradingEach', { count: gradingMinutes })}</p>
          <h3>{t('scenarios.composer.evidence')}</h3>
          <ul className="evidence">
            {dimensions.map(({ dimension, scenarios, halfBand, enough }) => (
              <li key={dimension} className={enough ? undefined : 'thin'}>
                <span>{t(`domain.dimensions.${dimension}.name`)}</span>
                <span className="num">
                  {scenarios.length === 0
                    ? t('scenarios.composer.nothing')
                    : enough && halfBand !== undefined
                      ? t('scenarios.composer.halfBand', {
                          levels: formats.number(halfBand, 1),
                        })
                      : t('scenarios.composer.notEnough')}
                </span>
              </li>
            ))}
          </ul>
          <p className="label">{t('scenarios.composer.assumed')}</p>
        </>
      )}
    </section>
  )
}
