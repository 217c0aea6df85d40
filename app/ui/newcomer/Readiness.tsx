import type { PlanView } from '#app/domain/newcomer-plan.ts'
import type { ReadinessRefusal } from '#app/domain/onboarding.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { LinkButton } from '../Button.tsx'

interface ReadinessProps {
  id: string
  plan: PlanView
  maySign: boolean
  /** Why it cannot be signed now. */
  notYetWhy: ReadinessRefusal | null
  signedAt: Date | null
  delayedAt: Date | null
  leads: readonly string[]
}

/** The shift lead's own step: two ways to take it, or why it cannot be taken, and by whom it can. */
export function Readiness(props: ReadinessProps) {
  const { id, plan, maySign, notYetWhy, signedAt, delayedAt, leads } = props
  const { t, formats } = useI18n()
  const { signature, delay, zone } = plan
  return (
    <section className="first stack">
      <h2>{t('newcomers.team.readiness')}</h2>
      {signature && signedAt && (
        <p>
          {t('newcomers.team.signed', {
            name: signature.by,
            day: formats.day(signedAt, zone),
            time: formats.time(signedAt, zone),
            weekday: formats.weekday(signature.firstShiftAt, zone),
            shift: formats.day(signature.firstShiftAt, zone),
            shiftTime: formats.time(signature.firstShiftAt, zone),
          })}
        </p>
      )}
      {delay && delayedAt && (
        <p>
          {t('newcomers.team.delayed', {
            name: delay.by,
            day: formats.day(delayedAt, zone),
            criteria: formats.list(delay.dimensions.map((one) => t(`domain.dimensions.${one}.name`))),
            weekday: formats.weekday(delay.lookAgainOn),
            again: formats.day(delay.lookAgainOn),
          })}
        </p>
      )}
      {(signature?.note || delay?.note) && <p className="own-text read">{signature?.note || delay?.note}</p>}
      {!signature &&
        (maySign ? (
          <>
            {notYetWhy && <p className="quiet">{t(`newcomers.refusals.${notYetWhy}`)}</p>}
            <p className="row">
              {!notYetWhy && (
                <LinkButton to={`/team/newcomers/${id}/readiness`} kind="primary">
                  {t('newcomers.team.confirm')}
                </LinkButton>
              )}
              <LinkButton to={`/team/newcomers/${id}/not-yet`}>{t('newcomers.team.notYet')}</LinkButton>
            </p>
          </>
        ) : (
          <p className="quiet">
            {leads.length > 0
              ? t('newcomers.team.onlyLead', { names: formats.list(leads) })
              : t('newcomers.team.onlyLeadNone')}
          </p>
        ))}
    </section>
  )
}
