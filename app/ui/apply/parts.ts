import type { UseFormRegister } from 'react-hook-form'
import type { ApplicationFields, TypedApplication } from '#app/domain/application.ts'
import type { Option } from '../Field.tsx'

/** A language that the work needs. */
export interface VacancyLanguage {
  code: string
  name: string
  needed: string
}

/** What can be chosen, in the reader's language, so that the page needs no catalogue of languages of its own. */
export interface Choices {
  languages: readonly Option[]
  levels: readonly Option[]
  days: readonly Option[]
  times: readonly Option[]
}

/** The vacancy's own hours in words, and what the team's clock shows now. */
export interface Shift {
  days: string
  from: string
  to: string
  now: string
}

/** What every part of the form is given. */
export interface PartProps {
  register: UseFormRegister<ApplicationFields>
  typed: TypedApplication
  choices: Choices
  error(path: string): string | undefined
}
