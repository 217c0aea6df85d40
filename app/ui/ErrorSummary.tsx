import { useEffect, useRef } from 'react'
import { useI18n } from '#app/i18n/react.tsx'

/**
 * What is wrong, said once above the form, each line leading to its field. Takes the focus when it appears, so that
 * nobody has to look for it. `errors` maps field names (which are their ids) to what to do; empty: nothing is drawn.
 */
export function ErrorSummary({ errors }: { errors?: Readonly<Record<string, string | undefined>> | null }) {
  const { t } = useI18n()
  const box = useRef<HTMLDivElement>(null)
  const lines = Object.entries(errors ?? {}).filter((line): line is [string, string] => !!line[1])
  const shown = lines.length > 0
  useEffect(() => {
    if (shown && errors) box.current?.focus()
  }, [shown, errors])
  if (!shown) return null
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('ui.check', { count: lines.length })}</h2>
      <ul>
        {lines.map(([name, text]) => (
          <li key={name}>
            <a
              href={`#${name}`}
              onClick={(event) => {
                const field = document.getElementById(name)
                if (!field) return
                event.preventDefault()
                field.scrollIntoView({ block: 'center' })
                field.focus()
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
