import type { Locale } from '../../locale.ts'
import { draw, inDrawnOrder, values, writer } from '../draw.ts'
import type { TimedAct } from './act.ts'
import { holds } from './conditions.ts'
import { play, stepOf, threadOf } from './play.ts'
import { recogniserFor } from './said.ts'
import type { InboxContent, Mood } from './schema.ts'
import {
  day,
  type Entry,
  type Game,
  isOpen,
  isWaiting,
  minute,
  type State,
  type ThreadState,
} from './state.ts'

export interface Message {
  by: 'customer' | 'agent' | 'note' | 'hand-over' | 'closing' | 'act'
  text: string
  /** What the clock of the case said: '11:22', and the day it showed. */
  clock: string
  day: string
  /** Of the candidate's: which act, by its place in the transcript. */
  act?: number
  /** Of a customer's: which line. Graders' pages only. */
  line?: string
  /** '12:30', the time until which a promise was given with it. */
  promise?: string
}

type Named = { id: string; text: string }
export type Row = { id: string; label: string; value: string }

export interface ThreadView {
  id: string
  channel: InboxContent['threads'][number]['channel']
  who: string
  about: string | null
  subject: string | null
  record: Row[]
  messages: Message[]
  mood: Mood | null
  /** The customer spoke last. */
  waiting: boolean
  /** For how many minutes they have been waiting. */
  waited: number
  /** The time until which the candidate has promised to write and has not yet. */
  due: string | null
  over: boolean
  tags: string[]
  handedOver: string | null
  outcome: string | null
  /** What may be done now. */
  write: boolean
  choice: { prompt: string; options: Named[] } | null
  tools: string[]
  outcomes: Named[]
}

/** The desk as the candidate sees it at a moment. Conversations that have not come yet are not in it. */
export interface DeskView {
  clock: string
  day: string
  record: Row[]
  threads: ThreadView[]
  /** Articles reported as wrong. */
  reported: string[]
}

const two = (value: number) => String(value).padStart(2, '0')
export function clockOf(shown: number): string {
  const minutes = Math.floor((shown % day) / minute)
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

export const gameOf = (content: InboxContent, locale: Locale, seed: string): Game => {
  const drawn = draw(content, seed)
  return { content, drawn, recognise: recogniserFor(content, locale, drawn) }
}

export function deskView(
  content: InboxContent,
  locale: Locale,
  seed: string,
  transcript: readonly TimedAct[],
  at: number,
): DeskView {
  const game = gameOf(content, locale, seed)
  return viewOf(game, locale, seed, transcript, play(game, transcript, at))
}

export function viewOf(
  game: Game,
  locale: Locale,
  seed: string,
  transcript: readonly TimedAct[],
  state: State,
): DeskView {
  const { content } = game
  const texts = content.texts[locale]
  const write = writer(locale, values(content, locale, game.drawn))
  const dayOf = (shown: number) => write(texts.days[Math.floor(shown / day)] ?? texts.days.at(-1) ?? '')
  const first = state.threads[0]
  const rows = (wanted: (id: string) => boolean, thread: ThreadState): Row[] =>
    content.record.flatMap((row) => {
      const text = texts.record[row.id]
      if (!text || !wanted(row.id) || !holds(row.if, game, state, thread)) return []
      return [{ id: row.id, ...write({ label: text.label, value: text.value }) }]
    })
  const named = (ids: readonly string[], of: Record<string, string>): Named[] =>
    ids.map((id) => ({ id, text: write(of[id] ?? '') }))
  const own = new Set(content.threads.flatMap(({ record }) => record))

  const message = (entry: Entry): Message => {
    const when = { clock: clockOf(entry.shown), day: dayOf(entry.shown) }
    if (entry.line !== undefined)
      return { by: 'customer', text: write(texts.lines[entry.line] ?? ''), line: entry.line, ...when }
    const act = transcript[entry.act ?? -1]?.act
    const by = { ...when, act: entry.act }
    switch (act?.do) {
      case 'reply': {
        const promise = act.promise && { promise: clockOf(entry.shown + act.promise * minute) }
        return { by: 'agent', text: act.text, ...by, ...promise }
      }
      case 'choose':
        return {
          by: entry.by === 'aside' ? 'act' : 'agent',
          text: write(texts.choices[act.choice] ?? ''),
          ...by,
        }
      case 'note':
        return { by: 'note', text: act.text, ...by }
      case 'hand-over':
        return { by: 'hand-over', text: `${write(texts.desks[act.to] ?? '')}: ${act.text}`, ...by }
      case 'close':
        return { by: 'closing', text: write(texts.outcomes[act.outcome] ?? ''), ...by }
      default:
        throw new Error('an entry without its act')
    }
  }

  const threads = state.threads.filter(({ arrivedAt }) => arrivedAt !== null)
  const now = state.at + state.offset
  return {
    clock: clockOf(now),
    day: dayOf(now),
    record: first ? rows((id) => !own.has(id), first) : [],
    reported: state.reports.map(({ article }) => article),
    threads: threads.map((thread) => {
      const planted = threadOf(game, thread.id)
      const open = isOpen(thread)
      const step = open ? stepOf(game, thread.step) : undefined
      const { who, about, subject } = texts.threads[thread.id] ?? { who: '' }
      return {
        id: thread.id,
        channel: planted.channel,
        who: write(who),
        about: about === undefined ? null : write(about),
        subject: subject === undefined ? null : write(subject),
        record: rows((id) => planted.record.includes(id), thread),
        messages: thread.entries.map(message),
        mood: thread.mood,
        waiting: open && isWaiting(thread) && thread.outcome === null,
        waited: isWaiting(thread) ? Math.floor((state.at - waitingSince(thread)) / minute) : 0,
        due: dueOf(thread, now),
        over: !open,
        tags: thread.tags,
        handedOver: thread.handedOver?.to ? write(texts.desks[thread.handedOver.to] ?? '') : null,
        outcome: thread.outcome && write(texts.outcomes[thread.outcome] ?? ''),
        write: step?.write ?? false,
        choice: step?.choose
          ? {
              prompt: write(texts.prompts[step.id] ?? ''),
              options: named(inDrawnOrder(step.choose, `${seed}/${content.key}`), texts.choices),
            }
          : null,
        tools: step?.tools ?? [],
        outcomes:
          thread.outcome === null && (!open || step?.tools.includes('close'))
            ? named(planted.outcomes?.offered ?? [], texts.outcomes)
            : [],
      }
    }),
  }
}

/** The first of the customer's messages that nobody has answered. */
function waitingSince({ entries }: ThreadState): number {
  const answered = entries.findLastIndex(({ by }) => by === 'agent')
  const first = entries.findIndex(({ by }, index) => index > answered && by === 'customer')
  return entries[first]?.at ?? 0
}

function dueOf({ promises }: ThreadState, now: number): string | null {
  const open = promises.filter(({ kept, by }) => !kept && by >= now).map(({ by }) => by)
  return open.length > 0 ? clockOf(Math.min(...open)) : null
}

/** What a candidate is sent: without the names of the lines, which say how a customer was answered. */
export function shownDesk(view: DeskView): DeskView {
  return {
    ...view,
    threads: view.threads.map((thread) => ({
      ...thread,
      messages: thread.messages.map(({ line: _, ...message }) => message),
    })),
  }
}
