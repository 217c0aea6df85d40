import type { Finding } from '#app/domain/scenario/body.ts'
import type { PartView } from '#app/domain/scenario/views.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'

interface PartListProps {
  parts: readonly PartView[]
  findings: readonly Finding[]
  lang: string
  locked: boolean
  add: (part: string) => void
  pin: (finding: string) => void
}

/** The same page for those who cannot point at it: every part in its order, with its words. */
export function PartList({ parts, findings, lang, locked, add, pin }: PartListProps) {
  const { t } = useI18n()
  return (
    <ol className="part-list">
      {parts.map(({ id, label, text }) => (
        <li key={id}>
          <span className="num label">{id}</span>
          <div lang={lang}>
            <b>{label}</b>
            <p>{text}</p>
          </div>
          <div className="part-acts">
            {findings.map((finding, place) =>
              finding.part === id ? (
                <Button key={finding.id} kind="plain" dense type="button" onClick={() => pin(finding.id)}>
                  {t('attempt.review.number', { number: place + 1 })}
                </Button>
              ) : null,
            )}
            {!locked && (
              <Button kind="plain" dense type="button" onClick={() => add(id)}>
                {t('attempt.review.add')} <span className="vh">: {label}</span>
              </Button>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
