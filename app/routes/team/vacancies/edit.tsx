import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { typedOf, withoutBlanks } from '#app/domain/typed-vacancy.ts'
import { missing, vacancyForm } from '#app/domain/vacancy.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import { dayIn } from '#app/domain/zones.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff } from '#app/server/guard.ts'
import { statusOfRefusal } from '#app/server/refusals.ts'
import { shelfFor } from '#app/server/shelf.ts'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import type { ConflictView } from '#app/ui/vacancy/Conflict.tsx'
import { vacancyChoices } from '#app/ui/vacancy/choices.ts'
import { conflictRows } from '#app/ui/vacancy/conflict-rows.ts'
import { sentVacancy } from '#app/ui/vacancy/sent.ts'
import { issuesOf } from '#app/ui/vacancy/useVacancyForm.ts'
import { VacancyForm } from '#app/ui/vacancy/VacancyForm.tsx'
import sheet from '#app/ui/vacancy.css?url'
import { findVacancy, lastEditor } from '#db/vacancies/list.ts'
import { gradingBegan } from '#db/vacancies/replan.ts'
import { type EditRefusal, editVacancy } from '#db/vacancies.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: sheet }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireStaff(args, 'edit-vacancy')
  const { db, t, locale, viewer } = context
  const library = await shelfFor(context)
  const { vacancy, ...row } = found(await findVacancy(db, { viewer, id: idParam(args, 'id') }))
  if (!row.may.edit) return refuse(403, 'role-too-low')
  return {
    title: t('vacancies.form.title'),
    id: row.id,
    rev: row.rev,
    name: titleOf(vacancy, locale).title || t('vacancies.untitled'),
    frozen: row.status !== 'draft',
    graded: row.status !== 'draft' && (await gradingBegan(db, row.id)),
    typed: typedOf(vacancy),
    choices: vacancyChoices(vacancy, library, context),
  }
}

interface Again {
  typed: ReturnType<typeof sentVacancy>
  issues: Record<string, string>
  refused?: EditRefusal
  missing?: ReturnType<typeof missing>
  conflict?: ConflictView
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireStaff(args, 'edit-vacancy')
  const { db, viewer, now, formats } = context
  const id = idParam(args, 'id')
  const form = await readForm(args.request)
  const sent = sentVacancy(form)
  const again = (status: number, more: Partial<Again> = {}) =>
    data<Again>({ typed: sent, issues: {}, ...more }, { status })

  const more = form.text('more')
  if (more === 'languages')
    return again(200, { typed: { ...sent, languages: [...sent.languages, { language: '', level: '' }] } })
  if (more === 'openings')
    return again(200, { typed: { ...sent, openings: [...sent.openings, { startsOn: '' }] } })

  const typed = withoutBlanks(sent)
  const read = vacancyForm.safeParse(typed)
  if (!read.success) return again(422, { typed, issues: issuesOf(read.error.issues) })
  const vacancy = read.data
  const rev = Number(form.text('rev') || Number.NaN)
  if (!Number.isInteger(rev)) return refuse(400, 'bad-form')
  const done = found(await editVacancy(db, { viewer, id, rev, vacancy, now: now() }))
  if ('ok' in done) {
    // The preview is a page of its own, in the frame of the public: it is loaded as one.
    const path = `/team/vacancies/${id}`
    return form.text('next') === 'preview'
      ? redirectDocument(`${path}/preview`, 303)
      : redirect(`${path}/about`, 303)
  }

  const status = statusOfRefusal(done.refused)
  if (done.refused === 'vacancy-incomplete')
    return again(status, {
      typed,
      refused: done.refused,
      missing: missing(vacancy, dayIn(vacancy.schedule.zone, now())),
    })
  if (done.refused !== 'stale-revision') return again(status, { typed, refused: done.refused })
  const current = found(await findVacancy(db, { viewer, id }))
  const editor = await lastEditor(db, id)
  return again(status, {
    typed,
    conflict: {
      rev: current.rev,
      who: editor && { name: editor.name, time: formats.time(editor.at, current.vacancy.schedule.zone) },
      rows: conflictRows(current.vacancy, vacancy, context),
    },
  })
}

const none = {}

export default function EditVacancy() {
  const page = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { t } = useI18n()
  const path = `/team/vacancies/${page.id}`
  const refused = again?.refused && t(`vacancies.refusals.${again.refused}`)
  const lacking = again?.missing?.map((code) => t(`vacancies.missing.${code}`)).join(' · ')
  return (
    <>
      <PageHead crumb={<Link to={`${path}/about`}>{page.name}</Link>} title={page.title} />
      <VacancyForm
        path={`${path}/edit`}
        rev={page.rev}
        typed={again?.typed ?? page.typed}
        choices={page.choices}
        frozen={page.frozen}
        graded={page.graded}
        issues={again?.issues ?? none}
        conflict={again?.conflict}
        refused={lacking ? `${refused} ${lacking}` : refused}
      />
    </>
  )
}
