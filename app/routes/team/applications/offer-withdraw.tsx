import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fieldIssues } from '#app/domain/issues.ts'
import { withdrawOfferForm } from '#app/domain/offer.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { applicationHead } from '#app/server/application-head.ts'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { ApplicationHead } from '#app/ui/decisions/ApplicationHead.tsx'
import { WithdrawForm } from '#app/ui/decisions/Offers.tsx'
import stylesheet from '#app/ui/decisions.css?url'
import { title } from '#app/ui/title.ts'
import { withdrawOffer } from '#db/offers.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, locale, t } = await requireStaff(args, 'make-offer')
  const id = idParam(args, 'id')
  const head = await applicationHead(db, { viewer, id, locale, now: now() })
  return { title: t('decisions.offer.title', { name: head.name }), head }
}

/** Asks for the reason; with it the offer is taken back. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'make-offer')
  await within(args.context, 'write', viewer.userId)
  const applicationId = idParam(args, 'id')
  const { fields } = await readForm(args.request)
  const parsed = withdrawOfferForm.safeParse(fields)
  if (!parsed.success)
    return data({ typed: fields.reason ?? '', issue: fieldIssues(parsed.error).reason }, { status: 422 })
  const { reason } = parsed.data
  const done = found(await withdrawOffer(db, { viewer, applicationId, reason, now: now() }))
  if ('refused' in done) return refuse(done.refused === 'role-too-low' ? 403 : 409, done.refused)
  return redirect(`/team/applications/${applicationId}/decide`, { status: 303 })
}

export default function WithdrawOffer() {
  const { head } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <>
      <ApplicationHead head={head} />
      <section className="first stack column">
        <h2>{t('decisions.offer.withdraw')}</h2>
        <WithdrawForm id={head.id} typed={again?.typed} issue={again?.issue} />
      </section>
    </>
  )
}
