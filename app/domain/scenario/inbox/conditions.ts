import type { AllOf, Condition } from './schema.ts'
import { day, type Game, type State, type ThreadState } from './state.ts'

/** The facts in the reply that is being answered. */
export interface Now {
  said: readonly string[]
}

function holdsAll(wanted: AllOf, game: Game, state: State, thread: ThreadState, now: Now): boolean {
  const written = (id: string) =>
    state.threads.some((other) => other.id === id && other.entries.some(({ by }) => by === 'agent'))
  const over = (id: string) => state.threads.some((other) => other.id === id && other.ended !== null)
  const last = thread.lines.at(-1)
  const { mood, outcome } = thread
  return (
    (wanted.said?.every((fact) => thread.said.has(fact)) ?? true) &&
    (wanted['said-now']?.some((fact) => now.said.includes(fact)) ?? true) &&
    (wanted['not-said']?.every((fact) => !thread.said.has(fact)) ?? true) &&
    Object.entries(wanted.choice ?? {}).every(([step, choices]) =>
      choices.includes(thread.choices[step] ?? ''),
    ) &&
    (wanted.mood === undefined || (mood !== null && wanted.mood.includes(mood))) &&
    Object.entries(wanted.drawn ?? {}).every(([parameter, options]) =>
      options.includes(game.drawn[parameter] ?? ''),
    ) &&
    (wanted['last-line'] === undefined || (last !== undefined && wanted['last-line'].includes(last))) &&
    (wanted['not-line']?.every((line) => !thread.lines.includes(line)) ?? true) &&
    (wanted.outcome === undefined || (outcome !== null && wanted.outcome.includes(outcome))) &&
    (wanted['handed-over'] === undefined || wanted['handed-over'] === (thread.handedOver !== null)) &&
    (wanted['written-in']?.every(written) ?? true) &&
    (wanted['not-written-in']?.every((id) => !written(id)) ?? true) &&
    (wanted.ending?.includes(thread.ended ?? '') ?? true) &&
    (wanted.ended?.every(over) ?? true) &&
    (wanted.day === undefined || Math.floor((state.at + state.offset) / day) + 1 >= wanted.day)
  )
}

export function holds(
  condition: Condition | undefined,
  game: Game,
  state: State,
  thread: ThreadState,
  now: Now = { said: [] },
): boolean {
  if (condition === undefined) return true
  const sets = Array.isArray(condition) ? condition : [condition]
  return sets.some((wanted) => holdsAll(wanted, game, state, thread, now))
}
