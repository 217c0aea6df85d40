import { type Control, useWatch } from 'react-hook-form'
import { type Dimension, dimensionsOf, type Family, families } from '#app/domain/dimensions.ts'
import { aiPolicies } from '#app/domain/integrity.ts'
import { indexPolicies } from '#app/domain/scoring-plan.ts'
import type { TypedVacancy } from '#app/domain/typed-vacancy.ts'
import type { Vacancy } from '#app/domain/vacancy.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Field, Select } from '../Field.tsx'
import { RadioRow } from '../Tick.tsx'
import type { PartProps } from './parts.ts'
import { TermsFields } from './TermsFields.tsx'

/** The assignment, and what each criterion weighs: beside it, how much evidence this assignment will give. */
export function GradingFields({
  control,
  ...part
}: PartProps & { control: Control<TypedVacancy, unknown, Vacancy> }) {
  const { register, typed, choices, frozen, error } = part
  const { t } = useI18n()
  const key = useWatch({ control, name: 'assignmentKey', defaultValue: typed.assignmentKey })
  const chosen = choices.assignments.find(({ value }) => value === key)
  const policies = aiPolicies.map((value) => ({ value, label: t(`vacancies.form.aiPolicies.${value}`) }))
  const indexed = indexPolicies.map((value) => ({ value, label: t(`vacancies.form.indexPolicies.${value}`) }))
  return (
    <section>
      <h2>{t('vacancies.form.grading')}</h2>
      <div className="stack wide">
        {frozen ? (
          <>
            <p>{t('vacancies.form.frozen')}</p>
            <p className="strong">{chosen?.label ?? key}</p>
            <input type="hidden" {...register('assignmentKey')} defaultValue={typed.assignmentKey} />
          </>
        ) : (
          <Select
            {...register('assignmentKey')}
            label={t('vacancies.form.assignment')}
            error={error('assignmentKey')}
            defaultValue={typed.assignmentKey}
            options={choices.assignments}
            empty={t('vacancies.form.choose')}
          />
        )}
        {frozen ? (
          <p>
            <input type="hidden" {...register('aiPolicy')} defaultValue={typed.aiPolicy} />
            <span className="label">{t('vacancies.form.aiPolicy')}</span>{' '}
            {policies.find(({ value }) => value === typed.aiPolicy)?.label}
          </p>
        ) : (
          <RadioRow
            name="aiPolicy"
            label={t('vacancies.form.aiPolicy')}
            hint={t('vacancies.form.aiPolicyHint')}
            error={error('aiPolicy')}
            value={typed.aiPolicy}
            options={policies}
            input={register('aiPolicy')}
          />
        )}
        <fieldset id="weights" tabIndex={-1}>
          <legend className="label">{t('vacancies.form.weights')}</legend>
          {!frozen && <p className="hint">{t('vacancies.form.weightsHint')}</p>}
          <div className="halves">
            {families.map((family) => (
              <FamilyWeights key={family} family={family} evidence={chosen?.evidence ?? {}} part={part} />
            ))}
          </div>
        </fieldset>
        {frozen ? (
          <p>
            <input type="hidden" {...register('index')} defaultValue={typed.index} />
            <span className="label">{t('vacancies.form.index')}</span>{' '}
            {indexed.find(({ value }) => value === typed.index)?.label}
          </p>
        ) : (
          <RadioRow
            name="index"
            label={t('vacancies.form.index')}
            hint={t('vacancies.form.indexHint')}
            error={error('index')}
            value={typed.index}
            options={indexed}
            input={register('index')}
          />
        )}
        <TermsFields {...part} />
      </div>
    </section>
  )
}

interface FamilyProps {
  family: Family
  evidence: Partial<Record<Dimension, number>>
  part: PartProps
}

function FamilyWeights({ family, evidence, part: { register, typed, frozen, error } }: FamilyProps) {
  const { t } = useI18n()
  const note = (count: number | undefined) =>
    count === undefined ? t('vacancies.form.untested') : t('vacancies.form.thin', { count })
  return (
    <div className="weights">
      <h3>
        <span className={family === 'attitude' ? 'dotA' : 'sqK'} aria-hidden="true" />{' '}
        {t(`domain.families.${family}`)}
      </h3>
      {dimensionsOf(family).map((dimension) => (
        <Field
          key={dimension}
          {...register(`weights.${dimension}`)}
          inputMode="decimal"
          label={
            <>
              {t(`domain.dimensions.${dimension}.name`)} <small>{note(evidence[dimension])}</small>
            </>
          }
          error={error(`weights.${dimension}`)}
          defaultValue={typed.weights[dimension]}
          readOnly={frozen}
          maxLength={4}
        />
      ))}
    </div>
  )
}
