import { Form } from '@remix-run/react'
import type { Locale } from '#app/domain/locale.ts'
import type { Currency, PayPeriod } from '#app/domain/vacancy.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { Field, RadioRow, Textarea } from '../Field.tsx'
import { namedErrors } from '../named-errors.ts'

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
  const { payMin, payMax, currency, payPeriod } = vacancy
  const labels = {
    openingId: t('decisions.offer.opening'),
    pay: t('decisions.offer.pay', { currency, period: t(`domain.payPeriods.${payPeriod}`) }),
    payReason: t('decisions.offer.payReason'),
    startsOn: t('decisions.offer.startsOn'),
    answerBy: t('decisions.offer.answerBy'),
    note: t('decisions.offer.note'),
  }
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    error: errors[name],
    defaultValue: typed[name],
  })
  const language = formats.language(candidateLocale)
  const ranged = payMin !== null || payMax !== null
  return (
    <Form method="post" action={`/team/applications/${id}/offer`} className="stack" noValidate>
      {refused && (
        <p role="alert" className="strong">
          {t(`decisions.refusals.${refused}` as MessageKey)}
        </p>
      )}
      <ErrorSummary errors={namedErrors(t, errors, labels)} />
      <RadioRow
        name="openingId"
        error={errors.openingId}
        label={labels.openingId}
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
          hint={
            ranged && t('decisions.offer.payHint', { range: formats.moneyRange(payMin, payMax, currency) })
          }
        />
        <Textarea
          {...field('payReason')}
          hint={t('decisions.offer.payReasonHint')}
          maxLength={4000}
          rows={2}
          optional
        />
        <Field {...field('startsOn')} type="date" />
        <Field {...field('answerBy')} type="date" hint={t('decisions.offer.answerByHint')} />
      </div>
      <Textarea
        {...field('note')}
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
