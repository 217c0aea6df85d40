import { z } from 'zod'
import type { Locale } from '../../locale.ts'
import { act } from './act.ts'
import { type ActRefusal, allowed } from './allowed.ts'
import { type DeskView, gameOf, shownDesk, viewOf } from './desk.ts'
import { play } from './play.ts'
import type { InboxContent } from './schema.ts'
import type { State, Transcript } from './state.ts'

/** Longer than anybody tries a case. */
const longest = 4 * 60 * 60_000
const mostActs = 400
const time = z.number().int().min(0).max(longest)

/** Everything that was done so far: an inbox that is only tried is kept nowhere. */
export const triedActs = z
  .strictObject({ acts: z.array(z.strictObject({ at: time, act })).max(mostActs), until: time })
  .refine(({ acts }) => acts.every(({ at }, index) => at >= (acts[index - 1]?.at ?? 0)), 'back in time')
export type TriedActs = z.infer<typeof triedActs>

export interface TriedDesk {
  acts: number
  desk: DeskView
  /** Why the last act was not done. */
  refused: ActRefusal | null
}

/** An inbox to try, played from its beginning at every request. The last act may be refused; the others were not. */
export function tryInbox(
  content: InboxContent,
  locale: Locale,
  seed: string,
  { acts, until }: TriedActs,
): TriedDesk {
  const game = gameOf(content, locale, seed)
  const shown = (transcript: Transcript, state: State, refused: ActRefusal | null): TriedDesk => ({
    acts: transcript.length,
    desk: shownDesk(viewOf(game, locale, seed, transcript, state)),
    refused,
  })
  const last = acts.at(-1)
  if (last) {
    const before = acts.slice(0, -1)
    const state = play(game, before, last.at)
    const refused = allowed(game, state, last.act)
    if (refused) return shown(before, state, refused)
  }
  return shown(acts, play(game, acts, Math.max(until, last?.at ?? 0)), null)
}
