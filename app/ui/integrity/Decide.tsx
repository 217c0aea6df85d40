import { Form } from '@remix-run/react'
import { type CaseStatus, type CaseVerdict, caseVerdicts } from '#app/domain/integrity.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Textarea } from '../Field.tsx'
import { RadioRow } from '../Tick.tsx'

interface DecideProps {
  status: CaseStatus
  decided: { reason: string; by: string; at: string } | null
  typed?: { to: string; reason: string }
  issues?: { to?: 'choose'; reason?: 'reason-missing' }
}

/** A person says what it was. What was said stands above, and can be said otherwise. */
export function Decide({ status, decided, typed, issues }: DecideProps) {
  const { t } = useI18n()
  return (
    <section className="first stack">
      <h2>{t('integrity.decide.title')}</h2>
      {decided && (
        <>
          <p>
            <b>{t(`integrity.status.${status}`)}.</b> <span className="typed">{decided.reason}</span>
          </p>
          <p className="label">{t('integrity.decide.by', { name: decided.by, date: decided.at })}</p>
        </>
      )}
      {decided && !typed ? (
        <details>
          <summary>{t('integrity.decide.again')}</summary>
          <DecideForm status={status} />
        </details>
      ) : (
        <DecideForm status={status} typed={typed} issues={issues} />
      )}
    </section>
  )
}

function DecideForm({ status, typed, issues }: Omit<DecideProps, 'decided'>) {
  const { t } = useI18n()
  const options = caseVerdicts.map((value: CaseVerdict) => ({
    value,
    label: t(`integrity.decide.options.${value}`),
  }))
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="from" value={status} />
      <RadioRow
        name="to"
        label={t('integrity.decide.label')}
        options={options}
        value={typed?.to}
        error={issues?.to && t('integrity.refusals.choose')}
      />
      <Textarea
        name="reason"
        label={t('integrity.decide.reason')}
        hint={t('integrity.decide.reasonHint')}
        error={issues?.reason && t('integrity.refusals.reason-missing')}
        defaultValue={typed?.reason}
        maxLength={4000}
        rows={5}
      />
      <p className="quiet">{t('integrity.decide.nothing')}</p>
      <p>
        <Button kind="primary">{t('integrity.decide.act')}</Button>
      </p>
    </Form>
  )
}
