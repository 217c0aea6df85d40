import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { clockOf, sharesOver } from '#app/domain/attempt-clock.ts'
import { optionalLine } from '#app/domain/text.ts'
import { readForm } from '#app/server/form.ts'
import { found, refuse, requireEntered, within } from '#app/server/guard.ts'
import stylesheet from '#app/ui/attempt/attempt.css?url'
import { FinishPage } from '#app/ui/attempt/FinishPage.tsx'
import { title } from '#app/ui/title.ts'
import { submitAttempt } from '#db/attempt-end.ts'
import { assignmentOf } from '#db/attempt-view.ts'
import { endSitting } from '#db/sittings.ts'

export const meta = title
export const handle = { scripts: true }
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, now, t } = await requireEntered(args)
  const at = now()
  const attempt = found(await assignmentOf(db, { viewer, locale, now: at }))
  if (attempt.status !== 'started' || attempt.stage !== 'assignment' || attempt.resting)
    return redirect('/a/assignment')
  const parts = attempt.parts.filter(({ sitting }) => sitting === attempt.sitting)
  const last = attempt.sitting === attempt.sittings
  const shares = sharesOver(
    parts.map(({ minutes }) => minutes),
    attempt,
    at,
  )
  return {
    title: t(last ? 'attempt.finish.title' : 'attempt.sittings.title'),
    sitting: last ? null : attempt.sitting,
    vacancyTitle: attempt.vacancyTitle,
    jobLocale: attempt.jobLocale,
    asksAids: last && attempt.aiPolicy === 'declared',
    clock: clockOf(attempt, at),
    parts: parts.map(({ answerId, title, minutes, words }, index) => ({
      answerId: answerId ?? '',
      title,
      minutes,
      words,
      share: shares[index] ?? 0,
    })),
  }
}

/** Ends the sitting, or hands in, once; pressed again, or in another tab, it leads to the same place. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireEntered(args)
  await within(args.context, 'write', viewer.applicationId)
  const form = await readForm(args.request)
  const sitting = Number(form.text('sitting'))
  const aids = optionalLine(300).safeParse(form.text('aids'))
  if (!aids.success) return refuse(400, 'bad-form')
  const done = found(
    Number.isInteger(sitting) && sitting > 0
      ? await endSitting(db, { viewer, sitting, now: now() })
      : await submitAttempt(db, { viewer, aids: aids.data, now: now() }),
  )
  if ('refused' in done) return refuse(409, done.refused)
  return redirect('/a/assignment', 303)
}

export default function FinishRoute() {
  return <FinishPage {...useLoaderData<typeof loader>()} />
}
