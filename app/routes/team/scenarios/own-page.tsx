import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { locales } from '#app/domain/locale.ts'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff } from '#app/server/guard.ts'
import { compilePage, partLabel } from '#app/server/own-page/content.ts'
import { statusOfRefusal } from '#app/server/refusals.ts'
import attempt from '#app/ui/attempt/attempt.css?url'
import review from '#app/ui/attempt/review.css?url'
import { OwnPage } from '#app/ui/scenarios/OwnPage.tsx'
import stylesheet from '#app/ui/scenarios/scenarios.css?url'
import { title } from '#app/ui/title.ts'
import { archivePage, ownPage } from '#db/own-scenarios.ts'

export const meta = title
export const links = () => [attempt, review, stylesheet].map((href) => ({ rel: 'stylesheet', href }))

/** A brought page with its parts, and everything that is planted in it. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, library, locale, formats, t } = await requireStaff(args, 'compose-assignment')
  const row = found(await ownPage(db, { viewer, id: idParam(args, 'id'), act: 'compose-assignment' }))
  const { page, marks } = row.draft
  return {
    title: row.name || t('scenarios.ownPage.title'),
    id: row.id,
    scenario: row.key,
    rev: row.rev,
    contentRev: row.contentRev,
    archived: row.archived,
    problems: compilePage(row.key, row.draft, library).problems,
    languages: locales.map((code) => ({ code, name: formats.language(code) })),
    lang: page.lang,
    boxes: page.boxes,
    cut: page.cut,
    parts: page.parts.map((part) => ({
      id: part.id,
      label: partLabel(locale, part),
      text: Object.values(part.words).join(' · ').slice(0, 600),
    })),
    marks,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'compose-assignment')
  const id = idParam(args, 'id')
  const form = await readForm(args.request)
  const rev = Number(form.text('rev'))
  if (form.text('do') !== 'archive' || !Number.isInteger(rev)) return refuse(400, 'bad-shape')
  const done = found(await archivePage(db, { viewer, id, rev, now: now() }))
  if ('refused' in done) return refuse(statusOfRefusal(done.refused), done.refused)
  return redirect('/team/scenarios', 303)
}

export default function OwnPageRoute() {
  const view = useLoaderData<typeof loader>()
  return <OwnPage key={`${view.id} ${view.rev}`} {...view} />
}
