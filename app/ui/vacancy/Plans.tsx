import { dimensionsOf, families, isDimension } from '#app/domain/dimensions.ts'
import type { PlanChange } from '#app/domain/plan-changes.ts'
import { assumedAttitudeShare, type ScoringPlan } from '#app/domain/scoring-plan.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Facts } from '../Facts.tsx'
import { omegaWords } from './words.ts'

export interface PlanData {
  id: string
  plan: ScoringPlan
  hash: string
  frozenAt: string
  frozenBy: string
  changes: PlanChange[] | null
  attempts: number
}

/** What the grades mean here, since when and by whom; every plan that there was, with what it changed. */
export function Plans({ plans, zone }: { plans: readonly PlanData[]; zone: string }) {
  const { t, formats } = useI18n()
  const [now] = plans
  return (
    <section className="first" id="plan">
      <h2>{t('comparison.plan.title')}</h2>
      {now ? (
        <>
          <p className="quiet column">{t('comparison.plan.why')}</p>
          <InForce plan={now} zone={zone} />
          {plans.length > 1 && (
            <>
              <h3>{t('comparison.plan.earlier')}</h3>
              <ol className="rows">
                {plans.map((one, at) => (
                  <li key={one.id}>
                    <p>
                      {t('comparison.plan.frozenBy', {
                        date: formats.date(one.frozenAt, zone),
                        name: one.frozenBy,
                      })}{' '}
                      <span className="label">
                        {at === 0 && `${t('comparison.plan.now')} · `}
                        {t('comparison.plan.people', { count: one.attempts })} ·{' '}
                        <span className="num">{one.hash.slice(0, 12)}</span>
                      </span>
                    </p>
                    <Changes changes={one.changes} />
                  </li>
                ))}
              </ol>
            </>
          )}
        </>
      ) : (
        <p className="quiet">{t('comparison.plan.none')}</p>
      )}
    </section>
  )
}

function InForce({ plan: { plan, hash, frozenAt, frozenBy }, zone }: { plan: PlanData; zone: string }) {
  const speech = useI18n()
  const { t, formats } = speech
  const weights = (codes: readonly (keyof ScoringPlan['weights'])[]) =>
    codes
      .flatMap((code) => {
        const weight = plan.weights[code]
        return weight === undefined
          ? []
          : [
              `${t(`domain.dimensions.${code}.name`)}\u00a0${formats.number(weight, weight % 1 === 0 ? 0 : 1)}`,
            ]
      })
      .join(' · ')
  const lines = Object.entries(plan.lines)
    .flatMap(([code, line]) =>
      isDimension(code)
        ? [
            t('comparison.plan.lineText', {
              code: t(`domain.dimensions.${code}.name`),
              line: formats.number(line, 1),
            }),
          ]
        : [],
    )
    .join(' · ')
  return (
    <Facts
      facts={[
        {
          name: t('comparison.plan.frozen'),
          value: t('comparison.plan.frozenBy', { date: formats.date(frozenAt, zone), name: frozenBy }),
        },
        ...families.map((family) => ({
          name: `${t('comparison.plan.weights')}: ${t(`domain.families.${family}`)}`,
          value: <span className="num">{weights(dimensionsOf(family)) || t('comparison.plan.nothing')}</span>,
        })),
        {
          name: t('comparison.plan.share'),
          value: t('comparison.plan.shareText', {
            attitude: formats.percent(plan.attitudeShare),
            knowledge: formats.percent(1 - plan.attitudeShare),
          }),
          note: plan.attitudeShare === assumedAttitudeShare ? t('comparison.plan.shareAssumed') : undefined,
        },
        {
          name: t('comparison.plan.line'),
          value: <span className="num">{lines || t('comparison.plan.nothing')}</span>,
        },
        {
          name: t('comparison.plan.severity'),
          value: t(plan.severityAdjusted ? 'comparison.plan.severityOn' : 'comparison.plan.severityOff'),
          note: plan.severityAdjusted ? t('comparison.plan.severityWhen') : undefined,
        },
        {
          name: t('comparison.plan.index'),
          value: t(plan.index ? 'comparison.plan.indexOn' : 'comparison.plan.indexOff'),
        },
        {
          name: t('comparison.plan.signals'),
          value: plan.omega
            ? t('comparison.plan.signalsShare', { list: omegaWords(speech, plan.omega) })
            : t('comparison.plan.signalsText'),
        },
        {
          name: t('comparison.plan.hash'),
          value: <span className="num">{hash.match(/.{1,16}/g)?.join(' ')}</span>,
          note: t('comparison.plan.hashNote'),
        },
      ]}
    />
  )
}

function Changes({ changes }: { changes: PlanChange[] | null }) {
  const { t, formats } = useI18n()
  if (changes === null) return <p className="quiet">{t('comparison.plan.first')}</p>
  if (changes.length === 0) return <p className="quiet">{t('comparison.plan.same')}</p>
  const figure = (value: number | null) =>
    value === null ? t('comparison.plan.nothing') : formats.number(value, value % 1 === 0 ? 0 : 1)
  const words = (change: PlanChange): string => {
    switch (change.what) {
      case 'weight':
      case 'line':
        return t(`comparison.plan.changes.${change.what}`, {
          dimension: t(`domain.dimensions.${change.dimension}.name`),
          from: figure(change.from),
          to: figure(change.to),
        })
      case 'attitude-share':
        return t('comparison.plan.changes.attitude-share', {
          from: formats.percent(change.from),
          to: formats.percent(change.to),
        })
      case 'severity':
        return t(change.to ? 'comparison.plan.changes.severity-on' : 'comparison.plan.changes.severity-off')
      case 'index':
        return t(change.to ? 'comparison.plan.changes.index-on' : 'comparison.plan.changes.index-off')
      case 'omega':
        return t('comparison.plan.changes.omega', {
          from: t(`domain.omega.${change.family}`, { share: formats.percent(change.from) }),
          to: formats.percent(change.to),
        })
      case 'scenarios':
        return t('comparison.plan.changes.scenarios', { list: formats.list(change.keys) })
      default:
        return t(`comparison.plan.changes.${change.what}`)
    }
  }
  return (
    <ul>
      {changes.map((change) => (
        <li key={JSON.stringify(change)} className="quiet">
          {words(change)}
        </li>
      ))}
    </ul>
  )
}
