import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { signReadiness } from '#app/domain/onboarding.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { shownPlan } from '#app/server/newcomer-page.ts'
import { shownArticles, shownPractice, shownTries } from '#app/server/newcomer-record.ts'
import { Plan } from '#app/ui/newcomer/Plan.tsx'
import { Ramp } from '#app/ui/newcomer/Ramp.tsx'
import { Readiness } from '#app/ui/newcomer/Readiness.tsx'
import { Confidentiality, Practised } from '#app/ui/newcomer/Record.tsx'
import sheet from '#app/ui/newcomer.css?url'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import { planForTeam } from '#db/newcomers.ts'
import { leadNames } from '#db/readiness.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: sheet }]

/** The newcomer's own list, as they see it, with what stands behind each tick. The practice is for shift leads. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, now, library } = await requireStaff(args, 'see-newcomers')
  const id = idParam(args, 'newcomer')
  const plan = found(await planForTeam(db, { viewer, id }))
  const { acknowledgement, practice, maySign, team } = plan
  const verdict = signReadiness(plan.facts, { isLead: maySign, isNewcomer: plan.userId === viewer.userId })
  return {
    title: plan.name,
    id,
    team: team.name,
    plan: shownPlan(plan, { now: now(), library }),
    agreement: acknowledgement && {
      version: acknowledgement.version,
      typedName: acknowledgement.typedName,
      at: acknowledgement.at,
      hash: acknowledgement.textHash.slice(0, 12),
    },
    tries: await shownTries(db, { newcomerId: id, locale }),
    articles: shownArticles(plan, library, locale),
    practice: practice && { startedAt: practice.startedAt, submittedAt: practice.submittedAt },
    practised: await shownPractice(db, { viewer, newcomerId: id, library }),
    maySign,
    notYetWhy: 'refused' in verdict ? verdict.refused : null,
    signedAt: plan.signature?.at ?? null,
    delayedAt: plan.delay?.at ?? null,
    leads: await leadNames(db, team.id),
  }
}

export default function Newcomer() {
  const page = useLoaderData<typeof loader>()
  const { t, formats } = useI18n()
  const { plan } = page
  return (
    <>
      <PageHead
        crumb={<Link to="/team/newcomers">{t('newcomers.team.crumb')}</Link>}
        title={page.title}
        who={t('newcomers.team.of', { team: page.team, day: formats.date(plan.startsOn) })}
      />
      <Ramp plan={plan} />
      <div className="newcomer">
        <div>
          <Plan plan={plan} />
        </div>
        <div>
          <Readiness
            id={page.id}
            plan={plan}
            maySign={page.maySign}
            notYetWhy={page.notYetWhy}
            signedAt={page.signedAt}
            delayedAt={page.delayedAt}
            leads={page.leads}
          />
          <Confidentiality
            agreement={page.agreement}
            tries={page.tries}
            articles={page.articles}
            zone={plan.zone}
          />
          <Practised
            practice={page.practice}
            practised={page.practised}
            maySign={page.maySign}
            zone={plan.zone}
          />
        </div>
      </div>
    </>
  )
}
