import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { isLocale } from '#app/domain/locale.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { localeHeader } from '#app/server/cookies.ts'
import { readForm } from '#app/server/form.ts'
import { found, refuse, requireReferee, within } from '#app/server/guard.ts'
import { draftIssues, readReference, refereeCode, typedReference } from '#app/server/reference-form.ts'
import { Button } from '#app/ui/Button.tsx'
import { CandidatePage } from '#app/ui/CandidatePage.tsx'
import { Facts } from '#app/ui/Facts.tsx'
import { useHouse } from '#app/ui/house.ts'
import { RefereeForm, refereeFormId } from '#app/ui/references/RefereeForm.tsx'
import { RefereeLangs } from '#app/ui/references/RefereeLangs.tsx'
import { Stale } from '#app/ui/references/Stale.tsx'
import stylesheet from '#app/ui/references.css?url'
import { title as meta } from '#app/ui/title.ts'
import { referenceForReferee, saveReference, submitReference } from '#db/references.ts'

export { meta }
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, t, locale } = await requireReferee(args)
  const read = found(await referenceForReferee(db, { viewer, now: now() }))
  if (!('ok' in read)) return refuse(410, refereeCode(read.refused))
  const { candidate, contact, zone, permissionAt, expiresAt, behaviours, rev, draft } = read
  return {
    title: t('references.form.title', { candidate }),
    candidate,
    vacancy: titleOf(read, locale),
    contact: { name: contact.name },
    zone,
    permissionAt,
    expiresAt,
    behaviours,
    rev,
    typed: draft,
  }
}

/** Send, save for later, or read on in another language: each keeps what was typed. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireReferee(args)
  await within(args.context, 'write', viewer.requestId)
  const sent = await readForm(args.request)
  const read = found(await referenceForReferee(db, { viewer, now: now() }))
  if (!('ok' in read)) return refuse(409, refereeCode(read.refused))
  const typed = typedReference(sent, read.behaviours)
  const baseRev = Number(sent.text('rev')) || 0
  const again = (what: {
    issues?: Record<string, string>
    stale?: Record<string, string>
    rev?: number
  }) => ({ typed, rev: baseRev, issues: {}, ...what })

  if (sent.text('way') === 'send' && !sent.has('switch')) {
    const form = readReference(typed, read.behaviours)
    if ('issues' in form) return data(again({ issues: form.issues }), { status: 422 })
    const done = found(await submitReference(db, { viewer, form: form.form, now: now() }))
    return 'refused' in done ? refuse(409, refereeCode(done.refused)) : redirect('/r/done', { status: 303 })
  }
  const issues = draftIssues(typed)
  if (Object.keys(issues).length > 0) return data(again({ issues }), { status: 422 })
  const saved = found(await saveReference(db, { viewer, draft: typed, baseRev, now: now() }))
  if ('refused' in saved) {
    if (saved.refused !== 'stale') return refuse(409, refereeCode(saved.refused))
    return data(again({ stale: saved.draft, rev: saved.rev }), { status: 409 })
  }
  const wanted = sent.text('switch')
  if (isLocale(wanted))
    return redirect('/r', { status: 303, headers: { 'Set-Cookie': localeHeader(wanted) } })
  return redirect('/r/done', { status: 303 })
}

const none = {}

export default function RefereePage() {
  const page = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { t, formats } = useI18n()
  const { candidate, contact, vacancy, zone } = page
  const organisation = useHouse()?.organisation.name ?? ''
  const until = page.expiresAt ? formats.day(page.expiresAt, zone) : ''
  return (
    <CandidatePage about={t('references.form.about')} langs={<RefereeLangs form={refereeFormId} />}>
      <div className="stack">
        <h1>{page.title}</h1>
        <p className="lede">{t('references.form.lede', { candidate, organisation })}</p>
        <p>{t('references.form.readers', { candidate })}</p>
        <Facts
          facts={[
            {
              name: t('references.form.who'),
              value: t('references.form.whoValue', { contact: contact.name, organisation }),
            },
            { name: t('references.form.for'), value: <span lang={vacancy.lang}>{vacancy.title}</span> },
            {
              name: t('references.form.agreed'),
              value: t('references.form.agreedValue', {
                candidate,
                day: formats.day(page.permissionAt, zone),
              }),
            },
            { name: t('references.form.kept'), value: t('references.form.keptValue') },
            { name: t('references.form.until'), value: until },
          ]}
        />
        <div className="row refuse">
          <Form method="post" action="/r/decline">
            <Button>{t('references.form.decline')}</Button>
          </Form>
          <Form method="post" action="/r/wrong-person">
            <Button>{t('references.form.wrong')}</Button>
          </Form>
        </div>
        {again?.stale && <Stale draft={again.stale} behaviours={page.behaviours} />}
        {!again && page.rev > 0 && <p role="status">{t('references.form.savedAt')}</p>}
      </div>
      <RefereeForm
        candidate={candidate}
        behaviours={page.behaviours}
        typed={again?.typed ?? page.typed}
        rev={again?.rev ?? page.rev}
        until={until}
        issues={again?.issues ?? none}
      />
    </CandidatePage>
  )
}
