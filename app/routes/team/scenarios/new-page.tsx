import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { teamsWhere } from '#app/domain/access.ts'
import { isId } from '#app/domain/id.ts'
import { isLocale, locales } from '#app/domain/locale.ts'
import { readForm } from '#app/server/form.ts'
import { found, refuse, requireStaff, within } from '#app/server/guard.ts'
import { type PageIssue, pageLimit, readPage } from '#app/server/own-page/read.ts'
import { BringPage } from '#app/ui/scenarios/BringPage.tsx'
import stylesheet from '#app/ui/scenarios/scenarios.css?url'
import { title } from '#app/ui/title.ts'
import { bringPage, newScenarioId } from '#db/own-scenarios.ts'
import { teamsToHireFor } from '#db/vacancies/list.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

/** The id is made with the form, so that one sent twice brings the page in once. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, t, locale, formats, now } = await requireStaff(args, 'compose-assignment')
  const mine = teamsWhere(viewer, 'compose-assignment')
  const teams = await teamsToHireFor(db, viewer)
  return {
    title: t('scenarios.ownPage.title'),
    id: newScenarioId(now()),
    locale,
    languages: locales.map((code) => ({ code, name: formats.language(code) })),
    teams: teams.filter(({ id }) => mine.includes(id)).map(({ id, name }) => ({ id, name })),
  }
}

const statusOf: Record<PageIssue, number> = {
  'no-file': 422,
  'too-big': 413,
  'not-a-page': 415,
  'too-much': 422,
  'too-little': 422,
}
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now, ...context } = await requireStaff(args, 'compose-assignment')
  await within({ ...context, db, now }, 'bring', viewer.userId)
  const form = await readForm(args.request, { fileLimit: pageLimit, oversize: 'name' })
  const [id, teamId, writtenIn] = [form.text('id'), form.text('team'), form.text('writtenIn')]
  if (!isId(id) || !isId(teamId) || !isLocale(writtenIn)) return refuse(400, 'bad-shape')
  const told = (issue: PageIssue) => data({ issue }, { status: statusOf[issue] })
  if (form.tooBig('file')) return told('too-big')
  const upload = form.upload('file')
  if (!upload) return told('no-file')
  const read = readPage(upload)
  if ('issue' in read) return told(read.issue)
  const at = { viewer, teamId, id, writtenIn, now: now() }
  const done = found(await bringPage(db, { ...at, page: read.page }))
  if ('refused' in done) return refuse(403, done.refused)
  return redirect(`/team/scenarios/page/${done.id}`, 303)
}

export default function NewPage() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <BringPage {...view} issue={answer?.issue ?? null} />
}
