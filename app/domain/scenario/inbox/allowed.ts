import type { Act } from './act.ts'
import { stepOf, threadOf } from './play.ts'
import { type Game, isOpen, type State } from './state.ts'

export const actRefusals = [
  'conversation-over',
  'not-here-yet',
  'not-in-this-step',
  'unknown-choice',
] as const
export type ActRefusal = (typeof actRefusals)[number]

/** May this be done now? The server asks before it takes an act down, so that a transcript holds no act that could not be. */
export function allowed(game: Game, state: State, act: Act): ActRefusal | null {
  const { content } = game
  if (act.do === 'report') return content.handbook.includes(act.article) ? null : 'unknown-choice'
  const thread = state.threads.find(({ id }) => id === act.thread)
  if (!thread || thread.arrivedAt === null) return 'not-here-yet'
  const step = stepOf(game, thread.step)
  // What the case was is chosen when it is over, where the conversation has ended by itself.
  if (act.do === 'close') {
    const offered = threadOf(game, thread.id).outcomes?.offered ?? []
    if (!offered.includes(act.outcome)) return 'unknown-choice'
    if (!isOpen(thread)) return thread.outcome === null ? null : 'conversation-over'
    return step?.tools.includes('close') ? null : 'not-in-this-step'
  }
  if (!isOpen(thread)) return 'conversation-over'
  switch (act.do) {
    case 'reply':
      if (
        act.promise !== undefined &&
        !(step?.tools.includes('promise') && content.promises.includes(act.promise))
      )
        return 'unknown-choice'
      return step?.write ? null : 'not-in-this-step'
    case 'choose':
      if (!step?.choose) return 'not-in-this-step'
      return step.choose.includes(act.choice) ? null : 'unknown-choice'
    case 'note':
      return step?.tools.includes('note') ? null : 'not-in-this-step'
    case 'tag':
      if (!content.tags.includes(act.tag)) return 'unknown-choice'
      return step?.tools.includes('tag') ? null : 'not-in-this-step'
    case 'hand-over':
      if (!content.desks.includes(act.to)) return 'unknown-choice'
      return step?.tools.includes('hand-over') ? null : 'not-in-this-step'
  }
}
