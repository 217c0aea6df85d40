import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { fieldIssues } from '#app/domain/issues.ts'
import { acceptForm } from '#app/domain/offer.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, refuse, requireCandidate, within } from '#app/server/guard.ts'
import { CandidatePage } from '#app/ui/CandidatePage.tsx'
import { Answer } from '#app/ui/decisions/Answer.tsx'
import { OwnTerms } from '#app/ui/decisions/OwnTerms.tsx'
import stylesheet from '#app/ui/decisions.css?url'
import { useHouse } from '#app/ui/house.ts'
import { title as meta } from '#app/ui/title.ts'
import { acceptOffer, ownOffer } from '#db/offers.ts'

export { meta }
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, t, locale } = await requireCandidate(args)
  const offer = found(await ownOffer(db, { viewer, now: now() }))
  const { schedule, weeklyHours, remote, place, contract } = offer.vacancy
  return {
    title: t('decisions.own.title'),
    id: offer.id,
    state: offer.state,
    name: offer.name,
    contact: offer.contact,
    zone: offer.zone,
    terms: {
      job: titleOf(offer.vacancy, locale),
      pay: offer.pay,
      currency: offer.currency,
      payPeriod: offer.payPeriod,
      startsOn: offer.startsOn,
      contract,
      weeklyHours,
      from: schedule.from,
      to: schedule.to,
      place: remote ? null : place,
      answerBy: offer.answerBy.toISOString(),
      note: offer.note,
    },
    signed: offer.acceptedAt && { name: offer.acceptedName ?? '', at: offer.acceptedAt.toISOString() },
  }
}

const lost = ['offer-over', 'offer-declined', 'offer-withdrawn', 'offer-accepted', 'offer-changed']

/** Accepts with the typed name. However often it is sent, it is one acceptance. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireCandidate(args)
  await within(args.context, 'write', viewer.applicationId)
  const { fields } = await readForm(args.request)
  const again = (issue: string | undefined, refused: string | undefined, status: number) =>
    data({ typed: fields.name ?? '', issue, refused }, { status })
  const parsed = acceptForm.safeParse(fields)
  if (!parsed.success) return again(fieldIssues(parsed.error).name ?? 'required', undefined, 422)
  const { offerId, name } = parsed.data
  const done = found(await acceptOffer(db, { viewer, offerId, name, now: now() }))
  if ('ok' in done) return redirect('/a/offer', { status: 303 })
  if (done.refused === 'name-differs') return again('name-differs', undefined, 422)
  if (lost.includes(done.refused) || done.refused === 'already-newcomer')
    return again(undefined, done.refused, 409)
  return refuse(409, done.refused)
}

export default function Offer() {
  const { id, state, name, contact, zone, terms, signed } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { t, formats } = useI18n()
  const organisation = useHouse()?.organisation.name ?? ''
  const day = formats.date(terms.startsOn)
  return (
    <CandidatePage>
      <div className="stack">
        <p className="label" lang={terms.job.lang}>
          {terms.job.title}
        </p>
        <h1>{t(state === 'open' ? 'decisions.own.heading' : `decisions.own.${state}.title`)}</h1>
        <p className="lede">
          {state === 'open'
            ? t('decisions.own.lede', { organisation })
            : t(`decisions.own.${state}.text`, { day, name: contact.name })}
        </p>
        {signed && (
          <p className="strong">
            {t('decisions.own.accepted.signed', {
              name: signed.name,
              day: formats.date(signed.at, zone),
            })}
          </p>
        )}
        <OwnTerms terms={terms} zone={zone} open={state === 'open'} />
        <p>
          {state === 'open' && t('decisions.own.question', { name: contact.name })}{' '}
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </p>
      </div>
      {state === 'open' && (
        <Answer id={id} name={name} typed={again?.typed} issue={again?.issue} refused={again?.refused} />
      )}
      <p>
        <Link to="/a">{t('decisions.own.back')}</Link>
      </p>
    </CandidatePage>
  )
}
