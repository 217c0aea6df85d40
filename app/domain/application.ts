import * as z from 'zod/mini'
import { acceptable, breaksLine, isEmail, normaliseEmail, textLimits } from './characters.ts'
import { resumeIssue, resumeIssues } from './resume.ts'
import type { CefrLevel } from './vacancy.ts'

/** Codes of what can be wrong with an application; the form has a sentence for each. */
export const applicationIssues = [
  'name',
  'name-long',
  'email',
  'email-form',
  'email-long',
  'level',
  'language',
  'language-twice',
  'languages',
  'days',
  'time',
  'same-time',
  'why',
  'why-long',
  'unreadable',
  'line-break',
  ...resumeIssues,
  'notice',
  'notice-old',
] as const
export type ApplicationIssue = (typeof applicationIssues)[number]

/** How well a candidate speaks a language. `none` is an answer too: it says that nothing was overlooked. */
export const languageLevels = [
  'none',
  'A1',
  'A2',
  'B1',
  'B2',
  'C1',
  'C2',
  'native',
] as const satisfies readonly (CefrLevel | 'none' | 'native')[]

export const formLimits = {
  name: textLimits.name,
  email: textLimits.email,
  why: textLimits.paragraph,
  languages: 10,
  windows: 2,
}

/** A browser sends line ends as two characters that `maxlength` counts as one. */
const fits = (limit: number) => (text: string) => text.replaceAll('\r\n', '\n').length <= limit

const text = (missing: ApplicationIssue, long: ApplicationIssue, limit: number) =>
  z.string({ error: missing }).check(
    z.refine((value) => value.trim() !== '', { error: missing, abort: true }),
    z.refine(fits(limit), { error: long, abort: true }),
    z.refine(acceptable, { error: 'unreadable', abort: true }),
  )

/** One box, several boxes of one name, or none, as forms and form libraries give them. */
const boxes = z.pipe(
  z.transform((value: unknown) => (Array.isArray(value) ? value : typeof value === 'string' ? [value] : [])),
  z.array(z.string()),
)

const languages = z
  .array(
    z.object({
      language: z.string({ error: 'language' }).check(z.regex(/^(?:[a-z]{2,3})?$/, { error: 'language' })),
      level: z.enum(['', ...languageLevels], { error: 'level' }),
    }),
  )
  .check(
    z.maxLength(formLimits.languages, { error: 'languages' }),
    z.superRefine((rows, context) => {
      const wrong = (message: ApplicationIssue, ...path: (string | number)[]) =>
        context.addIssue({ code: 'custom', message, path })
      rows.forEach(({ language, level }, index) => {
        const first = rows.findIndex((row) => row.language === language)
        if (language === '' && level !== '') wrong('language', index, 'language')
        else if (language !== '' && level === '') wrong('level', index, 'level')
        else if (language !== '' && first !== index) wrong('language-twice', index, 'language')
      })
      const answered = rows.every(({ language, level }) => language === '' || level !== '')
      if (answered && spokenLanguages(rows).length === 0) wrong('languages', 0, 'level')
    }),
  )

const timePattern = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const time = z.string({ error: 'time' }).check(z.regex(timePattern, { error: 'time' }))

/** One window of hours on one or several weekdays (ISO, 1 is Monday). The second one may stay empty. */
const windows = z.array(z.object({ days: boxes, from: time, to: time })).check(
  z.maxLength(formLimits.windows, { error: 'days' }),
  z.superRefine((rows, context) => {
    rows.forEach(({ days, from, to }, index) => {
      const wrong = (message: ApplicationIssue, field: string) =>
        context.addIssue({ code: 'custom', message, path: [index, field] })
      if (days.some((day) => !/^[1-7]$/.test(day)) || (index === 0 && days.length === 0))
        wrong('days', 'days')
      if (days.length > 0 && from === to) wrong('same-time', 'to')
    })
    if (rows.length === 0) context.addIssue({ code: 'custom', message: 'days', path: [0, 'days'] })
  }),
)

const email = z.string({ error: 'email' }).check(
  z.refine((value) => value.trim() !== '', { error: 'email', abort: true }),
  z.maxLength(formLimits.email, { error: 'email-long', abort: true }),
  z.refine(acceptable, { error: 'unreadable', abort: true }),
  z.refine((value) => isEmail(normaliseEmail(value)), { error: 'email-form' }),
)

/** The browser gives a list of files, of which there is one or none; the server checks the bytes instead. */
const resume = z.optional(z.unknown()).check(
  z.superRefine((chosen, context) => {
    const file = chosen && typeof chosen === 'object' && 0 in chosen ? chosen[0] : undefined
    if (!(file && typeof file === 'object' && 'name' in file && 'size' in file)) return
    const issue = resumeIssue({ name: String(file.name), size: Number(file.size) })
    if (issue) context.addIssue({ code: 'custom', message: issue, path: [] })
  }),
)

/** The form of an application, read alike by the page and the action. Issues are codes. Text is kept as typed. */
export const applicationForm = z.object({
  name: text('name', 'name-long', formLimits.name).check(
    z.refine((value) => !breaksLine(value), { error: 'line-break' }),
  ),
  email,
  languages,
  windows,
  why: text('why', 'why-long', formLimits.why),
  notice: z.string({ error: 'notice' }).check(z.minLength(1, { error: 'notice' })),
  resume,
})
/** The form as it stands on the page, whatever is in it: what comes back with the issues. */
export interface TypedApplication {
  name: string
  email: string
  languages: { language: string; level: string }[]
  windows: { days: string[]; from: string; to: string }[]
  why: string
  notice: string
}
export type ApplicationFields = z.input<typeof applicationForm>
export type ApplicationForm = z.output<typeof applicationForm>

export interface Hours {
  /** ISO weekday, 1 is Monday. */
  day: number
  from: string
  /** Before `from`: over midnight. */
  to: string
}

/** The windows day by day, each once, in the order of the week. */
export function hoursOf(given: ApplicationForm['windows']): Hours[] {
  const rows = given.flatMap(({ days, from, to }) => days.map((day) => ({ day: Number(day), from, to })))
  const known = new Map(rows.map((row) => [`${row.day} ${row.from} ${row.to}`, row]))
  return [...known.values()].sort((a, b) => a.day - b.day || a.from.localeCompare(b.from))
}

/** The languages that the candidate speaks. */
export function spokenLanguages(
  rows: readonly { language: string; level: string }[],
): { language: string; level: string }[] {
  return rows.filter(({ language, level }) => language !== '' && level !== '' && level !== 'none')
}

const formOrder = ['name', 'email', 'languages', 'windows', 'why', 'resume', 'notice']
const placeOf = (path: string) => formOrder.indexOf(path.split('.')[0] ?? '')

/** The issues as one reads the form. */
export function inFormOrder(issues: Record<string, ApplicationIssue>): Record<string, ApplicationIssue> {
  return Object.fromEntries(Object.entries(issues).sort(([a], [b]) => placeOf(a) - placeOf(b)))
}

/** The first code for each field, by its path in the form: `languages.0.level`. */
export function issuesByField(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): Record<string, ApplicationIssue> {
  const found: Record<string, ApplicationIssue> = {}
  for (const { path, message } of issues) {
    const code = applicationIssues.find((issue) => issue === message) ?? 'unreadable'
    found[path.join('.')] ??= code
  }
  return found
}
