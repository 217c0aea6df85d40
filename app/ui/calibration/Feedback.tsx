import { type Dimension, familyOf } from '#app/domain/dimensions.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { classes } from '../classes.ts'

interface Given {
  dimension: Dimension
  /** Null is "not shown". */
  level: number | null
  reference: number
  why: string[]
}

/** Criterion by criterion: the own level, the known one, how far apart they are, and why it is the known one. */
export function Feedback({ given, lang }: { given: readonly Given[]; lang: string }) {
  const { t } = useI18n()
  return (
    <section>
      <h2>{t('calibration.run.feedback')}</h2>
      <ul className="rows feedback">
        {given.map(({ dimension, level, reference, why }) => {
          const gap = level === null ? null : Math.abs(level - reference)
          return (
            <li key={dimension} className={familyOf(dimension)}>
              <p className="split">
                <b>{t(`domain.dimensions.${dimension}.name`)}</b>
                <span className="label">
                  {gap === null
                    ? t('calibration.hidden.notShown')
                    : gap === 0
                      ? t('calibration.run.same')
                      : gap === 1
                        ? t('calibration.run.oneOff')
                        : t('calibration.run.far', { count: gap })}
                </span>
              </p>
              <Wire family={familyOf(dimension)} level={level} reference={reference} />
              <p className="label">
                {t('calibration.run.yours')}:{' '}
                <b className="num">{level ?? t('calibration.hidden.notShown')}</b> ·{' '}
                {t('calibration.run.known')}: <b className="num">{reference}</b>
              </p>
              <ul className="reasons" lang={lang}>
                {[...new Set(why)].map((reason) => (
                  <li key={reason} className="read">
                    {reason}
                  </li>
                ))}
              </ul>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const x = (level: number) => `${2.5 + (level - 1) * 23.75}%`

/** The band's wire with the own level hollow and the known one filled: the same drawing as in the profile. */
function Wire(props: { family: 'attitude' | 'knowledge'; level: number | null; reference: number }) {
  const { family, level, reference } = props
  const bead = (at: number, waiting: boolean) => {
    const className = classes('bead', waiting && 'wait')
    return family === 'attitude' ? (
      <circle className={className} cx={x(at)} cy="12" r={waiting ? 7 : 4} />
    ) : (
      <rect
        className={className}
        x={x(at)}
        y={waiting ? 5 : 8}
        width={waiting ? 14 : 8}
        height={waiting ? 14 : 8}
        transform={`translate(${waiting ? -7 : -4} 0)`}
      />
    )
  }
  return (
    <svg
      className={classes('band', family === 'knowledge' && family)}
      height="24"
      width="100%"
      aria-hidden="true"
    >
      <line className="wire" x1={x(1)} x2={x(5)} y1="12" y2="12" />
      {[1, 2, 3, 4, 5].map((one) => (
        <line key={one} className="tick" x1={x(one)} x2={x(one)} y1="9" y2="15" />
      ))}
      {level !== null && bead(level, true)}
      {bead(reference, false)}
    </svg>
  )
}
