import type { Draw } from '../draw.ts'
import type { TimedAct } from './act.ts'
import type { Recognise } from './said.ts'
import type { InboxContent, Mood } from './schema.ts'

/** All times are milliseconds of the candidate's own time in the case; `shown` is what the clock of the case says. */
export interface Entry {
  at: number
  shown: number
  /** `aside`: what the candidate did beside the conversation: a note, a hand-over, the closing. */
  by: 'customer' | 'agent' | 'aside'
  /** Of a customer: which line. */
  line?: string
  /** Of the candidate: which act, by its place in the transcript. */
  act?: number
  /** The line with which a customer ended the conversation: nobody need answer it. */
  last?: boolean
}

export interface Promised {
  by: number
  kept: boolean
}

export interface ThreadState {
  id: string
  arrivedAt: number | null
  step: string
  stepAt: number
  mood: Mood | null
  moods: Mood[]
  entries: Entry[]
  said: Set<string>
  lines: string[]
  choices: Record<string, string>
  outcome: string | null
  handedOver: { to: string; at: number; act: number | null } | null
  ended: string | null
  endedAt: number | null
  promises: Promised[]
  tags: string[]
  /** Acts of the candidate so far, and how many it took until the customer was calm first. */
  turns: number
  calmAfter: number | null
  firstReplyAt: number | null
  firstUsefulAt: number | null
  given: number
  fired: Set<number>
}

export interface Suspected {
  fact: string
  act: number
}

export interface State {
  /** What has been played: milliseconds of the candidate's time. */
  at: number
  /** What the clock of the case is ahead of that: milliseconds since midnight of its first day. */
  offset: number
  threads: ThreadState[]
  suspected: Suspected[]
  /** Acts with which the candidate said that an article is wrong. */
  reports: { article: string; act: number }[]
}

/** Everything that a transcript is played against; the same for everybody who reads it. */
export interface Game {
  content: InboxContent
  drawn: Draw
  recognise: Recognise
}

export type Transcript = readonly TimedAct[]

export const minute = 60_000
export const day = 24 * 60 * minute

export function ofDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) * minute
}

export function beginning(content: InboxContent): State {
  return {
    at: 0,
    offset: ofDay(content.opens),
    threads: content.threads.map(({ id, first, mood }) => ({
      id,
      arrivedAt: null,
      step: first,
      stepAt: 0,
      mood: mood ?? null,
      moods: mood ? [mood] : [],
      entries: [],
      said: new Set(),
      lines: [],
      choices: {},
      outcome: null,
      handedOver: null,
      ended: null,
      endedAt: null,
      promises: [],
      tags: [],
      turns: 0,
      calmAfter: null,
      firstReplyAt: null,
      firstUsefulAt: null,
      given: 0,
      fired: new Set(),
    })),
    suspected: [],
    reports: [],
  }
}

/** The customer spoke last, so that the candidate is waited for. */
export const isWaiting = ({ entries }: ThreadState) =>
  entries.findLast(({ by }) => by !== 'aside')?.by === 'customer'
/** Has come and is not over. */
export const isOpen = ({ arrivedAt, ended }: ThreadState) => arrivedAt !== null && ended === null
