import { expect } from 'vitest'
import type { Locale } from '#app/domain/locale.ts'
import { playExample } from '#app/domain/scenario/inbox/examples.ts'
import type { ExampleAct } from '#app/domain/scenario/inbox/schema.ts'
import { minute } from '#app/domain/scenario/inbox/state.ts'
import {
  type Act,
  allowed,
  type Game,
  type InboxContent,
  play,
  playOn,
  recogniserFor,
  type State,
  type TimedAct,
} from '#app/domain/scenario/inbox.ts'

/** What somebody who walks through a case at random may write, and how long they may take. */
export interface Walking {
  /** Replies, good and bad; or those of each conversation, with `*` for all the others. */
  replies: readonly string[] | Record<string, readonly string[]>
  /** What goes into a note, or with a hand-over. */
  asides?: readonly string[]
  /** Minutes before an act, of which one is taken. Longer than patience at least once, or nobody is ever kept waiting. */
  waits?: readonly number[]
  /** At most so many acts. */
  acts?: number
  /** Minutes that pass after the last act. */
  stays?: number
}

export interface Walk {
  game: Game
  transcript: TimedAct[]
  state: State
}

/** Whole numbers from 0 to below `n`; the same for the same seed. */
export type Dice = (n: number) => number
export function dice(seed: number): Dice {
  let state = seed >>> 0
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0
    let h = Math.imul(state ^ (state >>> 15), state | 1)
    h ^= h + Math.imul(h ^ (h >>> 7), h | 61)
    return ((h ^ (h >>> 14)) >>> 0) % n
  }
}
const oneOf = <T>(roll: Dice, items: readonly T[]): T => {
  const item = items[roll(items.length)]
  if (item === undefined) throw new Error('nothing to take one of')
  return item
}

/** A draw at random: one option of every parameter. */
export const drawnBy = (content: InboxContent, roll: Dice) =>
  Object.fromEntries(
    Object.entries(content.parameters).map(([name, options]) => [
      name,
      oneOf(roll, Object.keys(options).sort()),
    ]),
  )
export const gameOfDraw = (content: InboxContent, locale: Locale, drawn: Record<string, string>): Game => ({
  content,
  drawn,
  recognise: recogniserFor(content, locale, drawn),
})

/** Everything that may be done now, by kind: one act of each kind with words at random, every choice, every outcome. */
export function legalActs(game: Game, state: State, walking: Walking, roll: Dice): Act[] {
  const { content } = game
  const { asides = ['A note.'] } = walking
  const replies = (thread: string) =>
    'length' in walking.replies
      ? (walking.replies as readonly string[])
      : ((walking.replies as Record<string, readonly string[]>)[thread] ??
        (walking.replies as Record<string, readonly string[]>)['*'] ??
        asides)
  const promise = content.promises.length > 0 && roll(2) === 0 ? oneOf(roll, content.promises) : undefined
  const acts = content.threads.flatMap(({ id: thread }): Act[] => [
    { do: 'reply', thread, text: oneOf(roll, replies(thread)) },
    ...(promise === undefined
      ? []
      : [{ do: 'reply' as const, thread, text: oneOf(roll, replies(thread)), promise }]),
    ...content.choices.map(({ id: choice }): Act => ({ do: 'choose', thread, choice })),
    { do: 'note', thread, text: oneOf(roll, asides) },
    ...content.tags.map((tag): Act => ({ do: 'tag', thread, tag })),
    ...content.desks.map((to): Act => ({ do: 'hand-over', thread, to, text: oneOf(roll, asides) })),
    ...content.outcomes.map((outcome): Act => ({ do: 'close', thread, outcome })),
  ])
  const reports = content.handbook.map((article): Act => ({ do: 'report', article, text: 'This is wrong.' }))
  return [...acts, ...reports].filter((act) => allowed(game, state, act) === null)
}

/** How often an act that leaves the story where it is, is done, beside those that move it: once for each of these. */
const weights: Record<Act['do'], number> = {
  reply: 12,
  choose: 12,
  close: 4,
  'hand-over': 2,
  note: 1,
  tag: 1,
  report: 1,
}

/** Does one legal act after another. Nothing here knows what is right; that is the point. */
export function walk(game: Game, walking: Walking, roll: Dice): Walk {
  const { waits = [0.5, 1, 2, 3, 5, 12, 25], acts: most = 40, stays = 60 } = walking
  const transcript: TimedAct[] = []
  let at = 0
  let state = play(game, transcript, 0)
  for (let count = 0; count < most; count++) {
    at += Math.round(oneOf(roll, waits) * minute)
    const legal = legalActs(game, play(game, transcript, at), walking, roll)
    const kinds = [...new Set(legal.map((act) => act.do))].flatMap((kind) => Array(weights[kind]).fill(kind))
    if (kinds.length === 0) continue
    const kind = oneOf(roll, kinds)
    const timed = {
      at,
      act: oneOf(
        roll,
        legal.filter((act) => act.do === kind),
      ),
    }
    state = playOn(game, state, timed, transcript.length)
    transcript.push(timed)
  }
  return { game, transcript, state: play(game, transcript, at + stays * minute) }
}

/**
 * What holds for every walk: nothing was thrown on the way, no clock ran backwards, whoever plays it again gets the
 * same, and whoever plays it act by act, as the server does while it happens, gets the same too.
 */
export function expectLawful({ game, transcript, state }: Walk): void {
  const again = play(game, transcript, state.at)
  expect(again).toEqual(state)
  const last = transcript.at(-1)
  if (last) {
    const live = transcript.reduce((so, timed, index) => playOn(game, so, timed, index), play(game, [], 0))
    expect(live).toEqual(play(game, transcript, last.at))
  }
  for (const { entries, promises, ended, endedAt } of state.threads) {
    for (const [index, entry] of entries.entries()) {
      expect(entry.at).toBeGreaterThanOrEqual(entries[index - 1]?.at ?? 0)
      expect(entry.shown).toBeGreaterThanOrEqual(entries[index - 1]?.shown ?? 0)
    }
    for (const { by } of promises) expect(by).toBeGreaterThan(0)
    expect(ended === null).toBe(endedAt === null)
  }
}

/** The names of all lines that somebody can say, and of all endings. */
export function everything(content: InboxContent): { lines: string[]; endings: string[] } {
  const said = [...content.threads, ...content.rules].flatMap(({ says }) => says)
  const lines = new Set(said.map((item) => (typeof item === 'string' ? item : item.line)))
  return { lines: [...lines].sort(), endings: [...content.endings].sort() }
}

/** What walks, and paths laid out by hand, have come to. */
export class Reached {
  readonly lines = new Set<string>()
  readonly endings = new Set<string>()
  constructor(readonly content: InboxContent) {}
  add({ state }: { state: State }): this {
    for (const { lines, ended } of state.threads) {
      for (const line of lines) this.lines.add(line)
      if (ended) this.endings.add(ended)
    }
    return this
  }
  /** Empty when the case has no line that nobody will ever hear and no ending that nobody comes to. */
  missing(): { lines: string[]; endings: string[] } {
    const { lines, endings } = everything(this.content)
    return {
      lines: lines.filter((line) => !this.lines.has(line)),
      endings: endings.filter((ending) => !this.endings.has(ending)),
    }
  }
}

/** So many walks, each with its own draw. */
export function wander(
  content: InboxContent,
  locale: Locale,
  walking: Walking,
  { walks = 200, seed = 1, each = (_: Walk) => {} } = {},
): Reached {
  const reached = new Reached(content)
  for (let index = 0; index < walks; index++) {
    const roll = dice(seed * 7919 + index)
    const walked = walk(gameOfDraw(content, locale, drawnBy(content, roll)), walking, roll)
    each(walked)
    reached.add(walked)
  }
  return reached
}

/** A path laid out by hand, in the words of `grader.examples`; throws where an act could not be done. */
export const path = (
  content: InboxContent,
  locale: Locale,
  acts: readonly ExampleAct[],
  { draw = {} as Record<string, string>, until = undefined as string | undefined } = {},
): Walk => playExample(content, locale, { draw, acts, ...(until !== undefined && { until }) })

/** The facts that a sentence holds, in the words of the given draw or of the first. */
export const factsIn = (content: InboxContent, locale: Locale, drawn: Record<string, string>) => {
  const recognise = recogniserFor(content, locale, drawn)
  return (text: string) => [...recognise(text)].sort()
}
