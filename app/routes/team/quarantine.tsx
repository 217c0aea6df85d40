import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { titleOf } from '#app/domain/vacancy-title.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { statusOfRefusal } from '#app/server/refusals.ts'
import { LinkButton } from '#app/ui/Button.tsx'
import { Empty } from '#app/ui/Empty.tsx'
import { PeopleTabs } from '#app/ui/pipeline/PeopleTabs.tsx'
import { Quarantined } from '#app/ui/pipeline/Quarantined.tsx'
import sheet from '#app/ui/pipeline.css?url'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import { quarantineOf, removeApplication, restoreApplication, undoRemoval } from '#db/quarantine.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: sheet }]

/** What looks like spam, until a person has judged it. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, t } = await requireStaff(args, 'move-application')
  const after = new URL(args.request.url).searchParams.get('after') ?? undefined
  const before = after === undefined ? undefined : idParam({ params: { after } }, 'after')
  const { rows, next } = await quarantineOf(db, { viewer, before })
  return {
    title: t('pipeline.quarantine.title'),
    rows: rows.map(({ vacancy, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      vacancy: titleOf(vacancy, locale),
    })),
    next,
  }
}

const acts = { restore: restoreApplication, remove: removeApplication, undo: undoRemoval }

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'move-application')
  await within(args.context, 'write', viewer.userId)
  const form = await readForm(args.request)
  const name = form.text('act')
  if (name !== 'restore' && name !== 'remove' && name !== 'undo') return refuse(422, 'not-in-the-list')
  const applicationId = idParam({ params: { id: form.text('id') } }, 'id')
  const done = found(await acts[name](db, { viewer, applicationId, now: now() }))
  if ('refused' in done) return refuse(statusOfRefusal(done.refused), done.refused)
  return redirect('/team/people/quarantine', 303)
}

export default function Quarantine() {
  const { title: heading, rows, next } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <>
      <PageHead title={t('pipeline.people.title')} />
      <div className="list-bar">
        <PeopleTabs current="quarantine" />
      </div>
      {rows.length === 0 ? (
        <Empty act={<LinkButton to="/team/people">{t('pipeline.quarantine.emptyAct')}</LinkButton>}>
          {t('pipeline.quarantine.empty')}
        </Empty>
      ) : (
        <section className="first quarantine" aria-label={heading}>
          <p>{t('pipeline.quarantine.lede')}</p>
          <ul className="todo">
            {rows.map((row) => (
              <Quarantined key={row.id} row={row} />
            ))}
          </ul>
          {next && (
            <p className="row pages">
              <Link to={`?after=${next}`}>{t('pipeline.quarantine.more')}</Link>
            </p>
          )}
        </section>
      )}
    </>
  )
}
