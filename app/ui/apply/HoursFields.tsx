import { useI18n } from '#app/i18n/react.tsx'
import { CheckRow, Select } from '../Field.tsx'
import type { PartProps, Shift } from './parts.ts'

/** The days and hours that the candidate can cover: one window for several days, and a second one if need be. */
export function HoursFields({ shift, ...part }: PartProps & { shift: Shift }) {
  const { t } = useI18n()
  return (
    <section className="stack">
      <h2>{t('apply.hours.title')}</h2>
      <p>{t('apply.hours.shift', { days: shift.days, from: shift.from, to: shift.to })}</p>
      <Window {...part} row={0} />
      <p className="hint">
        {t('apply.hours.zone', { time: shift.now })} {t('apply.hours.overnight')}
      </p>
      <details open={(part.typed.windows[1]?.days.length ?? 0) > 0}>
        <summary>{t('apply.hours.more')}</summary>
        <Window {...part} row={1} />
      </details>
    </section>
  )
}

function Window({ register, typed, choices, error, row }: PartProps & { row: number }) {
  const { t } = useI18n()
  const given = typed.windows[row]
  return (
    <>
      <div className="week">
        <CheckRow
          label={t('apply.hours.days')}
          name={`windows.${row}.days`}
          input={register(`windows.${row}.days`)}
          options={choices.days}
          values={given?.days ?? []}
          error={error(`windows.${row}.days`)}
          optional={row > 0}
          across
        />
      </div>
      <div className="pair">
        <Select
          {...register(`windows.${row}.from`)}
          label={t('apply.hours.from')}
          options={choices.times}
          defaultValue={given?.from}
          error={error(`windows.${row}.from`)}
        />
        <Select
          {...register(`windows.${row}.to`)}
          label={t('apply.hours.to')}
          options={choices.times}
          defaultValue={given?.to}
          error={error(`windows.${row}.to`)}
        />
      </div>
    </>
  )
}
