import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type ClientLoaderFunctionArgs, useLoaderData } from '@remix-run/react'
import { Suspense, useMemo } from 'react'
import { clockOf, sharesOver } from '#app/domain/attempt-clock.ts'
import {
  type FoldedView,
  folded,
  foldedView,
  unfolded,
  unfoldedView,
  withContentsOnly,
} from '#app/domain/scenario/folded.ts'
import { WithWords } from '#app/i18n/react.tsx'
import { fetchTexts } from '#app/i18n/texts.ts'
import { found, idParam, requireEntered } from '#app/server/guard.ts'
import { nameTexts } from '#app/server/texts.ts'
import { AnswerPage, type AnswerPageProps } from '#app/ui/attempt/AnswerPage.tsx'
import stylesheet from '#app/ui/attempt/attempt.css?url'
import { title } from '#app/ui/title.ts'
import { answerForCandidate } from '#db/attempt-view.ts'
import { deskOf } from '#db/inbox.ts'

export const meta = title
export const handle = { scripts: true }
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

/** One part of the running assignment. Its scenario is what a candidate may see of it, and nothing else. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, now } = await requireEntered(args)
  const at = now()
  const answerId = idParam(args, 'answer')
  const {
    attempt,
    answer,
    view: whole,
  } = found(await answerForCandidate(db, { viewer, answerId, locale, now: at }))
  const here = attempt.parts.find((part) => part.answerId === answerId)
  const open = attempt.status === 'started' && attempt.stage === 'assignment' && !attempt.resting
  if (!open || here?.sitting !== attempt.sitting) return redirect('/a/assignment')
  const parts = attempt.parts.filter(({ sitting }) => sitting === attempt.sitting)
  const shares = sharesOver(
    parts.map(({ minutes }) => minutes),
    attempt,
    at,
  )
  const desk = await deskOf(db, { viewer, answerId })
  const page: Folded['page'] = {
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
    desk,
  }
  const view = foldedView(desk ? withContentsOnly(whole) : whole)
  return { title: whole.title, page: folded({ page, view }), words: nameTexts(locale, whole.kind) }
}

/** On the way to a part of another kind, its words come before it. */
export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  const data = await serverLoader<typeof loader>()
  await fetchTexts(data.words)
  return data
}

type Folded = { page: Omit<AnswerPageProps, 'view'>; view: FoldedView }

export default function AnswerRoute() {
  const { words, page } = useLoaderData<typeof loader>()
  const data = useMemo(() => {
    const { page: rest, view } = unfolded<Folded>(page)
    return { ...rest, view: unfoldedView(view) }
  }, [page])
  // Another part is another page: nothing of the last one's tabs, pins and open findings stays.
  return (
    <WithWords texts={words}>
      <Suspense key={data.answer.id}>
        <AnswerPage {...data} />
      </Suspense>
    </WithWords>
  )
}
