import type { Act, TimedAct } from './act.ts'
import { holds, type Now } from './conditions.ts'
import type { InboxContent, Mood, Rule, Step, Thread } from './schema.ts'
import {
  beginning,
  day,
  type Game,
  isOpen,
  isWaiting,
  minute,
  ofDay,
  type State,
  type ThreadState,
  type Transcript,
} from './state.ts'

/**
 * Plays a transcript up to a moment: the same acts give the same state, whoever asks and whenever. What customers say is
 * not stored anywhere; it follows from what the candidate did and from the time that passed.
 */
export function play(game: Game, transcript: Transcript, until: number): State {
  const state = beginning(game.content)
  transcript.forEach(({ at, act }, index) => {
    pass(game, state, at)
    perform(game, state, act, index)
  })
  pass(game, state, until)
  return state
}

/** Goes on from a state with one act more: what `play` would give for the longer transcript. */
export function playOn(game: Game, state: State, timed: TimedAct, index: number): State {
  pass(game, state, timed.at)
  perform(game, state, timed.act, index)
  // What the act called for at once has happened too: a conversation that waited for it has come.
  pass(game, state, timed.at)
  return state
}

export const threadOf = (game: Game, id: string): Thread => {
  const found = game.content.threads.find((thread) => thread.id === id)
  if (!found) throw new Error(`no conversation ${id}`)
  return found
}
export const stepOf = (game: Game, id: string): Step | undefined =>
  game.content.steps.find((step) => step.id === id)

/** Goes on from a state to a later moment, with nothing done meanwhile. */
export function passTo(game: Game, state: State, until: number): State {
  pass(game, state, until)
  return state
}

interface Due {
  at: number
  fire: () => void
}

/** Lets time pass: conversations come, customers lose patience. In the order of time; at one moment in the order of the file. */
function pass(game: Game, state: State, until: number): void {
  for (;;) {
    const next = nextDue(game, state)
    if (!next || next.at > until) break
    state.at = Math.max(state.at, next.at)
    next.fire()
  }
  state.at = Math.max(state.at, until)
}

/** When something will happen by itself, if nobody does anything before. */
export function nextDueAt(game: Game, state: State): number | null {
  return nextDue(game, state)?.at ?? null
}

function nextDue(game: Game, state: State): Due | null {
  let first: Due | null = null
  const offer = (due: Due | null) => {
    if (due && (first === null || due.at < first.at)) first = due
  }
  for (const thread of state.threads) {
    offer(thread.arrivedAt === null ? arrival(game, state, thread) : null)
    if (isOpen(thread)) for (const due of timers(game, state, thread)) offer(due)
  }
  return first
}

function arrival(game: Game, state: State, thread: ThreadState): Due | null {
  const { arrives, says } = threadOf(game, thread.id)
  const since = arrives?.after ? (state.threads.find(({ id }) => id === arrives.after)?.endedAt ?? null) : 0
  if (since === null) return null
  const at = since + (arrives?.minutes ?? 0) * minute
  const may = () => holds(arrives?.if, game, state, thread)
  // The condition is looked at when the moment has come, and after each act since.
  if (state.at >= at && !may()) return null
  return {
    at: Math.max(at, state.at),
    fire: () => {
      if (!may()) return
      thread.arrivedAt = state.at
      thread.stepAt = state.at
      speak(state, thread, says, false)
    },
  }
}

/** The rules that time sets off, each with its place; worked out once for a content. */
const timed = new WeakMap<InboxContent, [number, Rule & { minutes: number }][]>()
function timedRules(content: InboxContent) {
  const known = timed.get(content)
  if (known) return known
  const found = [...content.rules.entries()].flatMap(
    ([index, rule]): [number, Rule & { minutes: number }][] =>
      rule.minutes === undefined ? [] : [[index, { ...rule, minutes: rule.minutes }]],
  )
  timed.set(content, found)
  return found
}

function* timers(game: Game, state: State, thread: ThreadState): Generator<Due> {
  const lastLineAt = thread.entries.findLast(({ by }) => by === 'customer')?.at ?? 0
  for (const [index, rule] of timedRules(game.content)) {
    if (thread.fired.has(index) || !concerns(rule, thread)) continue
    const waits = rule.after === 'silence'
    if (waits ? !isWaiting(thread) : rule.after !== 'time') continue
    if (!holds(rule.if, game, state, thread)) continue
    const since = waits ? Math.max(lastLineAt, thread.stepAt) : (thread.arrivedAt ?? 0)
    yield {
      at: Math.max(since + rule.minutes * minute, state.at),
      fire: () => {
        thread.fired.add(index)
        take(game, state, thread, rule)
      },
    }
  }
}

const concerns = (rule: Rule, thread: ThreadState) =>
  (rule.in?.includes(thread.id) ?? true) && (rule.at?.includes(thread.step) ?? true)

function speak(state: State, thread: ThreadState, says: Rule['says'], last: boolean): void {
  for (const item of says) {
    const line = typeof item === 'string' ? item : item.line
    const now = state.at + state.offset
    const shown = typeof item === 'string' ? now : Math.floor(now / day) * day + ofDay(item.at)
    // A line of a later hour brings the clock there; one of an earlier hour was lying there already.
    if (shown > now) state.offset += shown - now
    thread.entries.push({ at: state.at, shown, by: 'customer', line, ...(last && { last }) })
    thread.lines.push(line)
    // A customer who speaks again has not been helped yet.
    if (!last) thread.outcome = null
    if (typeof item !== 'string' && item.mood) feel(thread, item.mood)
  }
}

function feel(thread: ThreadState, mood: Mood): void {
  thread.mood = mood
  thread.moods.push(mood)
}

function take(game: Game, state: State, thread: ThreadState, rule: Rule): void {
  if (rule.mood) feel(thread, rule.mood)
  speak(state, thread, rule.says, rule.ends !== undefined)
  const { calm } = game.content
  if (thread.calmAfter === null && thread.moods.some((mood) => calm.includes(mood)))
    thread.calmAfter = thread.turns
  if (rule.jump) {
    const start = Math.floor((state.at + state.offset) / day) + rule.jump.days
    state.offset = Math.max(state.offset, start * day + ofDay(rule.jump.to) - state.at)
    thread.stepAt = state.at
  }
  if (rule.next) {
    thread.step = rule.next
    thread.stepAt = state.at
  }
  if (rule.ends) {
    thread.ended = rule.ends
    thread.endedAt = state.at
    // Nobody can write any more; what was promised for later is neither kept nor broken.
    const shown = state.at + state.offset
    thread.promises = thread.promises.filter(({ by, kept }) => kept || by <= shown)
  }
}

function perform(game: Game, state: State, act: Act, index: number): void {
  if (act.do === 'report') {
    state.reports.push({ article: act.article, act: index })
    return
  }
  const thread = state.threads.find(({ id }) => id === act.thread)
  if (!thread) return
  const { step } = thread
  const now: Now = { said: act.do === 'reply' ? game.recognise(act.text) : [] }
  note(game, state, thread, act, index, now)
  const rule = fitting(game, state, thread, act, step, now)
  if (rule) take(game, state, thread, rule)
}

/** The first rule that answers this act, in this step. */
function fitting(game: Game, state: State, thread: ThreadState, act: Act, step: string, now: Now) {
  if (thread.ended !== null) return undefined
  return game.content.rules.find(
    (rule) =>
      rule.minutes === undefined &&
      (rule.after === step ? isStepDone(act) : rule.after === act.do) &&
      concerns(rule, thread) &&
      holds(rule.if, game, state, thread, now),
  )
}

/** A step is done by writing or choosing; a note beside it leaves it as it is. */
const isStepDone = (act: Act) => act.do === 'reply' || act.do === 'choose'

/** What an act changes before any customer reacts to it. */
function note(game: Game, state: State, thread: ThreadState, act: Act, index: number, now: Now): void {
  const shown = state.at + state.offset
  const enter = (by: 'agent' | 'aside') => thread.entries.push({ at: state.at, shown, by, act: index })
  switch (act.do) {
    case 'reply': {
      for (const promise of thread.promises) if (shown <= promise.by) promise.kept = true
      enter('agent')
      thread.turns += 1
      for (const fact of now.said) thread.said.add(fact)
      thread.firstReplyAt ??= state.at
      const { firstReply, channel } = threadOf(game, thread.id)
      const useful = !firstReply?.says.length || firstReply.says.some((fact) => now.said.includes(fact))
      if (useful) thread.firstUsefulAt ??= state.at
      // What is told to one's own team is no leak.
      for (const { id, suspect } of game.content.facts)
        if (suspect && now.said.includes(id) && !(suspect === 'leak' && channel === 'team'))
          state.suspected.push({ fact: id, act: index })
      if (act.promise !== undefined) thread.promises.push({ by: shown + act.promise * minute, kept: false })
      return
    }
    case 'choose': {
      const choice = game.content.choices.find(({ id }) => id === act.choice)
      thread.choices[thread.step] = act.choice
      thread.turns += 1
      if (!choice) return
      enter(choice.silent ? 'aside' : 'agent')
      if (choice.gives) thread.given += choice.gives
      if (choice.handsOver) thread.handedOver ??= { to: '', at: state.at, act: index }
      if (choice.promises) {
        const by = (Math.floor(shown / day) + choice.promises.days) * day + ofDay(choice.promises.by)
        thread.promises.push({ by, kept: false })
      }
      return
    }
    case 'note':
      enter('aside')
      return
    case 'hand-over':
      enter('aside')
      thread.handedOver = { to: act.to, at: state.at, act: index }
      return
    case 'close':
      enter('aside')
      thread.outcome = act.outcome
      return
    case 'tag':
      if (!thread.tags.includes(act.tag)) thread.tags.push(act.tag)
      return
    default:
  }
}
