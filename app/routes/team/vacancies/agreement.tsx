import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { agreementRules } from '#app/domain/agreement.ts'
import { panelRules } from '#app/domain/agreement-panel.ts'
import { disagreementStates } from '#app/domain/disagreement.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { type PanelData, panelData } from '#app/server/agreement-data.ts'
import { found, idParam, requireStaff, within } from '#app/server/guard.ts'
import { Criteria } from '#app/ui/agreement/Criteria.tsx'
import { Graders } from '#app/ui/agreement/Graders.tsx'
import { Matrix } from '#app/ui/agreement/Matrix.tsx'
import { Weeks } from '#app/ui/agreement/Weeks.tsx'
import style from '#app/ui/agreement.css?url'
import { Button } from '#app/ui/Button.tsx'
import { Empty } from '#app/ui/Empty.tsx'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import { VacancyTabs } from '#app/ui/vacancy/VacancyTabs.tsx'
import { agreementOf, refreshAgreement } from '#db/agreement.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: style }]

/** How far the graders agree: words and figures of revealed grades. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, t, viewer, locale } = await requireStaff(args, 'see-agreement')
  const vacancyId = idParam(args, 'id')
  const panel = panelData(found(await agreementOf(db, { viewer, vacancyId, locale })))
  return { title: t('agreement.pageTitle', { vacancy: panel.vacancy.title }), panel }
}

/** Works the figures out now. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, locale, now } = await requireStaff(args, 'see-agreement')
  const vacancyId = idParam(args, 'id')
  await within(args.context, 'write', viewer.userId)
  found(await refreshAgreement(db, { viewer, vacancyId, locale, now: now() }))
  return redirect(`/team/vacancies/${vacancyId}/agreement`, { status: 303 })
}

export default function Agreement() {
  const { panel } = useLoaderData<typeof loader>() as { panel: PanelData }
  const { t, formats } = useI18n()
  const { vacancy, criteria, graders, computedAt } = panel
  const address = `/team/vacancies/${vacancy.id}`
  const { good, partialWithinOne } = agreementRules
  return (
    <>
      <PageHead
        crumb={
          <Link to={address} lang={vacancy.lang}>
            {vacancy.title}
          </Link>
        }
        title={t('agreement.title')}
        who={
          computedAt && (
            <span>{t('agreement.when', { when: formats.dateTime(computedAt, vacancy.zone) })}</span>
          )
        }
        acts={
          <>
            <Button kind="plain" type="button" onClick={() => window.print()}>
              {t('agreement.print')}
            </Button>
            <a className="btn plain" href={`${address}/agreement.csv`}>
              {t('agreement.csv')}
            </a>
            <Form method="post">
              <Button>{t('agreement.refresh')}</Button>
            </Form>
          </>
        }
      />
      <VacancyTabs id={vacancy.id} />
      {criteria.length === 0 ? (
        <Empty>{t('agreement.empty')}</Empty>
      ) : (
        <>
          <Criteria criteria={criteria} vacancy={vacancy} />
          <p className="label column">
            {t('agreement.assumed', {
              good: formats.percent(good.withinOne),
              exact: formats.percent(good.exact),
              partial: formats.percent(partialWithinOne),
              fewest: panelRules.fewestDoubles,
              alpha: formats.number(panelRules.lowAlpha, 1),
            })}
          </p>
          <div className="two-numbers">
            <Matrix pairs={panel.pairs} graders={graders} />
            <Weeks weeks={panel.weeks} />
          </div>
        </>
      )}
      {graders.length > 0 && <Graders graders={graders} connected={panel.connected} />}
      <Standing panel={panel} />
    </>
  )
}

function Standing({ panel: { disagreements, vacancy } }: { panel: PanelData }) {
  const { t, formats } = useI18n()
  const total = disagreementStates.reduce((sum, state) => sum + disagreements[state], 0)
  return (
    <section className="first">
      <h2>{t('agreement.disagreementsTitle')}</h2>
      <p>
        {total === 0
          ? t('agreement.noDisagreements')
          : t('agreement.settledOf', {
              settled: formats.number(disagreements.settled),
              total: formats.number(total),
            })}{' '}
        <Link to={`/team/vacancies/${vacancy.id}/disagreements`}>{t('agreement.openDisagreements')}</Link>
      </p>
      {total > 0 && (
        <p className="standing">
          {disagreementStates.map((state) => (
            <span key={state}>
              <b className="num">{formats.number(disagreements[state])}</b>{' '}
              {t(`agreement.list.state.${state}`)}
            </span>
          ))}
        </p>
      )}
    </section>
  )
}
