import { families } from '#app/domain/dimensions.ts'
import { reportRules } from '#app/domain/grader-report.ts'
import { gradingRules } from '#app/domain/grading.ts'
import { assumedTerms, attentionDimensions, severityPolicies, termSteps } from '#app/domain/scoring-plan.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Select } from '../Field.tsx'
import { RadioRow } from '../Tick.tsx'
import type { PartProps } from './parts.ts'

/** A row that can no longer be changed: its words, and the value as it goes along with the form. */
function Fixed({
  part,
  name,
  value,
  words,
}: {
  part: PartProps
  name: FixedName
  value: string
  words: string
}) {
  return (
    <>
      <input type="hidden" {...part.register(name)} defaultValue={value} />
      {words}
    </>
  )
}
type FixedName =
  | 'terms.attitudeShare'
  | 'terms.severity'
  | `terms.lines.${(typeof attentionDimensions)[number]}`
  | `terms.omega.${(typeof families)[number]}`

/**
 * What a plan says besides weights and index. Shares stand once the vacancy is published; lines and severity until the
 * first answer goes to a grader.
 */
export function TermsFields(part: PartProps) {
  const { frozen, graded } = part
  const { t } = useI18n()
  return (
    <>
      {frozen && (
        <p className="hint">{t(graded ? 'vacancies.form.termsFixed' : 'vacancies.form.termsLater')}</p>
      )}
      <Share {...part} />
      <Lines {...part} />
      <Severity {...part} />
      <Counted {...part} />
    </>
  )
}

function Share(part: PartProps) {
  const { register, typed, frozen, error } = part
  const { t, formats } = useI18n()
  const words = (share: number) =>
    t('vacancies.form.shareOption', {
      attitude: formats.percent(share),
      knowledge: formats.percent(1 - share),
    })
  const { attitudeShare } = typed.terms
  if (frozen)
    return (
      <p>
        <span className="label">{t('vacancies.form.attitudeShare')}</span>{' '}
        <Fixed
          part={part}
          name="terms.attitudeShare"
          value={attitudeShare}
          words={words(Number(attitudeShare))}
        />
      </p>
    )
  return (
    <Select
      {...register('terms.attitudeShare')}
      label={t('vacancies.form.attitudeShare')}
      hint={t('vacancies.form.attitudeShareHint', { share: formats.percent(assumedTerms.attitudeShare) })}
      error={error('terms.attitudeShare')}
      defaultValue={attitudeShare}
      options={termSteps.attitudeShare.map((share) => ({
        value: String(share),
        label: words(share),
      }))}
    />
  )
}

function Lines(part: PartProps) {
  const { register, typed, graded, error } = part
  const { t, formats } = useI18n()
  const words = (line: number, dimension: (typeof attentionDimensions)[number]) => {
    const value = formats.number(line, 1)
    return line === assumedTerms.lines[dimension] ? t('vacancies.form.assumedOption', { value }) : value
  }
  return (
    <fieldset className="stack">
      <legend className="label">{t('vacancies.form.lines')}</legend>
      <p className="hint">
        {t('vacancies.form.linesHint', { near: formats.number(gradingRules.nearLine, 1) })}
      </p>
      <div className="halves">
        {attentionDimensions.map((dimension) => {
          const label = t(`domain.dimensions.${dimension}.name`)
          const name = `terms.lines.${dimension}` as const
          const value = typed.terms.lines[dimension]
          return graded ? (
            <p key={dimension}>
              <span className="label">{label}</span>{' '}
              <Fixed part={part} name={name} value={value} words={formats.number(Number(value), 1)} />
            </p>
          ) : (
            <Select
              key={dimension}
              {...register(name)}
              label={label}
              error={error(name)}
              defaultValue={value}
              options={termSteps.lines.map((line) => ({
                value: String(line),
                label: words(line, dimension),
              }))}
            />
          )
        })}
      </div>
    </fieldset>
  )
}

function Severity(part: PartProps) {
  const { register, typed, graded, error } = part
  const { t } = useI18n()
  const { severity } = typed.terms
  const options = severityPolicies.map((value) => ({
    value,
    label: t(`vacancies.form.severityPolicies.${value}`),
  }))
  if (graded)
    return (
      <p>
        <span className="label">{t('vacancies.form.severity')}</span>{' '}
        <Fixed
          part={part}
          name="terms.severity"
          value={severity}
          words={options.find(({ value }) => value === severity)?.label ?? ''}
        />
      </p>
    )
  return (
    <RadioRow
      name="terms.severity"
      label={t('vacancies.form.severity')}
      hint={t('vacancies.form.severityHint', { count: reportRules.fewestRatings })}
      error={error('terms.severity')}
      value={severity}
      options={options}
      input={register('terms.severity')}
    />
  )
}

function Counted(part: PartProps) {
  const { register, typed, frozen, error } = part
  const { t, formats } = useI18n()
  const words = (share: number) => (share === 0 ? t('vacancies.form.omegaNone') : formats.percent(share))
  return (
    <fieldset className="stack">
      <legend className="label">{t('vacancies.form.omega')}</legend>
      {!frozen && <p className="hint">{t('vacancies.form.omegaHint')}</p>}
      <div className="halves">
        {families.map((family) => {
          const name = `terms.omega.${family}` as const
          const label = t(`domain.families.${family}`)
          const value = typed.terms.omega[family]
          return frozen ? (
            <p key={family}>
              <span className="label">{label}</span>{' '}
              <Fixed part={part} name={name} value={value} words={words(Number(value))} />
            </p>
          ) : (
            <Select
              key={family}
              {...register(name)}
              label={label}
              error={error(name)}
              defaultValue={value}
              options={termSteps.omega[family].map((share) => ({
                value: String(share),
                label: words(share),
              }))}
            />
          )
        })}
      </div>
    </fieldset>
  )
}
