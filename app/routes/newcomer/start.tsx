import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PlanView } from '#app/domain/newcomer-plan.ts'
import { timeIn } from '#app/domain/zones.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { found, requireStaff } from '#app/server/guard.ts'
import { clauseTitle } from '#app/server/house-rules.ts'
import { shownPlan } from '#app/server/newcomer-page.ts'
import { Gate } from '#app/ui/newcomer/Gate.tsx'
import { Plan } from '#app/ui/newcomer/Plan.tsx'
import { Ramp } from '#app/ui/newcomer/Ramp.tsx'
import { StartPage } from '#app/ui/newcomer/StartPage.tsx'
import { title } from '#app/ui/title.ts'
import { ownPlan } from '#db/newcomers.ts'
import { organisation } from '#db/organisation.ts'

export const meta = title

export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, now, library, t } = await requireStaff(args, 'follow-plan')
  const plan = shownPlan(found(await ownPlan(db, { viewer })), { now: now(), library })
  const company = await organisation(db)
  const hour = Number(timeIn(plan.zone, now()).slice(0, 2))
  const { next } = plan.gate
  return {
    title: t('newcomers.title'),
    plan,
    greeting: hour < 12 ? ('morning' as const) : hour < 18 ? ('afternoon' as const) : ('evening' as const),
    clauseTitle: next?.kind === 'clause' ? clauseTitle(locale, next.clause) : '',
    contact: plan.lead ?? { name: company.name, email: company.contactEmail },
  }
}

export default function Start() {
  const { plan, greeting, clauseTitle, contact } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <StartPage back={false}>
      <Hello plan={plan} greeting={greeting} />
      <Ramp plan={plan} />
      <Plan
        plan={plan}
        own
        gate={plan.gate.open ? undefined : <Gate gate={plan.gate} clauseTitle={clauseTitle} />}
      />
      <div className="stuck">
        <p>
          {t('newcomers.stuck', { name: contact.name })}
          <span className="label">{t('newcomers.asked')}</span>
        </p>
        <a className="btn" href={`mailto:${contact.email}`}>
          {t('newcomers.write')}
        </a>
      </div>
    </StartPage>
  )
}

const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name

/** Where one stands today, in one or two sentences; what the lead has said stands first. */
function Hello({ plan, greeting }: { plan: PlanView; greeting: 'morning' | 'afternoon' | 'evening' }) {
  const { t, formats } = useI18n()
  const { day, signature, delay, zone } = plan
  const on = { weekday: formats.weekday(plan.startsOn), day: formats.day(plan.startsOn) }
  const done = plan.steps.every(({ state }) => state === 'done')
  const note = signature?.note || delay?.note
  return (
    <header className="hello">
      <h1>
        {t(`newcomers.hello.${greeting}`, { name: firstName(plan.name) })}{' '}
        {day < 1
          ? t('newcomers.hello.before', on)
          : day === 1
            ? t('newcomers.hello.dayOne')
            : t('newcomers.hello.day', { day })}
      </h1>
      {signature && (
        <p className="said">
          {t('newcomers.ready', {
            name: signature.by,
            weekday: formats.weekday(signature.firstShiftAt, zone),
            day: formats.day(signature.firstShiftAt, zone),
            time: formats.time(signature.firstShiftAt, zone),
          })}
        </p>
      )}
      {delay && (
        <p className="said">
          {t('newcomers.notYet', {
            count: delay.dimensions.length,
            name: delay.by,
            weekday: formats.weekday(delay.lookAgainOn),
            day: formats.day(delay.lookAgainOn),
          })}{' '}
          <b>{formats.list(delay.dimensions.map((one) => t(`domain.dimensions.${one}.name`)))}</b>
        </p>
      )}
      {note && (
        <>
          <blockquote>{note}</blockquote>
          <p className="label">{t('newcomers.words', { name: signature?.by ?? delay?.by ?? '' })}</p>
        </>
      )}
      {!signature && !delay && (
        <p>
          {plan.lead
            ? t('newcomers.hello.lede', { lead: firstName(plan.lead.name) })
            : t('newcomers.hello.ledeAlone')}
        </p>
      )}
      {done && <p>{t('newcomers.hello.done')}</p>}
    </header>
  )
}
