import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { offeredZones } from '#app/domain/offered.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { Field, Select } from '../Field.tsx'
import { namedErrors } from '../named-errors.ts'

interface SlotFormProps {
  action: string
  typed: { day: string; time: string; zone: string; minutes: string; place: string; interviewerId: string }
  issues?: Readonly<Record<string, string>>
  refused?: string
  /** Whom one can choose; without them the interviewer stays. */
  people?: readonly { id: string; name: string }[]
  /** The state that a change is based on. */
  sequence?: number
  acts: ReactNode
}

/** One slot: a day and a time on the clock of a named zone. */
export function SlotForm(props: SlotFormProps) {
  const { action, typed, issues = {}, refused, people, sequence, acts } = props
  const { t } = useI18n()
  const errors = Object.fromEntries(
    Object.entries(issues).map(([name, code]) => [name, t(`interviews.issues.${code}` as MessageKey)]),
  )
  const labels = {
    day: t('interviews.slot.day'),
    time: t('interviews.slot.time'),
    zone: t('interviews.slot.zone'),
    minutes: t('interviews.slot.minutes'),
    place: t('interviews.slot.place'),
    interviewerId: t('interviews.slot.interviewer'),
  }
  const field = (name: keyof SlotFormProps['typed']) => ({
    name,
    label: labels[name],
    error: errors[name],
    defaultValue: typed[name],
  })
  const zones = [...new Set([typed.zone, ...offeredZones])].filter((zone) => zone !== '')
  return (
    <Form method="post" action={action} className="stack slot" noValidate>
      {refused && (
        <p role="alert" className="strong">
          {t(`interviews.refusals.${refused}` as MessageKey)}
        </p>
      )}
      <ErrorSummary errors={namedErrors(t, errors, labels)} />
      {sequence !== undefined && <input type="hidden" name="sequence" value={sequence} />}
      <div className="when">
        <Field {...field('day')} type="date" />
        <Field {...field('time')} type="time" />
        <Field {...field('minutes')} inputMode="numeric" />
      </div>
      <Select {...field('zone')} options={zones.map((zone) => ({ value: zone, label: zoneName(zone) }))} />
      <Field {...field('place')} hint={t('interviews.slot.placeHint')} />
      {people && (
        <Select
          {...field('interviewerId')}
          empty={t('interviews.slot.choose')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <div className="row">{acts}</div>
    </Form>
  )

  function zoneName(zone: string): string {
    const offered = offeredZones.find((one) => one === zone)
    return offered ? t(`domain.zones.${offered}`) : t('domain.zoneOther', { zone })
  }
}
