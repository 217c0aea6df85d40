import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useRouteError } from '@remix-run/react'
import { deskCase } from '#app/domain/desk-case.ts'
import { shownAfter } from '#app/domain/suspicion.ts'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { Failed } from '#app/ui/Failed.tsx'
import { failure } from '#app/ui/failure.ts'
import { Desk } from '#app/ui/grading/Desk.tsx'
import type { DeskData } from '#app/ui/grading/types.ts'
import style from '#app/ui/grading.css?url'
import staff from '#app/ui/staff.css?url'
import { title } from '#app/ui/title.ts'
import { answerForGrader, ownPace, placeOnDesk } from '#db/grading.ts'
import { together } from '#db/together.ts'

export const handle = { scripts: true }
export const meta = title
export const links = () => [staff, style].map((href) => ({ rel: 'stylesheet', href }))

/** One answer on the grader's desk. Nothing here says whose it is, when it was written or what others gave. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, t, now, viewer } = await requireStaff(args, 'grade')
  const id = idParam(args, 'id')
  const [read, { previous, next, ...progress }, pace] = await together(db, () => [
    answerForGrader(db, { viewer, assignmentId: id, now: now() }),
    placeOnDesk(db, { viewer, assignmentId: id, now: now() }),
    ownPace(db, { viewer, now: now() }),
  ])
  const answer = found(read)
  const { code } = answer
  const shown = deskCase(answer.case)
  const desk: DeskData = {
    id,
    code,
    locale: answer.locale,
    scenario: answer.scenario,
    state: answer.state,
    rev: answer.rev,
    draft: answer.draft,
    text: answer.text,
    passages: answer.passages.map(({ field, of, part, text, start }) => ({ field, of, part, text, start })),
    case: shown,
    criteria: answer.criteria.map(({ dimension, anchors }) => ({ dimension, anchors })),
    suggestions: answer.suggestions.map(({ finding, matches }) => ({
      finding,
      matches: matches.map(({ id: planted, kind }) => ({ id: planted, kind })),
    })),
    beside: answer.beside,
    suspicions: answer.suspicions.map(
      ({ id: suspicion, code: kind, start, quote, status, reviewer, reason }) => ({
        id: suspicion,
        code: kind,
        after: shownAfter(
          kind,
          answer.criteria.map(({ dimension }) => dimension),
        ),
        start,
        quote,
        status,
        reviewer,
        reason,
      }),
    ),
    others: answer.others.map(({ grader, grades, verdicts }) => ({
      grader,
      grades: grades.map(({ dimension, level, quotes, comment, incident }) => ({
        dimension,
        level,
        quotes: quotes.map(({ text }) => text),
        comment,
        incident,
      })),
      verdicts: verdicts.map(({ finding, verdict, defect }) => ({ finding, verdict, defect })),
    })),
    notes: answer.notes.map(({ id: note, dimension, authorId, author, text, at, zone }) => ({
      id: note,
      dimension,
      own: authorId === viewer.userId,
      author,
      text,
      at: at.toISOString(),
      zone,
    })),
    previous,
    next,
    progress,
    minutesLeft: pace === null ? null : (pace * (progress.total - progress.done)) / 60,
  }
  return { title: `${code}, ${shown.title} · ${t('grading.title')}`, desk }
}

export default function Grade() {
  const { desk } = useLoaderData<typeof loader>()
  return (
    <Desk key={`${desk.id} ${desk.state} ${desk.state === 'open' ? '' : desk.rev}`} data={desk as DeskData} />
  )
}

export function ErrorBoundary() {
  return <Failed {...failure(useRouteError())} />
}
