import { useSubmit } from '@remix-run/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type FieldErrors, get, type Resolver, set, useForm } from 'react-hook-form'
import {
  type ApplicationFields,
  type ApplicationForm,
  type ApplicationIssue,
  applicationForm,
  applicationIssues,
  formLimits,
  inFormOrder,
  issuesByField,
} from '#app/domain/application.ts'

export type Issues = Readonly<Record<string, ApplicationIssue>>

const codeOf = (value: unknown) => applicationIssues.find((issue) => issue === value)

/** Days are a list also where one box alone is ticked: else the form library ticks its neighbours along with it. */
const lists = { windows: Array.from({ length: formLimits.windows }, () => ({ days: [] })) }

/** Codes by path, as the server and the schema say them, in the shape in which the form library keeps errors. */
function nested(issues: Issues): FieldErrors<ApplicationFields> {
  const errors = {}
  for (const [path, message] of Object.entries(issues)) set(errors, path, { type: 'issue', message })
  return errors
}

/** The form library asks the schema. What it is told is all that it needs: the first code of each field. */
const bySchema: Resolver<ApplicationFields, unknown, ApplicationForm> = (values) => {
  const read = applicationForm.safeParse(values)
  return read.success
    ? { values: read.data, errors: {} }
    : { values: {}, errors: nested(issuesByField(read.error.issues)) }
}

/** And back: path → code. An error is a leaf that has a message. */
function flat(errors: unknown, path = ''): Record<string, ApplicationIssue> {
  if (!errors || typeof errors !== 'object') return {}
  const code = 'message' in errors ? codeOf(errors.message) : undefined
  if (code) return { [path]: code }
  return Object.assign(
    {},
    ...Object.entries(errors).map(([key, inner]) => flat(inner, path === '' ? key : `${path}.${key}`)),
  )
}

/**
 * The form with the action's own schema in front of it. Fields keep their values themselves, so that what was typed
 * before the script arrived, and what a page without script brings back, is simply there.
 */
export function useApplication(fromServer: Issues) {
  const errors = useMemo(() => nested(fromServer), [fromServer])
  const { register, handleSubmit, formState } = useForm<ApplicationFields, unknown, ApplicationForm>({
    resolver: bySchema,
    errors,
    defaultValues: lists,
    shouldFocusError: false,
  })
  // The summary stays as it was when the form was sent: it takes the focus, which belongs to the field being mended.
  const [summary, setSummary] = useState<Issues>(fromServer)
  useEffect(() => setSummary(fromServer), [fromServer])
  const form = useRef<HTMLFormElement>(null)
  const submit = useSubmit()
  const send = handleSubmit(
    () => {
      setSummary({})
      submit(form.current, { method: 'post', encType: 'multipart/form-data' })
    },
    (found) => setSummary(inFormOrder(flat(found))),
  )
  const issueOf = (path: string) => codeOf(get(formState.errors, `${path}.message`))
  return { form, register, send, summary, issueOf }
}
