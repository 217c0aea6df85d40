import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { fieldIssues } from '#app/domain/issues.ts'
import { refereeForm } from '#app/domain/references.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, requireCandidate, within } from '#app/server/guard.ts'
import { CandidatePage } from '#app/ui/CandidatePage.tsx'
import { Empty } from '#app/ui/Empty.tsx'
import { Named } from '#app/ui/references/Named.tsx'
import { NameForm } from '#app/ui/references/NameForm.tsx'
import { Asked, Told } from '#app/ui/references/WhatHappens.tsx'
import stylesheet from '#app/ui/references.css?url'
import { title as meta } from '#app/ui/title.ts'
import { nameReferee, ownReferences } from '#db/references.ts'

export { meta }
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, t, locale } = await requireCandidate(args)
  const { open, left, behaviours, referees, ...own } = found(await ownReferences(db, { viewer, now: now() }))
  return {
    title: t('references.own.title'),
    locale,
    vacancy: titleOf(own, locale),
    open,
    left,
    behaviours,
    referees: referees.map(({ id, name, email, relation, company, status }) => ({
      id,
      name,
      email,
      relation,
      company,
      status,
    })),
  }
}

/** Names one person. Nothing is sent by this. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireCandidate(args)
  await within(args.context, 'write', viewer.applicationId)
  const { fields } = await readForm(args.request)
  const parsed = refereeForm.safeParse(fields)
  if (!parsed.success)
    return data({ typed: fields, issues: fieldIssues(parsed.error), refused: undefined }, { status: 422 })
  const done = found(await nameReferee(db, { viewer, form: parsed.data, now: now() }))
  if (!('refused' in done)) return redirect('/a/references', { status: 303 })
  const status = done.refused === 'references-not-asked' ? 409 : 422
  return data({ typed: fields, issues: {}, refused: done.refused }, { status })
}

export default function References() {
  const { vacancy, locale, open, left, behaviours, referees } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { t } = useI18n()
  if (!open && referees.length === 0)
    return (
      <CandidatePage>
        <div>
          <h1>{t('references.own.title')}</h1>
          <Empty act={<Link to="/a">{t('references.own.back')}</Link>}>{t('references.own.closed')}</Empty>
        </div>
      </CandidatePage>
    )
  return (
    <CandidatePage>
      <div className="stack">
        <p className="label" lang={vacancy.lang}>
          {vacancy.title}
        </p>
        <h1>{t('references.own.heading')}</h1>
        <p className="lede">{t('references.own.lede')}</p>
        <p>
          <b>{t('references.own.nothingSent')}</b>
        </p>
      </div>
      {referees.length > 0 && <Named referees={referees} open={open} />}
      {open && (
        <section className="stack">
          <h2>{t('references.own.add')}</h2>
          {left === 0 ? (
            <p>{t('references.own.full')}</p>
          ) : (
            <>
              <p className="quiet">{t('references.own.left', { count: left })}</p>
              <NameForm
                typed={again?.typed}
                issues={again?.issues}
                refused={again?.refused}
                locale={locale}
              />
            </>
          )}
        </section>
      )}
      <Asked behaviours={behaviours} />
      <Told />
      <p>
        <Link to="/a">{t('references.own.back')}</Link>
      </p>
    </CandidatePage>
  )
}
