import { useSubmit } from '@remix-run/react'
import { type BaseSyntheticEvent, useEffect, useMemo, useRef, useState } from 'react'
import { type FieldErrors, get, type Resolver, set, useForm } from 'react-hook-form'
import { type TypedVacancy, withoutBlanks } from '#app/domain/typed-vacancy.ts'
import { type Vacancy, vacancyForm } from '#app/domain/vacancy.ts'

/** Path of a field → code of what is wrong with it. */
export type Issues = Readonly<Record<string, string>>

function nested(issues: Issues): FieldErrors<TypedVacancy> {
  const errors = {}
  for (const [path, message] of Object.entries(issues)) set(errors, path, { type: 'rule', message })
  return errors
}

/** The first code for each field. */
export function issuesOf(found: readonly { path: readonly PropertyKey[]; message: string }[]): Issues {
  const issues: Record<string, string> = {}
  for (const { path, message } of found) issues[path.join('.')] ??= message
  return issues
}

/** The action's own schema, read in the browser. */
const resolver: Resolver<TypedVacancy, unknown, Vacancy> = (typed) => {
  const read = vacancyForm.safeParse(withoutBlanks(typed))
  return read.success
    ? { values: read.data, errors: {} }
    : { values: {}, errors: nested(issuesOf(read.error.issues)) }
}

function flat(errors: unknown, path = ''): Record<string, string> {
  if (!errors || typeof errors !== 'object') return {}
  if ('message' in errors && typeof errors.message === 'string') return { [path]: errors.message }
  return Object.assign(
    {},
    ...Object.entries(errors).map(([key, inner]) => flat(inner, path === '' ? key : `${path}.${key}`)),
  )
}

export function useVacancyForm(typed: TypedVacancy, fromServer: Issues) {
  const errors = useMemo(() => nested(fromServer), [fromServer])
  const { register, setValue, handleSubmit, control, formState } = useForm<TypedVacancy, unknown, Vacancy>({
    resolver,
    errors,
    defaultValues: typed,
    shouldFocusError: false,
  })
  const [summary, setSummary] = useState<Issues>(fromServer)
  useEffect(() => setSummary(fromServer), [fromServer])
  const form = useRef<HTMLFormElement>(null)
  const submit = useSubmit()
  const send = (event: BaseSyntheticEvent<SubmitEvent>) => {
    const { submitter } = event.nativeEvent
    return handleSubmit(
      () => {
        setSummary({})
        submit(submitter instanceof HTMLButtonElement ? submitter : form.current, { method: 'post' })
      },
      (found) => setSummary(flat(found)),
    )(event)
  }
  const issueOf = (path: string): string | undefined => get(formState.errors, `${path}.message`)
  return { form, register, setValue, control, send, summary, issueOf }
}
