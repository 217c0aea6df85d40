import { type ReactNode, useState } from 'react'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { useHydrated } from '../useClock.ts'

interface RowsProps {
  /** The name of the list in the form. */
  name: string
  count: number
  limit: number
  add: string
  row(index: number): ReactNode
  /** Moves the rows behind this one up by one; the last one is then empty. */
  remove(index: number, last: number): void
}

/** Rows to write on. One that is left empty is no row; without a script the server adds the next one. */
export function Rows({ name, count, limit, add, row, remove }: RowsProps) {
  const { t } = useI18n()
  const hydrated = useHydrated()
  const [shown, show] = useState(Math.max(1, count))
  return (
    <>
      <ol className="lines">
        {Array.from({ length: shown }, (_, index) => index).map((index) => (
          <li key={index}>
            {row(index)}
            {hydrated && (
              <Button
                kind="plain"
                dense
                type="button"
                onClick={() => {
                  remove(index, shown - 1)
                  show(Math.max(1, shown - 1))
                }}
              >
                {t('vacancies.form.remove')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {shown < limit && (
        <Button
          dense
          name="more"
          value={name}
          formNoValidate
          onClick={(event) => {
            event.preventDefault()
            show(shown + 1)
          }}
        >
          {add}
        </Button>
      )}
    </>
  )
}
