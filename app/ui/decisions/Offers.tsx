import { Form } from '@remix-run/react'
import type { OfferState } from '#app/domain/offer.ts'
import type { Currency, PayPeriod } from '#app/domain/vacancy.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Facts } from '../Facts.tsx'
import { Textarea } from '../Field.tsx'

export interface OfferData {
  id: string
  state: OfferState
  pay: number
  currency: Currency
  payPeriod: PayPeriod
  payReason: string
  startsOn: string
  note: string
  madeBy: string
  sentAt: string
  answerBy: string
  endedAt: string | null
  acceptedName: string | null
  withdrawnReason: string
}

/** One offer as colleagues see it: what was offered, by whom, and what became of it. */
export function OfferTerms({ offer, zone }: { offer: OfferData; zone: string }) {
  const { t, formats } = useI18n()
  const { state, payReason, note, acceptedName, withdrawnReason } = offer
  const day = state === 'open' || state === 'over' ? offer.answerBy : (offer.endedAt ?? offer.answerBy)
  const fact = (name: MessageKey, value: string) => ({ name: t(name), value })
  return (
    <>
      <p className="strong">{t(`decisions.offer.state.${state}`, { day: formats.date(day, zone) })}</p>
      <Facts
        facts={[
          fact(
            'decisions.terms.pay',
            t('decisions.terms.payValue', {
              amount: formats.money(offer.pay, offer.currency),
              period: t(`domain.payPeriods.${offer.payPeriod}`),
            }),
          ),
          ...(payReason === '' ? [] : [fact('decisions.offer.outside', payReason)]),
          fact('decisions.terms.starts', formats.date(offer.startsOn)),
          ...(note === '' ? [] : [fact('decisions.offer.note', note)]),
          fact(
            'decisions.offer.madeBy',
            t('decisions.offer.madeByValue', {
              name: offer.madeBy,
              day: formats.date(offer.sentAt, zone),
            }),
          ),
          ...(acceptedName === null ? [] : [fact('decisions.offer.signed', acceptedName)]),
          ...(withdrawnReason === '' ? [] : [fact('decisions.offer.withdrawnReason', withdrawnReason)]),
        ]}
      />
    </>
  )
}

/** Takes an unanswered offer back; the reason stays with colleagues. */
export function WithdrawForm({ id, typed, issue }: { id: string; typed?: string; issue?: string }) {
  const { t } = useI18n()
  return (
    <Form method="post" action={`/team/applications/${id}/offer/withdraw`} className="hang stack" noValidate>
      <Textarea
        name="reason"
        label={t('decisions.offer.withdrawReason')}
        hint={t('decisions.offer.withdrawHint')}
        defaultValue={typed}
        error={issue && t(`decisions.issues.${issue}` as MessageKey)}
        maxLength={4000}
        rows={2}
      />
      <div>
        <Button>{t('decisions.offer.withdraw')}</Button>
      </div>
    </Form>
  )
}
