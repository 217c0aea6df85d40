import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fieldIssues } from '#app/domain/issues.ts'
import { offerForm } from '#app/domain/offer.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { applicationHead } from '#app/server/application-head.ts'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { offerData } from '#app/server/offer-data.ts'
import { LinkButton } from '#app/ui/Button.tsx'
import { ApplicationHead } from '#app/ui/decisions/ApplicationHead.tsx'
import { OfferForm } from '#app/ui/decisions/OfferForm.tsx'
import { OfferTerms, WithdrawForm } from '#app/ui/decisions/Offers.tsx'
import stylesheet from '#app/ui/decisions.css?url'
import { Empty } from '#app/ui/Empty.tsx'
import { title } from '#app/ui/title.ts'
import { makeOffer, offerPage } from '#db/offers.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, locale, t } = await requireStaff(args, 'make-offer')
  const id = idParam(args, 'id')
  const head = await applicationHead(db, { viewer, id, locale, now: now() })
  const read = found(await offerPage(db, { viewer, applicationId: id, now: now() }))
  const free = read.seats.find(({ taken }) => !taken)
  return {
    title: t('decisions.offer.title', { name: head.name }),
    head,
    zone: read.zone,
    vacancy: read.vacancy,
    seats: read.seats,
    candidateLocale: read.candidateLocale,
    toBeMade: read.toBeMade,
    seatLeft: free !== undefined,
    offers: read.offers.map(offerData),
    blank: { openingId: free?.id ?? '', startsOn: free?.startsOn ?? '' },
  }
}

/** Makes the offer that was decided. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'make-offer')
  await within(args.context, 'write', viewer.userId)
  const applicationId = idParam(args, 'id')
  const { fields } = await readForm(args.request)
  const again = (issues: Record<string, string>, refused?: string, status = 422) =>
    data({ typed: fields, issues, refused }, { status })
  const parsed = offerForm.safeParse(fields)
  if (!parsed.success) return again(fieldIssues(parsed.error))
  const done = found(await makeOffer(db, { viewer, applicationId, form: parsed.data, now: now() }))
  if ('ok' in done) return redirect(`/team/applications/${applicationId}/offer`, { status: 303 })
  if (done.refused === 'offer-fields') return again({ ...done.issues })
  if (done.refused === 'role-too-low') return refuse(403, done.refused)
  return again({}, done.refused, 409)
}

export default function Offer() {
  const page = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { t, formats } = useI18n()
  const { head, offers, zone, toBeMade, seatLeft } = page
  const [last, ...earlier] = offers
  const standing = last?.state === 'open' || last?.state === 'over'
  const address = `/team/applications/${head.id}`
  return (
    <>
      <ApplicationHead head={head} />
      <div className="stack wide column">
        {last && (
          <section className="first stack">
            <h2>{t('decisions.offer.heading')}</h2>
            <OfferTerms offer={last} zone={zone} />
            {standing && <WithdrawForm id={head.id} />}
          </section>
        )}
        {toBeMade && seatLeft && (
          <section className="first stack">
            <h2>{t('decisions.offer.heading')}</h2>
            <p className="quiet">
              {t('decisions.offer.lede', { language: formats.language(page.candidateLocale) })}
            </p>
            <OfferForm
              id={head.id}
              vacancy={page.vacancy}
              seats={page.seats}
              candidateLocale={page.candidateLocale}
              typed={again?.typed ?? page.blank}
              issues={again?.issues}
              refused={again?.refused}
            />
          </section>
        )}
        {toBeMade && !seatLeft && (
          <Empty
            act={
              <LinkButton to={`/team/vacancies/${head.vacancy.id}/edit`}>
                {t('decisions.offer.toVacancy')}
              </LinkButton>
            }
          >
            {t('decisions.offer.noSeat')}
          </Empty>
        )}
        {!toBeMade && !standing && last?.state !== 'accepted' && (
          <Empty act={<LinkButton to={`${address}/decide`}>{t('decisions.offer.toDecision')}</LinkButton>}>
            {t('decisions.offer.notDecided')}
          </Empty>
        )}
        {earlier.length > 0 && (
          <section className="first stack">
            <h2>{t('decisions.offer.earlier')}</h2>
            {earlier.map((offer) => (
              <OfferTerms key={offer.id} offer={offer} zone={zone} />
            ))}
          </section>
        )}
      </div>
    </>
  )
}
