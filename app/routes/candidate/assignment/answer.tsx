import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Suspense } from 'react'
import { clockOf, sharesOver } from '#app/domain/attempt-clock.ts'
import { found, idParam, requireEntered } from '#app/server/guard.ts'
import { AnswerPage } from '#app/ui/attempt/AnswerPage.tsx'
import stylesheet from '#app/ui/attempt/attempt.css?url'
import inboxStylesheet from '#app/ui/attempt/inbox.css?url'
import { title } from '#app/ui/title.ts'
import { answerForCandidate } from '#db/attempt-view.ts'
import { deskOf } from '#db/inbox.ts'

export const meta = title
export const handle = { scripts: true }
export const links = () => [stylesheet, inboxStylesheet].map((href) => ({ rel: 'stylesheet', href }))

/** One part of the running assignment. Its scenario is what a candidate may see of it, and nothing else. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, now } = await requireEntered(args)
  const at = now()
  const answerId = idParam(args, 'answer')
  const { attempt, answer, view } = found(await answerForCandidate(db, { viewer, answerId, locale, now: at }))
  const here = attempt.parts.find((part) => part.answerId === answerId)
  const open = attempt.status === 'started' && attempt.stage === 'assignment' && !attempt.resting
  if (!open || here?.sitting !== attempt.sitting) return redirect('/a/assignment')
  const parts = attempt.parts.filter(({ sitting }) => sitting === attempt.sitting)
  const shares = sharesOver(
    parts.map(({ minutes }) => minutes),
    attempt,
    at,
  )
  return {
    title: view.title,
    vacancyTitle: attempt.vacancyTitle,
    jobLocale: attempt.jobLocale,
    clock: clockOf(attempt, at),
    last: attempt.sitting === attempt.sittings,
    parts: parts.map(({ answerId, kind, title, minutes, words }, index) => ({
      answerId: answerId ?? '',
      kind,
      title,
      minutes,
      words,
      share: shares[index] ?? 0,
    })),
    answer: {
      id: answer.id,
      seen: { rev: answer.rev, body: answer.body, savedAt: answer.savedAt?.toISOString() ?? null },
    },
    desk: await deskOf(db, { viewer, answerId }),
    view,
  }
}

export default function AnswerRoute() {
  const data = useLoaderData<typeof loader>()
  // Another part is another page: nothing of the last one's tabs, pins and open findings stays.
  return (
    <Suspense key={data.answer.id}>
      <AnswerPage {...data} />
    </Suspense>
  )
}
