import type { Locale } from '#app/domain/locale.ts'
import type { Contract, Currency, PayPeriod } from '#app/domain/vacancy.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { type Fact, Facts } from '../Facts.tsx'

export interface OwnTermsData {
  job: { title: string; lang: Locale }
  pay: number
  currency: Currency
  payPeriod: PayPeriod
  startsOn: string
  contract: Contract
  weeklyHours: number
  from: string
  to: string
  /** null: from home. */
  place: string | null
  answerBy: string
  note: string
}

/** The terms, pay first; they print as they stand. */
export function OwnTerms(props: { terms: OwnTermsData; zone: string; open: boolean }) {
  const { terms, zone, open } = props
  const { t, formats } = useI18n()
  const facts: Fact[] = [
    {
      name: t('decisions.terms.pay'),
      value: (
        <b>
          {t('decisions.terms.payValue', {
            amount: formats.money(terms.pay, terms.currency),
            period: t(`domain.payPeriods.${terms.payPeriod}`),
          })}
        </b>
      ),
    },
    { name: t('decisions.terms.starts'), value: <b>{formats.date(terms.startsOn)}</b> },
    { name: t('decisions.terms.job'), value: <span lang={terms.job.lang}>{terms.job.title}</span> },
    { name: t('decisions.terms.contract'), value: t(`domain.contracts.${terms.contract}`) },
    {
      name: t('decisions.terms.hours'),
      value: t('decisions.terms.hoursValue', {
        count: terms.weeklyHours,
        from: terms.from,
        to: terms.to === '00:00' ? '24:00' : terms.to,
      }),
    },
    { name: t('decisions.terms.where'), value: terms.place ?? t('decisions.terms.remote') },
    ...(open ? [{ name: t('decisions.terms.answerBy'), value: formats.date(terms.answerBy, zone) }] : []),
  ]
  return (
    <div className="offer-terms">
      <Facts facts={facts} />
      {terms.note !== '' && (
        <>
          <p className="label">{t('decisions.terms.note')}</p>
          <p className="read typed">{terms.note}</p>
        </>
      )}
    </div>
  )
}
