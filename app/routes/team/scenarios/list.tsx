import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { canAnywhere } from '#app/domain/access.ts'
import { rulesCovered } from '#app/domain/composition.ts'
import { dimensions } from '#app/domain/dimensions.ts'
import { assignmentMinutes } from '#app/domain/scenario/assignment.ts'
import { sittingsOf } from '#app/domain/scenario/sittings.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { requireStaff } from '#app/server/guard.ts'
import { shelfFor } from '#app/server/shelf.ts'
import { LinkButton } from '#app/ui/Button.tsx'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { Coverage } from '#app/ui/scenarios/Coverage.tsx'
import { OwnPages } from '#app/ui/scenarios/OwnPages.tsx'
import { ScenarioTable } from '#app/ui/scenarios/ScenarioTable.tsx'
import stylesheet from '#app/ui/scenarios/scenarios.css?url'
import { title } from '#app/ui/title.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

/** Everything that candidates are tested with. Keys and notes for graders stand on a scenario's own page. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireStaff(args, 'see-scenarios')
  const { t, locale, viewer } = context
  const { scenarios, assignments, own, pages, found } = await shelfFor(context)
  const used = (key: string) =>
    assignments
      .filter(({ content }) => content.sections.some(({ scenario }) => scenario === key))
      .map(({ content }) => content.titles[locale])
  const brought = new Map(
    pages.map(({ key }, index) => [key, t('scenarios.ownPage.code', { number: index + 1 })]),
  )
  const codeOf = ({ key, code }: { key: string; code?: string }) => code ?? brought.get(key) ?? null
  const graded = scenarios.filter(({ content }) => content.use === 'graded').map(({ content }) => content)
  return {
    title: t('scenarios.title'),
    mayCompose: canAnywhere(viewer, 'compose-assignment'),
    problems: found.map(({ file, line, problem }) => ({ file, line, problem })),
    scenarios: scenarios.map(({ key, content }) => ({
      key,
      code: codeOf(content),
      title: content.texts[locale].title,
      kind: content.kind,
      use: content.use,
      minutes: content.minutes,
      dimensions: content.dimensions,
      draft: content.status === 'draft',
      used: used(key),
    })),
    pages: pages.map(({ id, key, name, defects, rev, contentRev, archived }) => ({
      id,
      code: brought.get(key) ?? '',
      name,
      defects,
      state: archived
        ? ('archived' as const)
        : contentRev === null
          ? ('draft' as const)
          : contentRev === rev
            ? ('complete' as const)
            : ('changed' as const),
    })),
    coverage: dimensions.map((dimension) => ({
      dimension,
      scenarios: graded.filter((one) => one.dimensions.includes(dimension)).map(({ key }) => key),
    })),
    columns: graded.map((one) => ({
      key: one.key,
      code: codeOf(one),
      title: one.texts[locale].title,
    })),
    rules: [...rulesCovered(graded)].map(([rule, keys]) => ({ rule, keys })),
    assignments: assignments.map(({ key, content }) => ({
      key,
      title: content.titles[locale],
      minutes: assignmentMinutes(content),
      sittings: sittingsOf(content.sections).length,
      own: own.find((one) => one.key === key)?.id ?? null,
    })),
  }
}

export default function Scenarios() {
  const view = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <div className="scenario-list">
      <header>
        <PageHead
          title={view.title}
          acts={
            view.mayCompose && <LinkButton to="/team/scenarios/compose">{t('scenarios.compose')}</LinkButton>
          }
        />
        <p className="lede">{t('scenarios.lede')}</p>
      </header>
      {view.problems.length > 0 && (
        <section className="notice first">
          <h2>{t('scenarios.problems')}</h2>
          <p>{t('scenarios.problemsNote')}</p>
          <ul className="rows">
            {view.problems.map(({ file, line, problem }) => (
              <li key={`${file}:${line}:${problem}`}>
                <code>
                  {file}:{line}
                </code>{' '}
                {problem}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ScenarioTable scenarios={view.scenarios} />
      <OwnPages pages={view.pages} mayCompose={view.mayCompose} />
      <section className="first">
        <h2>{t('scenarios.assignments.title')}</h2>
        <ul className="rows">
          {view.assignments.map((assignment) => (
            <li key={assignment.key} className="split">
              <span>
                <b>{assignment.title}</b>
                {assignment.own && <span className="label"> {t('scenarios.assignments.own')}</span>}
              </span>
              <span className="row">
                <span className="num quiet">
                  {t('scenarios.assignments.minutes', { count: assignment.minutes })} ·{' '}
                  {t('scenarios.assignments.sittings', { count: assignment.sittings })}
                </span>
                {view.mayCompose && (
                  <Link to={`/team/scenarios/compose?from=${assignment.key}`}>
                    {t(assignment.own ? 'scenarios.assignments.change' : 'scenarios.assignments.start')}
                  </Link>
                )}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Coverage coverage={view.coverage} columns={view.columns} rules={view.rules} />
    </div>
  )
}
