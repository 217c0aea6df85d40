import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { teamsWhere } from '#app/domain/access.ts'
import { composed } from '#app/domain/composer-form.ts'
import { sectionFor } from '#app/domain/composition.ts'
import { locales } from '#app/domain/locale.ts'
import { readForm } from '#app/server/form.ts'
import { found, refuse, requireStaff } from '#app/server/guard.ts'
import { statusOfRefusal } from '#app/server/refusals.ts'
import { type Shelf, shelfFor } from '#app/server/shelf.ts'
import { Composer } from '#app/ui/scenarios/Composer.tsx'
import stylesheet from '#app/ui/scenarios/scenarios.css?url'
import { title } from '#app/ui/title.ts'
import {
  archiveOwnAssignment,
  changeOwnAssignment,
  makeOwnAssignment,
  newAssignmentId,
} from '#db/own-assignments.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

/** A team composes of what is shipped and of its own pages: another team's could not be published by everybody in it. */
const gradedIn = ({ scenarios, pages }: Shelf, teamId: string) =>
  scenarios
    .filter(({ key, content }) => {
      const page = pages.find((one) => one.key === key)
      return content.use === 'graded' && (!page || page.teamId === teamId)
    })
    .map(({ content }) => content)

/** `from` is the assignment to start from; one's own is changed, a shipped one is copied. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireStaff(args, 'compose-assignment')
  const { t, locale, formats, viewer, now } = context
  const shelf = await shelfFor(context)
  const from = new URL(args.request.url).searchParams.get('from') ?? ''
  const start = from === '' ? null : found(shelf.assignment(from)).content
  const own = shelf.own.find(({ key }) => key === from) ?? null
  const team = own?.teamId ?? teamsWhere(viewer, 'compose-assignment')[0] ?? ''
  const scenarios = gradedIn(shelf, team)
  const taken = new Map(
    start?.sections.map((section, index) => [section.scenario, { ...section, order: index + 1 }]),
  )
  return {
    title: t(own ? 'scenarios.composer.changeTitle' : 'scenarios.composer.title'),
    id: own?.id ?? newAssignmentId(now()),
    team,
    rev: own?.rev ?? null,
    titles: locales.map((code) => ({
      code,
      name: formats.language(code),
      value: own ? own.content.titles[code] : '',
    })),
    scenarios: scenarios.map((content, index) => ({
      key: content.key,
      kind: content.kind,
      code: content.code ?? null,
      title: content.texts[locale].title,
      minutes: content.minutes,
      dimensions: content.dimensions,
      taken: taken.has(content.key),
      section: { order: index + 1, ...sectionFor(content, 1), ...taken.get(content.key) },
    })),
  }
}

const named = z.strictObject({
  id: z.uuid(),
  team: z.uuid(),
  rev: z.union([z.literal(''), z.coerce.number().int()]),
})

export async function action(args: ActionFunctionArgs) {
  const context = await requireStaff(args, 'compose-assignment')
  const { db, viewer, now } = context
  const form = await readForm(args.request)
  const read = named.safeParse({ id: form.text('id'), team: form.text('team'), rev: form.text('rev') })
  if (!read.success) return refuse(400, 'bad-shape')
  const { id, team: teamId, rev } = read.data
  const at = { viewer, id, now: now() }
  const shelf = await shelfFor(context)
  const own = shelf.own.find((one) => one.id === id)
  const { titles, sections, issues } = composed(form.text, gradedIn(shelf, own?.teamId ?? teamId))
  const archives = form.text('do') === 'archive'
  if (!archives && issues.length > 0) return data({ issues }, { status: 422 })
  const kinds = new Set(sections.map(({ scenario }) => shelf.scenario(scenario)?.content.kind))
  const warmUps = shelf.scenarios
    .filter(({ content }) => content.use === 'warm-up' && kinds.has(content.kind))
    .map(({ key }) => key)
  const content = { titles, sections, warmUps }
  const done = found(
    archives
      ? await archiveOwnAssignment(db, { ...at, rev: Number(rev) })
      : rev === ''
        ? await makeOwnAssignment(db, { ...at, teamId, content })
        : await changeOwnAssignment(db, { ...at, rev, content }),
  )
  if ('ok' in done) return redirect('/team/scenarios', 303)
  if (done.refused === 'role-too-low') return refuse(403, done.refused)
  return data({ issues: [{ code: 'stale' as const }] }, { status: statusOfRefusal(done.refused) })
}

export default function Compose() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <Composer key={view.id} {...view} issues={answer?.issues ?? []} />
}
