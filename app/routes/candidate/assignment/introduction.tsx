import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { accommodations } from '#app/domain/attempt.ts'
import { readSessionSecret } from '#app/server/cookies.ts'
import { readForm } from '#app/server/form.ts'
import { found, refuse, requireCandidate, within } from '#app/server/guard.ts'
import { hashToken } from '#app/server/tokens.ts'
import stylesheet from '#app/ui/attempt/attempt.css?url'
import { HandedIn } from '#app/ui/attempt/HandedIn.tsx'
import { Introduction } from '#app/ui/attempt/Introduction.tsx'
import { UnderwayAttempt } from '#app/ui/attempt/UnderwayAttempt.tsx'
import { title } from '#app/ui/title.ts'
import { chooseExtraTime } from '#db/attempt-time.ts'
import { assignmentOf } from '#db/attempt-view.ts'
import { startAttempt } from '#db/attempts.ts'
import { warmUpsOf } from '#db/warm-ups.ts'

export const meta = title
export const handle = { scripts: true }
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, now, t } = await requireCandidate(args)
  const attempt = found(await assignmentOf(db, { viewer, locale, now: now() }))
  const warmUps = attempt.status === 'invited' ? await warmUpsOf(db, { viewer }) : []
  const { status, stage, vacancyTitle, zone, jobLocale, minutes, dimensions, parts, extra, secondLanguage } =
    attempt
  return {
    title: t('attempt.title'),
    status,
    open: stage === 'assignment',
    late: status === 'invited' && attempt.openUntil < now(),
    entered: viewer.entered ?? false,
    vacancyTitle,
    zone,
    jobLocale,
    minutes,
    dimensions,
    parts: parts.map(({ answerId, key, title, minutes, words }) => ({
      answerId,
      key,
      title,
      minutes,
      words,
    })),
    warmUps: warmUps.map(({ key, title, minutes }) => ({ key, title, minutes })),
    extra,
    secondLanguage,
    openUntil: attempt.openUntil.toISOString(),
    deadlineAt: attempt.deadlineAt?.toISOString() ?? null,
    finishedAt:
      (attempt.finishedAt ?? (status === 'expired' ? attempt.deadlineAt : null))?.toISOString() ?? null,
  }
}

const startForm = z.strictObject({
  extra: z.enum(accommodations).default('none'),
  language: z.literal('second').optional(),
})

/** Starts the clock. What was asked for is written down first, so that the deadline knows of it. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireCandidate(args)
  const { context } = args
  await within(context, 'write', viewer.applicationId)
  const form = startForm.safeParse((await readForm(args.request)).fields)
  if (!form.success) return refuse(400, 'bad-form')
  const { extra, language } = form.data
  found(await chooseExtraTime(db, { viewer, extra, secondLanguage: language === 'second', now: now() }))
  const secret = await readSessionSecret(args.request, context, 'candidate')
  const started = found(
    await startAttempt(db, { viewer, secretHash: secret && hashToken(secret), now: now() }),
  )
  if ('refused' in started) return data({ refused: started.refused }, { status: 409 })
  const attempt = found(await assignmentOf(db, { viewer, locale: 'en', now: now() }))
  const first = attempt.parts[0]?.answerId
  return redirect(started.started && first ? `/a/assignment/${first}` : '/a/assignment', 303)
}

export default function AssignmentPage() {
  const attempt = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  if (attempt.status === 'invited') return <Introduction {...attempt} refused={refused} />
  if (attempt.status === 'started' && attempt.open) return <UnderwayAttempt {...attempt} />
  return <HandedIn {...attempt} />
}
