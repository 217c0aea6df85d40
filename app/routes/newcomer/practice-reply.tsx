import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/server/guard.ts'
import { caseOf, runAt } from '#app/server/practice-page.ts'
import attempt from '#app/ui/attempt/attempt.css?url'
import { PracticeDesk } from '#app/ui/newcomer/PracticeDesk.tsx'
import { title } from '#app/ui/title.ts'

export const meta = title
export const handle = { scripts: true }
export const links = () => [{ rel: 'stylesheet', href: attempt }]

/** The case while it is written: what a candidate would see of it, and the text so far. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer } = await requireStaff(args, 'follow-plan')
  const at = await runAt(db, { viewer, stage: 'writing' })
  if ('elsewhere' in at) return redirect(at.elsewhere)
  const { id, locale, rev, savedAt } = at.run
  const { view, text } = caseOf(at.run)
  return {
    title: view.title,
    run: { id, locale, seen: { rev, body: { text }, savedAt: savedAt?.toISOString() ?? null } },
    view,
  }
}

export default function PracticeReply() {
  const { run, view } = useLoaderData<typeof loader>()
  return <PracticeDesk key={run.id} run={run} view={view} />
}
