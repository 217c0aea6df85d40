import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { accommodations } from '#app/domain/attempt.ts'
import { readSessionSecret } from '#app/server/cookies.ts'
import { readForm } from '#app/server/form.ts'
import { found, refuse, requireCandidate, requireEntered, within } from '#app/server/guard.ts'
import { hashToken } from '#app/server/tokens.ts'
import stylesheet from '#app/ui/attempt/attempt.css?url'
import { HandedIn } from '#app/ui/attempt/HandedIn.tsx'
import { Introduction } from '#app/ui/attempt/Introduction.tsx'
import { UnderwayAttempt } from '#app/ui/attempt/UnderwayAttempt.tsx'
import { title } from '#app/ui/title.ts'
import { chooseExtraTime } from '#db/attempt-time.ts'
import { assignmentOf } from '#db/attempt-view.ts'
import { startAttempt, startSitting } from '#db/sittings.ts'
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
    sitting: attempt.sitting,
    sittings: attempt.sittings,
    resting: attempt.resting,
    limited: attempt.extra !== 'no-limit',
    parts: parts.map(({ answerId, key, title, minutes, sitting, words }) => ({
      answerId,
      key,
      title,
      minutes,
      sitting,
      words,
    })),
    aiPolicy: attempt.aiPolicy,
    warmUps: warmUps.map(({ key, title, minutes }) => ({ key, title, minutes })),
    extra,
    secondLanguage,
    openUntil: attempt.openUntil.toISOString(),
    deadlineAt: attempt.deadlineAt?.toISOString() ?? null,
    finishedAt:
      (attempt.finishedAt ?? (status === 'expired' ? attempt.deadlineAt : null))?.toISOString() ?? null,
  }
}

const nextForm = z.strictObject({ sitting: z.coerce.number().int().min(2).max(6) })

const startForm = z.strictObject({
  extra: z.enum(accommodations).default('none'),
  language: z.literal('second').optional(),
})

/** Starts the clock. What was asked for is written down first, so that the deadline knows of it. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireCandidate(args)
  const { context } = args
  await within(context, 'write', viewer.applicationId)
  const { fields } = await readForm(args.request)
  const next = nextForm.safeParse(fields)
  if (next.success) return goOn(args, next.data.sitting)
  const form = startForm.safeParse(fields)
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

/** Starts the clock of the next sitting; only a browser that may write in the attempt can. */
async function goOn(args: ActionFunctionArgs, sitting: number) {
  const { db, viewer, now } = await requireEntered(args)
  const started = found(await startSitting(db, { viewer, sitting, now: now() }))
  if ('refused' in started) return refuse(409, started.refused)
  const attempt = found(await assignmentOf(db, { viewer, locale: 'en', now: now() }))
  const first = attempt.parts.find((part) => part.sitting === sitting)?.answerId
  return redirect(first ? `/a/assignment/${first}` : '/a/assignment', 303)
}

export default function AssignmentPage() {
  const attempt = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  if (attempt.status === 'invited') return <Introduction {...attempt} refused={refused} />
  if (attempt.status === 'started' && attempt.open) return <UnderwayAttempt {...attempt} />
  return <HandedIn {...attempt} />
}
