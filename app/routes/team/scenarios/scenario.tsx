import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/access.ts'
import { isLocale, locales } from '#app/domain/locale.ts'
import { graderView } from '#app/domain/scenario/grader-view.ts'
import { playedExamples } from '#app/domain/scenario/played-examples.ts'
import { shownView } from '#app/domain/scenario/views.ts'
import { found, requireStaff, wordParam } from '#app/server/guard.ts'
import { shelfFor } from '#app/server/shelf.ts'
import attempt from '#app/ui/attempt/attempt.css?url'
import { sheets } from '#app/ui/attempt/sheets.ts'
import { ScenarioPage } from '#app/ui/scenarios/ScenarioPage.tsx'
import stylesheet from '#app/ui/scenarios/scenarios.css?url'
import { title } from '#app/ui/title.ts'

export const meta = title
export const links = () =>
  [attempt, ...Object.values(sheets), stylesheet].map((href) => ({ rel: 'stylesheet', href }))

/** One scenario in one language and draw: what a candidate sees, and under it what only graders do. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireStaff(args, 'see-scenarios')
  const { viewer, locale, formats } = context
  const shelf = await shelfFor(context)
  const { content, key } = found(shelf.scenario(wordParam(args, 'key')))
  const page = shelf.pages.find((one) => one.key === key)
  const asked = new URL(args.request.url).searchParams
  const wanted = asked.get('lang')
  const lang = isLocale(wanted) ? wanted : locale
  const seed = asked.get('draw')?.slice(0, 40) || 'a'
  const view = graderView(content, lang, seed)
  const { tests, notes, anchors, reference, mistakes, examples } = view
  return {
    title: view.shown.title,
    scenario: key,
    /** Where a brought page is changed, for those who may. */
    change: page && can(viewer, 'compose-assignment', page) ? `/team/scenarios/page/${page.id}` : null,
    varies: Object.keys(content.parameters).length > 0,
    code: content.code ?? null,
    kind: content.kind,
    draft: content.status === 'draft',
    covers: content.covers,
    minutes: content.minutes,
    dimensions: content.dimensions,
    lang,
    seed,
    languages: locales.map((code) => ({ code, name: formats.language(code) })),
    shown: shownView(view.shown),
    graders: {
      tests,
      notes,
      reference,
      mistakes,
      anchors: Object.entries(anchors).map(([dimension, levels]) => ({ dimension, levels })),
      examples:
        content.kind === 'inbox'
          ? playedExamples(content, lang)
          : examples.map(({ name, grades, ...rest }) => ({ name, grades, words: wordsIn(rest) })),
    },
  }
}

/** Everything written in a sample answer, piece by piece. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (name === 'kind' ? [] : wordsIn(inner)))
}

export default function ScenarioRoute() {
  const view = useLoaderData<typeof loader>()
  return <ScenarioPage key={`${view.scenario} ${view.lang} ${view.seed}`} {...view} />
}
