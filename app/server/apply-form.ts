import { data } from '@remix-run/node'
import {
  type ApplicationForm,
  type ApplicationIssue,
  applicationForm,
  formLimits,
  inFormOrder,
  issuesByField,
  type TypedApplication,
} from '#app/domain/application.ts'
import { isId } from '#app/domain/id.ts'
import { type Suspicion, suspicion } from '#app/domain/spam.ts'
import type { AppContext } from './context.ts'
import type { SentForm, Upload } from './form.ts'
import { readStamp } from './form-stamp.ts'
import { readResume } from './uploads.ts'

const rows = <Row>(limit: number, present: (row: number) => boolean, read: (row: number) => Row): Row[] =>
  Array.from({ length: limit }, (_, row) => row)
    .filter(present)
    .map(read)

/** The plain fields of the form in the shape that its schema reads: `languages.0.level` and the like. */
export function readApplication(form: SentForm): TypedApplication {
  const text = (path: string) => form.text(path)
  return {
    name: text('name'),
    email: text('email'),
    languages: rows(
      formLimits.languages,
      (row) => form.has(`languages.${row}.language`) || form.has(`languages.${row}.level`),
      (row) => ({ language: text(`languages.${row}.language`), level: text(`languages.${row}.level`) }),
    ),
    windows: rows(
      formLimits.windows,
      (row) => form.has(`windows.${row}.from`) || form.has(`windows.${row}.days`),
      (row) => ({
        days: form.all(`windows.${row}.days`),
        from: text(`windows.${row}.from`),
        to: text(`windows.${row}.to`),
      }),
    ),
    why: text('why'),
    notice: text('notice'),
  }
}

/** What comes back when the form is not taken: everything that was typed, and what to do about it. */
export interface ApplyAgain {
  typed: TypedApplication
  formId: string
  opened: string
  fileLost: boolean
  issues: Record<string, ApplicationIssue>
  refusal?: 'other-form' | 'too-many'
}

/** The page once more. A browser that loads it anew has lost the file that was chosen. */
export function applyAgain(
  form: SentForm,
  context: Pick<AppContext, 'document'>,
  what: Partial<ApplyAgain> = {},
  init?: ResponseInit,
) {
  const chosen = form.upload('resume') !== undefined || form.tooBig('resume')
  const kept: ApplyAgain = {
    typed: readApplication(form),
    formId: form.text('formId'),
    opened: form.text('opened'),
    fileLost: context.document && chosen,
    issues: {},
    ...what,
  }
  return data(kept, init)
}

const statuses: Partial<Record<ApplicationIssue, number>> = {
  'file-too-big': 413,
  'file-type': 415,
  'file-empty': 415,
}

export type CheckedApplication =
  | { ok: true; form: ApplicationForm; resume: Upload | undefined }
  | { issues: Record<string, ApplicationIssue>; status: number }

/** The schema for what was typed, the bytes for the file. */
export async function checkApplication(sent: SentForm): Promise<CheckedApplication> {
  const parsed = applicationForm.safeParse(readApplication(sent))
  const { upload, issue } = await readResume(sent)
  if (parsed.success && !issue) return { ok: true, form: parsed.data, resume: upload }
  const issues = parsed.success ? {} : issuesByField(parsed.error.issues)
  if (issue) issues.resume = issue
  return { issues: inFormOrder(issues), status: (issue && statuses[issue]) ?? 422 }
}

/** The form's own id, if it is one of ours. */
export function formIdOf(sent: SentForm): string | undefined {
  const id = sent.text('formId')
  return isId(id) ? id : undefined
}

export function suspicionOf(
  sent: SentForm,
  context: Pick<AppContext, 'secret' | 'now'>,
): Suspicion | undefined {
  const openedAt = readStamp(context.secret, sent.text('opened'))
  return suspicion({ trap: sent.text('homepage'), openedAt, now: context.now(), name: sent.text('name') })
}
