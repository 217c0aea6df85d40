import { Form } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'

interface ClauseShown {
  key: string
  title: string
  text: string
  state: string
  /** Not part of what was signed before: new, or worded anew. */
  toSign: boolean
}

/** One clause after the other: those that were read, the one to read now, and the names of those to come. */
export function Clauses({ clauses, marked }: { clauses: readonly ClauseShown[]; marked: boolean }) {
  const { t } = useI18n()
  const now = clauses.find(({ state }) => state === 'shut')?.key
  return (
    <ol className="clauses">
      {clauses.map(({ key, title, text, state, toSign }, index) => {
        const ahead = state === 'shut' && key !== now
        return (
          <li key={key} className={ahead ? 'ahead' : undefined} id={key === now ? 'next' : undefined}>
            <h2>
              <span className="num">{index + 1}</span> {title}
            </h2>
            {!ahead && <p className="read">{text}</p>}
            {marked && !ahead && (
              <p className="label">
                {t(toSign ? 'newcomers.agreement.changed' : 'newcomers.agreement.unchanged')}
              </p>
            )}
            {key === now && (
              <Form method="post" action={`/start/agreement/clauses/${key}`} preventScrollReset>
                <Button kind="primary" block>
                  {t('newcomers.agreement.read')}
                </Button>
              </Form>
            )}
          </li>
        )
      })}
    </ol>
  )
}
