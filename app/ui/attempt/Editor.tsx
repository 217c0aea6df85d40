import { type ComponentType, lazy, type ReactNode } from 'react'
import type { AnswerBody } from '#app/domain/scenario/body.ts'
import type { Kind } from '#app/domain/scenario/common.ts'
import type { ShownView } from '#app/domain/scenario/views.ts'
import type { KeptCase } from './inbox/Inbox.tsx'
import type { Writable } from './passages.ts'

type Body = AnswerBody[Kind]

/** Each instrument comes when its part is opened: a phone need not fetch the inbox to answer a letter. */
const instrument = <Props,>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await load() }))

const PageReview = instrument(async () => (await import('./PageReview.tsx')).PageReview)
const Reply = instrument(async () => (await import('./Reply.tsx')).Reply)
const Writing = instrument(async () => (await import('./Writing.tsx')).Writing)
const Inbox = instrument(async () => (await import('./inbox/Inbox.tsx')).Inbox)
const Lookup = instrument(async () => (await import('./Lookup.tsx')).Lookup)
const Judgement = instrument(async () => (await import('./Judgement.tsx')).Judgement)

/** The server read the body as an answer to this very view, so that one kind stands for both. */
export const writable = (view: ShownView, body: Body): Writable =>
  ({ kind: view.kind, view, body }) as Writable

/** These fill the window; the others are one column that is read. */
export const isDesk = (kind: Kind) => kind !== 'writing' && kind !== 'judgement'

interface EditorProps {
  view: ShownView
  body: Body
  edit: (body: Body) => void
  locked: boolean
  lang: string
  /** The address of the page under review, where there is one. */
  src: string
  onward: ReactNode
  /** The inbox that is kept on the server; without it one is only tried. */
  kept?: KeptCase
  /** Where an inbox that is only tried is played. */
  tryAt?: string
}

/** The right instrument for the kind of scenario. Needs a boundary above it that waits for its script. */
export function Editor({ view, body, src, kept, tryAt, ...rest }: EditorProps) {
  const answer = writable(view, body)
  switch (answer.kind) {
    case 'page-review':
      return <PageReview {...rest} view={answer.view} body={answer.body} src={src} />
    case 'reply':
      return <Reply {...rest} view={answer.view} body={answer.body} />
    case 'writing':
      return <Writing {...rest} view={answer.view} body={answer.body} />
    case 'inbox':
      return (
        <Inbox
          {...rest}
          view={answer.view}
          body={answer.body}
          kept={kept}
          tryAt={tryAt ?? `/a/assignment/practice/${view.key}/desk`}
        />
      )
    case 'lookup':
      return <Lookup {...rest} view={answer.view} body={answer.body} />
    case 'judgement':
      return <Judgement {...rest} view={answer.view} body={answer.body} />
  }
}
