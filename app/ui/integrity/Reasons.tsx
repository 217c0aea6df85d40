import type { Reason } from '#app/domain/integrity.ts'
import type { Locale } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'

export type PartNames = Record<string, { title: string; lang: Locale }>

interface ReasonsProps {
  reasons: readonly Reason[]
  parts: PartNames
  /** To staff, or to the candidate whose answers they are. */
  to: 'integrity' | 'status.statement'
}

/** What stands out, each in a sentence: how much, where, never how bad. */
export function Reasons({ reasons, parts, to }: ReasonsProps) {
  const { t, formats } = useI18n()
  const words = (reason: Reason) => {
    const part = 'answer' in reason ? (parts[reason.answer]?.title ?? '') : ''
    const chars = 'chars' in reason ? formats.number(reason.chars) : ''
    return t(`${to}.reasons.${reason.code}`, { ...reason, part, chars })
  }
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={JSON.stringify(reason)}>{words(reason)}</li>
      ))}
    </ul>
  )
}
