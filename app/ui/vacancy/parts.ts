import type { UseFormRegister, UseFormSetValue } from 'react-hook-form'
import type { Dimension } from '#app/domain/dimensions.ts'
import type { TypedVacancy } from '#app/domain/typed-vacancy.ts'
import type { Option } from '../Field.tsx'

export interface AssignmentChoice extends Option {
  /** How many of its scenarios are graded for each criterion. */
  evidence: Partial<Record<Dimension, number>>
}

/** What can be chosen, in the reader's language. */
export interface Choices {
  locales: readonly Option[]
  channels: readonly Option[]
  languages: readonly Option[]
  levels: readonly Option[]
  days: readonly Option[]
  times: readonly Option[]
  zones: readonly Option[]
  countries: readonly Option[]
  moreCountries: readonly Option[]
  contracts: readonly Option[]
  currencies: readonly Option[]
  periods: readonly Option[]
  assignments: readonly AssignmentChoice[]
}

/** What every part of the form is given. */
export interface PartProps {
  register: UseFormRegister<TypedVacancy>
  setValue: UseFormSetValue<TypedVacancy>
  typed: TypedVacancy
  choices: Choices
  /** Published: what weighs how much can no longer be changed. */
  frozen: boolean
  /** An answer lies with a grader: nothing of the plan can be changed any more. */
  graded: boolean
  error(path: string): string | undefined
}
