import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { clockOf, sharesOver } from '#app/domain/attempt-clock.ts'
import { found, refuse, requireEntered, within } from '#app/server/guard.ts'
import stylesheet from '#app/ui/attempt/attempt.css?url'
import { FinishPage } from '#app/ui/attempt/FinishPage.tsx'
import { title } from '#app/ui/title.ts'
import { submitAttempt } from '#db/attempt-end.ts'
import { assignmentOf } from '#db/attempt-view.ts'

export const meta = title
export const handle = { scripts: true }
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, now, t } = await requireEntered(args)
  const at = now()
  const attempt = found(await assignmentOf(db, { viewer, locale, now: at }))
  if (attempt.status !== 'started' || attempt.stage !== 'assignment') return redirect('/a/assignment')
  const shares = sharesOver(
    attempt.parts.map(({ minutes }) => minutes),
    attempt,
    at,
  )
  return {
    title: t('attempt.finish.title'),
    vacancyTitle: attempt.vacancyTitle,
    jobLocale: attempt.jobLocale,
    clock: clockOf(attempt, at),
    parts: attempt.parts.map(({ answerId, title, minutes, words }, index) => ({
      answerId: answerId ?? '',
      title,
      minutes,
      words,
      share: shares[index] ?? 0,
    })),
  }
}

/** Hands in, once; pressed again, or in another tab, it leads to the same place. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireEntered(args)
  await within(args.context, 'write', viewer.applicationId)
  const done = found(await submitAttempt(db, { viewer, now: now() }))
  if ('refused' in done) return refuse(409, done.refused)
  return redirect('/a/assignment', 303)
}

export default function FinishRoute() {
  return <FinishPage {...useLoaderData<typeof loader>()} />
}
