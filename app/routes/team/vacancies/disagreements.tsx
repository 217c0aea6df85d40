import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/access.ts'
import { disagreementStates } from '#app/domain/disagreement.ts'
import { isId } from '#app/domain/id.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { Disputed } from '#app/ui/agreement/Disputed.tsx'
import style from '#app/ui/agreement.css?url'
import { LinkButton } from '#app/ui/Button.tsx'
import { Empty } from '#app/ui/Empty.tsx'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { Strip } from '#app/ui/Strip.tsx'
import { title } from '#app/ui/title.ts'
import { VacancyTabs } from '#app/ui/vacancy/VacancyTabs.tsx'
import { disagreementsOf } from '#db/disagreements.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: style }]

/** Where two grades were not enough. Of an answer that somebody has yet to lock there is only its code. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, t, viewer, locale, now } = await requireStaff(args, 'moderate')
  const vacancyId = idParam(args, 'id')
  const search = new URL(args.request.url).searchParams
  const state = disagreementStates.find((one) => one === search.get('state'))
  const after = isId(search.get('after') ?? '') ? (search.get('after') ?? undefined) : undefined
  const page = found(await disagreementsOf(db, { viewer, vacancyId, state, after, locale, now: now() }))
  const { vacancy, counts, next } = page
  return {
    title: t('agreement.list.pageTitle', { vacancy: vacancy.title }),
    vacancy: { id: vacancy.id, title: vacancy.title, lang: vacancy.lang, zone: vacancy.zone },
    state: page.state,
    counts,
    first: !after,
    next,
    manages: can(viewer, 'see-agreement', page),
    rows: page.rows.map((row) => ({
      id: row.id,
      answer: row.answerId,
      code: row.code,
      applicationId: row.applicationId,
      scenario: row.scenario,
      dimension: row.dimension,
      reasons: row.reasons,
      state: row.state,
      grades: row.grades.map(({ grader, level, incident }) => ({ grader, level, incident })),
      moderation: row.moderation && {
        moderator: row.moderation.moderator,
        own: row.moderation.own,
        kind: row.moderation.kind,
        value: row.moderation.value,
      },
      dueAt: row.dueAt?.toISOString() ?? null,
    })),
  }
}

export default function Disagreements() {
  const { vacancy, state, counts, rows, next, first, manages } = useLoaderData<typeof loader>()
  const { t, formats } = useI18n()
  const address = `/team/vacancies/${vacancy.id}/disagreements`
  return (
    <>
      <PageHead
        crumb={
          <Link to={`/team/vacancies/${vacancy.id}`} lang={vacancy.lang}>
            {vacancy.title}
          </Link>
        }
        title={t('agreement.list.title')}
      />
      <VacancyTabs id={vacancy.id} only={manages ? undefined : ['disagreements', 'about']} />
      <p className="lede-small">{t('agreement.list.intro')}</p>
      <nav className="tabs" aria-label={t('agreement.list.title')}>
        {disagreementStates.map((one) => (
          <Link key={one} to={`${address}?state=${one}`} aria-current={one === state ? 'page' : undefined}>
            {t(`agreement.list.state.${one}`)} <span className="num">{formats.number(counts[one])}</span>
          </Link>
        ))}
      </nav>
      {rows.length === 0 ? (
        <Empty>{t(`agreement.list.empty.${state}`)}</Empty>
      ) : (
        <Strip name={t(`agreement.list.state.${state}`)}>
          <Disputed rows={rows} vacancy={vacancy} />
        </Strip>
      )}
      {state === 'short' && rows.length > 0 && manages && (
        <p className="row pages">
          <LinkButton to={`/team/vacancies/${vacancy.id}/graders`}>{t('agreement.list.invite')}</LinkButton>
        </p>
      )}
      {(next || !first) && (
        <p className="row pages">
          {!first && <Link to={`${address}?state=${state}`}>{t('agreement.list.first')}</Link>}
          {next && <Link to={`${address}?state=${state}&after=${next}`}>{t('agreement.list.more')}</Link>}
        </p>
      )}
    </>
  )
}
