import type { Locale } from './locale.ts'
import type { InboxBody, Passage } from './scenario/body.ts'
import type { Row } from './scenario/inbox/desk.ts'
import { gameOf, type InboxContent, play, type ThreadView, viewOf } from './scenario/inbox.ts'
import { candidateView } from './scenario/views.ts'

/**
 * One line of a conversation as a grader reads it. What the candidate wrote is not in it: `start` names the passage,
 * whose words have the name hidden. No mood, no name of a line, nothing that says how well it went.
 */
export interface ReplayLine {
  /** In its conversation, from 0. */
  place: number
  by: 'customer' | 'reply' | 'choice' | 'note' | 'hand-over' | 'closing' | 'act'
  clock: string
  /** The day it showed, where it is another than the line's before. */
  day: string | null
  /** The scenario's own words: the customer's, or of what was chosen. */
  text: string | null
  start: number | null
  promise: string | null
  /** To whom it was handed over. */
  to: string | null
  /** The handbook forbids it. */
  unsafe: boolean
}
export interface ReplayThread {
  id: string
  channel: ThreadView['channel']
  who: string
  about: string | null
  subject: string | null
  record: Row[]
  lines: ReplayLine[]
  tags: string[]
  /** Nothing of the candidate's own words stands here. */
  silent: boolean
}
export interface Replay {
  record: Row[]
  threads: ReplayThread[]
  /** Articles that the candidate reported as wrong. */
  reports: { start: number; title: string }[]
  /** Written and not sent. */
  drafts: { start: number; what: 'reply' | 'note' | 'hand-over' | 'report'; who: string | null }[]
  /** What the patterns recognised, and in which replies. Suspicions are not among it. */
  facts: { id: string; said: { thread: string; clock: string }[] }[]
}

/** The whole case as it went, played from the transcript once more. */
export function replayOf(
  content: InboxContent,
  locale: Locale,
  seed: string,
  { acts, until, drafts }: InboxBody,
  passages: readonly Passage[],
): Replay {
  const game = gameOf(content, locale, seed)
  const view = viewOf(game, locale, seed, acts, play(game, acts, until))
  const shown = candidateView(content, locale, seed)
  const named = shown.kind === 'inbox' ? shown : { desks: [], tags: [], articles: [] }
  const textOf = (list: readonly { id: string; text: string }[], id: string) =>
    list.find((one) => one.id === id)?.text ?? ''
  const startOf = (place: number | undefined) =>
    passages.find((passage) => passage.place === place && place !== undefined)?.start ?? null

  const threads = view.threads.map((thread): ReplayThread => {
    let day: string | null = view.threads[0]?.messages[0]?.day ?? null
    const lines = thread.messages.map((message, place): ReplayLine => {
      const act = acts[message.act ?? -1]?.act
      const start = startOf(message.act)
      const turned = message.day !== day
      day = message.day
      return {
        place,
        by: by(message.by, act?.do),
        clock: message.clock,
        day: turned ? message.day : null,
        text: start === null ? message.text : null,
        start,
        promise: message.promise ?? null,
        to: act?.do === 'hand-over' ? textOf(named.desks, act.to) : null,
        unsafe: act?.do === 'choose' && content.choices.some(({ id, unsafe }) => id === act.choice && unsafe),
      }
    })
    const { id, channel, who, about, subject, record } = thread
    return {
      id,
      channel,
      who,
      about,
      subject,
      record,
      lines,
      tags: thread.tags.map((tag) => textOf(named.tags, tag)),
      silent: lines.every(({ start }) => start === null),
    }
  })
  const whoOf = (id: string) => threads.find((thread) => thread.id === id)?.who ?? null
  const titleOf = (id: string) => named.articles.find((article) => article.id === id)?.title ?? id

  return {
    record: view.record,
    threads,
    reports: passages.flatMap(({ field, of = '', start }) =>
      field === 'report' ? [{ start, title: titleOf(of) }] : [],
    ),
    drafts: passages.flatMap(({ field, of = '', start }): Replay['drafts'] => {
      if (field !== 'draft' || !(of in drafts)) return []
      const [, what = 'reply', id = of] = of.match(/^(note|hand-over|report)-(.+)$/) ?? []
      if (what === 'report') return [{ start, what, who: titleOf(id) }]
      return [{ start, what: what === 'note' || what === 'hand-over' ? what : 'reply', who: whoOf(id) }]
    }),
    facts: content.facts
      .filter(({ suspect }) => suspect === undefined)
      .map(({ id }) => ({
        id,
        said: view.threads.flatMap(({ id: thread, messages }) =>
          messages.flatMap(({ by: speaker, clock, act: index }) => {
            const act = acts[index ?? -1]?.act
            const spoken = speaker === 'agent' && act?.do === 'reply'
            return spoken && game.recognise(act.text).includes(id) ? [{ thread, clock }] : []
          }),
        ),
      })),
  }
}

function by(speaker: ThreadView['messages'][number]['by'], done: string | undefined): ReplayLine['by'] {
  if (speaker === 'agent') return done === 'choose' ? 'choice' : 'reply'
  return speaker
}

/** Passages in the order in which the replay shows them: conversation by conversation, then reports, then what was not sent. */
export function inReplayOrder(replay: Replay, passages: readonly Passage[]): Passage[] {
  const order = [
    ...replay.threads.flatMap(({ lines }) => lines.flatMap(({ start }) => start ?? [])),
    ...replay.reports.map(({ start }) => start),
    ...replay.drafts.map(({ start }) => start),
  ]
  const placeOf = (passage: Passage) => {
    const place = order.indexOf(passage.start)
    return place < 0 ? order.length : place
  }
  return [...passages].sort((a, b) => placeOf(a) - placeOf(b) || a.start - b.start)
}
