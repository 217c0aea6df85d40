import { holds } from './conditions.ts'
import { threadOf } from './play.ts'
import type { SuspicionCode } from './schema.ts'
import { type Game, minute, type State, type ThreadState, type Transcript } from './state.ts'

/** `count` of `of`: both are needed, since a case is one small part of the whole inbox. */
export interface Share {
  count: number
  of: number
}

/** What is counted in one case by rule (assessment model, "Signals"): R, F, I, P, J, and what waits for a person. */
export interface InboxSignals {
  /** R: closed with the right outcome and not handed over, of those that the first line can solve. */
  solved: Share
  /** F: first useful reply in time. */
  firstReply: Share
  /** I: customers' messages without any reply after them; the line with which one leaves is not counted. */
  unanswered: Share
  /** P: promised times kept. */
  promises: Share
  /** J: handed over though it could be solved; and what had to be handed over and was not, or without context. */
  needless: Share
  missed: Share
  /** C: euros given away. */
  given: number
  /** Acts until the first customer was calm; null where none ever was. */
  turnsToCalm: number | null
  /** From the first message to the first reply, milliseconds. */
  firstReplyAfter: number | null
  /** L, U, N: suspicions that a person confirms or dismisses. */
  suspected: { code: SuspicionCode; fact: string; act: number }[]
}

/** A conversation among colleagues, or with everybody, asks for no reply. */
const isAnswered = ({ channel }: { channel: string }) => channel !== 'team' && channel !== 'status'

export function inboxSignals(game: Game, state: State, transcript: Transcript): InboxSignals {
  const come = state.threads.filter(({ arrivedAt }) => arrivedAt !== null)
  const share = (of: ThreadState[], count: (thread: ThreadState) => boolean): Share => ({
    count: of.filter(count).length,
    of: of.length,
  })
  const planted = (thread: ThreadState) => threadOf(game, thread.id)
  const solvable = come.filter((thread) => planted(thread).solvable)
  const timed = come.filter((thread) => planted(thread).firstReply)
  const must = come.filter((thread) => planted(thread).mustHandOver)
  const promised = come.flatMap(({ promises }) => promises)
  const asked = come.filter((thread) => isAnswered(planted(thread))).flatMap(messages)
  const first = come[0]
  return {
    solved: share(solvable, (thread) => isSolved(game, state, thread)),
    firstReply: share(timed, (thread) => {
      const { minutes = 0 } = planted(thread).firstReply ?? {}
      const { firstUsefulAt, arrivedAt } = thread
      return firstUsefulAt !== null && firstUsefulAt - (arrivedAt ?? 0) <= minutes * minute
    }),
    unanswered: { count: asked.filter(({ answered }) => !answered).length, of: asked.length },
    promises: { count: promised.filter(({ kept }) => kept).length, of: promised.length },
    needless: share(solvable, ({ handedOver }) => handedOver !== null),
    missed: share(must, (thread) => !isHandedOver(game, thread, transcript)),
    given: come.reduce((sum, { given }) => sum + given, 0),
    turnsToCalm: first?.calmAfter ?? null,
    firstReplyAfter:
      first?.firstReplyAt == null || first.arrivedAt === null ? null : first.firstReplyAt - first.arrivedAt,
    suspected: state.suspected.flatMap(({ fact, act }) => {
      const code = game.content.facts.find(({ id }) => id === fact)?.suspect
      return code ? [{ code, fact, act }] : []
    }),
  }
}

function messages({ entries }: ThreadState): { answered: boolean }[] {
  const lastReply = entries.findLastIndex(({ by }) => by === 'agent')
  return entries.flatMap(({ by, last }, index) =>
    by === 'customer' && !last ? [{ answered: index < lastReply }] : [],
  )
}

function isSolved(game: Game, state: State, thread: ThreadState): boolean {
  const { outcomes, solvedIf } = threadOf(game, thread.id)
  const replied = thread.entries.some(({ by }) => by === 'agent')
  const right = outcomes === undefined || outcomes.right.includes(thread.outcome ?? '')
  return replied && right && thread.handedOver === null && holds(solvedIf, game, state, thread)
}

/** To the right desk, and with what they need to know. */
function isHandedOver(game: Game, thread: ThreadState, transcript: Transcript): boolean {
  const wanted = threadOf(game, thread.id).mustHandOver
  if (!wanted || thread.handedOver === null) return false
  const { to, act: index } = thread.handedOver
  const act = index === null ? undefined : transcript[index]?.act
  const told = act?.do === 'hand-over' ? game.recognise(act.text) : []
  return wanted.to.includes(to) && wanted.says.every((fact) => told.includes(fact))
}
