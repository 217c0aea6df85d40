import { useFetcher } from '@remix-run/react'
import type { ActAnswer, ActName } from '#app/domain/pipeline-acts.ts'

const addresses: Record<ActName, string> = {
  move: '/team/applications/moves',
  invite: '/team/applications/invitations',
  word: '/team/applications/words',
  'undo-moves': '/team/applications/moves/undo',
  'undo-words': '/team/applications/words/undo',
}

export interface Acts {
  run(act: ActName, ids: readonly string[], more?: Record<string, string>): void
  undo(): void
  answer: ActAnswer | undefined
  busy: boolean
}

/** Acts are sent without leaving the page; the list reads itself again afterwards. */
export function useActs(): Acts {
  const fetcher = useFetcher<ActAnswer>({ key: 'pipeline-acts' })
  const answer = fetcher.data
  const post = (act: ActName, fields: [string, string][]) =>
    fetcher.submit(new URLSearchParams(fields), { method: 'post', action: addresses[act] })
  return {
    answer,
    busy: fetcher.state !== 'idle',
    run: (act, ids, more = {}) =>
      post(act, [...ids.map((id): [string, string] => ['id', id]), ...Object.entries(more)]),
    undo() {
      const back = answer?.done.filter(({ undo }) => undo) ?? []
      if (back.length === 0) return
      if (answer?.act === 'word')
        post(
          'undo-words',
          back.map(({ id }) => ['id', id]),
        )
      else
        post(
          'undo-moves',
          back.map(({ id, from }) => ['back', `${id}~${from}`]),
        )
    },
  }
}
