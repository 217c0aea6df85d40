import { useEffect, useRef } from 'react'
import type { Finding } from '#app/domain/scenario/body.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Select, Textarea } from '../Field.tsx'
import { partName } from './part-name.ts'
import { useSpeak } from './useSpeak.tsx'

const fields = ['wrong', 'why', 'fix'] as const

export const isBlank = ({ wrong, why, fix }: Finding) => [wrong, why, fix].every((text) => text.trim() === '')

interface FindingsProps {
  findings: readonly Finding[]
  parts: readonly { id: string; label: string }[]
  open: string | null
  locked: boolean
  lang: string
  setOpen: (finding: string | null) => void
  change: (findings: Finding[]) => void
  remove: (finding: string) => void
}

/** The findings in the order of their weight: opened one at a time, moved by two buttons. */
export function Findings({ findings, parts, open, locked, lang, setOpen, change, remove }: FindingsProps) {
  const { t } = useI18n()
  const [speech, speak] = useSpeak()
  const nameOf = (part: string) => partName(parts, part) ?? t('attempt.review.whole')

  const move = (from: number, to: number) => {
    const moved = findings[from]
    if (!moved || to < 0 || to >= findings.length) return
    const rest = findings.filter((one) => one !== moved)
    change([...rest.slice(0, to), moved, ...rest.slice(to)])
    speak(t('attempt.review.moved', { place: to + 1, total: findings.length }))
  }
  return (
    <>
      <ol className="findings">
        {findings.map((finding, index) => (
          <li
            key={finding.id}
            id={`finding-${finding.id}`}
            className={finding.id === open ? 'open' : undefined}
          >
            <span className="no num" aria-hidden="true">
              {index + 1}
            </span>
            <button
              type="button"
              className="finding-title"
              aria-expanded={finding.id === open}
              onClick={() => setOpen(finding.id === open ? null : finding.id)}
            >
              <span className={finding.id === open ? 'strong' : 'vh'}>
                {t('attempt.review.number', { number: index + 1 })}
              </span>
              {finding.id !== open && (
                <>
                  <span className="label" lang={lang}>
                    {nameOf(finding.part)}
                  </span>
                  <Summary finding={finding} />
                </>
              )}
            </button>
            <span className="order">
              {(['up', 'down'] as const).map((way) => (
                <Arrow
                  key={way}
                  way={way}
                  label={t(`attempt.review.${way}`, { number: index + 1 })}
                  disabled={locked || (way === 'up' ? index === 0 : index === findings.length - 1)}
                  onClick={() => move(index, way === 'up' ? index - 1 : index + 1)}
                />
              ))}
            </span>
            {finding.id === open && (
              <FindingForm
                finding={finding}
                parts={parts}
                locked={locked}
                lang={lang}
                change={(next) => change(findings.map((one) => (one.id === next.id ? next : one)))}
                remove={() => remove(finding.id)}
              />
            )}
          </li>
        ))}
      </ol>
      {speech}
    </>
  )
}

/** The first words, and what is still empty. */
function Summary({ finding }: { finding: Finding }) {
  const { t, formats } = useI18n()
  const missing = fields.filter((field) => finding[field].trim() === '')
  return (
    <>
      <span className="typed-line">{finding.wrong.trim() || t('attempt.review.blank')}</span>
      {missing.length > 0 && missing.length < fields.length && (
        <span className="label">
          {t('attempt.review.missing', {
            fields: formats.list(missing.map((field) => t(`attempt.review.short.${field}`))),
          })}
        </span>
      )}
    </>
  )
}

function Arrow(props: { way: 'up' | 'down'; label: string; disabled: boolean; onClick: () => void }) {
  const { way, label, disabled, onClick } = props
  return (
    // Not disabled in earnest at the ends: whoever moves a finding by keyboard keeps the focus.
    <button
      type="button"
      aria-label={label}
      aria-disabled={disabled || undefined}
      onClick={() => !disabled && onClick()}
    >
      <svg viewBox="0 0 10 6" aria-hidden="true">
        <path d={way === 'up' ? 'M1 5l4-4 4 4' : 'M1 1l4 4 4-4'} />
      </svg>
    </button>
  )
}

interface FindingFormProps {
  finding: Finding
  parts: readonly { id: string; label: string }[]
  locked: boolean
  lang: string
  change: (finding: Finding) => void
  remove: () => void
}

function FindingForm({ finding, parts, locked, lang, change, remove }: FindingFormProps) {
  const { t } = useI18n()
  const first = useRef<HTMLTextAreaElement>(null)
  const wasBlank = useRef(isBlank(finding))
  useEffect(() => {
    if (wasBlank.current) first.current?.focus({ preventScroll: false })
  }, [])
  return (
    <div className="finding-form">
      <Select
        label={t('attempt.review.part')}
        name={`part-${finding.id}`}
        lang={lang}
        value={finding.part}
        disabled={locked}
        empty={t('attempt.review.whole')}
        options={parts.map(({ id }) => ({ value: id, label: partName(parts, id) ?? id }))}
        onChange={(event) => change({ ...finding, part: event.target.value })}
      />
      {fields.map((field) => (
        <Textarea
          key={field}
          ref={field === 'wrong' ? first : undefined}
          label={t(`attempt.review.${field}`)}
          name={`${field}-${finding.id}`}
          rows={2}
          maxLength={4000}
          lang={lang}
          value={finding[field]}
          readOnly={locked}
          onChange={(event) => change({ ...finding, [field]: event.target.value })}
        />
      ))}
      {!locked && (
        <Button kind="plain" type="button" onClick={remove}>
          {t('attempt.review.remove')}
        </Button>
      )}
    </div>
  )
}
