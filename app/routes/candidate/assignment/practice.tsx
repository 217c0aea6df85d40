import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Suspense } from 'react'
import { emptyBody } from '#app/domain/scenario/body.ts'
import { shownView } from '#app/domain/scenario/views.ts'
import { found, requireCandidate, wordParam } from '#app/server/guard.ts'
import stylesheet from '#app/ui/attempt/attempt.css?url'
import { PracticePage } from '#app/ui/attempt/PracticePage.tsx'
import { title } from '#app/ui/title.ts'
import { assignmentOf } from '#db/attempt-view.ts'
import { warmUpsOf } from '#db/warm-ups.ts'

export const meta = title
export const handle = { scripts: true }
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

/** A minute to try the tools. Nothing of it is sent anywhere. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, now } = await requireCandidate(args)
  const key = wordParam(args, 'scenario')
  const all = await warmUpsOf(db, { viewer })
  const place = all.findIndex((view) => view.key === key)
  const view = found(all[place])
  const attempt = found(await assignmentOf(db, { viewer, locale, now: now() }))
  const next = all[place + 1]
  return {
    title: view.title,
    vacancyTitle: attempt.vacancyTitle,
    jobLocale: attempt.jobLocale,
    view: shownView(view),
    blank: emptyBody(view.kind),
    next: next ? { key: next.key, title: next.title } : null,
  }
}

export default function PracticeRoute() {
  const data = useLoaderData<typeof loader>()
  return (
    <Suspense key={data.view.key}>
      <PracticePage {...data} />
    </Suspense>
  )
}
