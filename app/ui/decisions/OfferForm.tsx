import { Form } from '@remix-run/react'
import type { Locale } from '#app/domain/locale.ts'
import type { Currency, PayPeriod } from '#app/domain/vacancy.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { Field, RadioRow, Textarea } from '../Field.tsx'

export interface OfferFormData {
  vacancy: { payMin: number | null; payMax: number | null; currency: Currency; payPeriod: PayPeriod }
  seats: readonly { id: string; ordinal: number; startsOn: string; taken: boolean }[]
  candidateLocale: Locale
}

interface OfferFormProps extends OfferFormData {
  id: string
  typed: Readonly<Record<string, string>>
  issues?: Readonly<Record<string, string>>
  refused?: string
}

/** Which seat, for how much, from when, to be answered by when. */
export function OfferForm(props: OfferFormProps) {
  const { id, vacancy, seats, candidateLocale, typed, issues = {}, refused } = props
  const { t, formats } = useI18n()
  const errors = Object.fromEntries(
    Object.entries(issues).map(([name, code]) => [name, t(`decisions.issues.${code}` as MessageKey)]),
  )
  const field = (name: string) => ({ name, error: errors[name], defaultValue: typed[name] })
  const { payMin, payMax, currency, payPeriod } = vacancy
  const language = formats.language(candidateLocale)
  const ranged = payMin !== null || payMax !== null
  return (
    <Form method="post" action={`/team/applications/${id}/offer`} className="stack" noValidate>
      {refused && (
        <p role="alert" className="strong">
          {t(`decisions.refusals.${refused}` as MessageKey)}
        </p>
      )}
      <ErrorSummary errors={errors} />
      <RadioRow
        name="openingId"
        error={errors.openingId}
        label={t('decisions.offer.opening')}
        value={typed.openingId}
        options={seats.map(({ id: seat, ordinal, startsOn, taken }) => ({
          value: seat,
          disabled: taken,
          label: t(taken ? 'decisions.offer.openingTaken' : 'decisions.offer.openingOf', {
            ordinal,
            day: formats.date(startsOn),
          }),
        }))}
      />
      <div className="pair">
        <Field
          {...field('pay')}
          inputMode="numeric"
          label={t('decisions.offer.pay', { currency, period: t(`domain.payPeriods.${payPeriod}`) })}
          hint={
            ranged && t('decisions.offer.payHint', { range: formats.moneyRange(payMin, payMax, currency) })
          }
        />
        <Textarea
          {...field('payReason')}
          label={t('decisions.offer.payReason')}
          hint={t('decisions.offer.payReasonHint')}
          maxLength={4000}
          rows={2}
          optional
        />
        <Field {...field('startsOn')} type="date" label={t('decisions.offer.startsOn')} />
        <Field
          {...field('answerBy')}
          type="date"
          label={t('decisions.offer.answerBy')}
          hint={t('decisions.offer.answerByHint')}
        />
      </div>
      <Textarea
        {...field('note')}
        label={t('decisions.offer.note')}
        hint={t('decisions.offer.noteHint', { language })}
        maxLength={4000}
        lang={candidateLocale}
        optional
      />
      <div className="row">
        <Button kind="primary">{t('decisions.offer.act')}</Button>
      </div>
    </Form>
  )
}
