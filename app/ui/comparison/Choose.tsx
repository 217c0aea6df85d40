import { Form } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import type { ComparisonData } from '#app/server/comparison-data.ts'
import { Button } from '../Button.tsx'
import { Select } from '../Field.tsx'

/** Whom to compare and in which order: a plain form whose answer is an address. */
export function Choose({ data }: { data: ComparisonData }) {
  const { t } = useI18n()
  const { people, offered, order, hidden, rows, most, vacancy } = data
  return (
    <details className="choose no-print" open={people.length < 2}>
      <summary>{t('comparison.choose')}</summary>
      <Form
        method="get"
        action={`/team/vacancies/${vacancy.id}/compare`}
        className="stack"
        preventScrollReset
      >
        <fieldset className="ticks">
          <legend>{t('comparison.chooseHint', { count: most })}</legend>
          <div className="across">
            {offered.map(({ id, name, stage }) => (
              <label key={id} className="tick">
                <input
                  className="check"
                  type="checkbox"
                  name="with"
                  value={id}
                  defaultChecked={people.some((one) => one.id === id)}
                />
                <span>
                  {name} <span className="label">{t(`ui.stage.${stage}`)}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="row">
          <Select
            name="order"
            label={t('comparison.order')}
            defaultValue={order}
            options={[
              { value: 'name', label: t('comparison.byName') },
              ...rows.map(({ dimension }) => ({
                value: dimension,
                label: t('comparison.by', { name: t(`domain.dimensions.${dimension}.name`) }),
              })),
            ]}
          />
          {hidden && <input type="hidden" name="names" value="hidden" />}
          <Button>{t('comparison.show')}</Button>
        </div>
      </Form>
    </details>
  )
}
