import type { Locale } from '../../locale.ts'
import { firstDraw } from '../draw.ts'
import type { Act, TimedAct } from './act.ts'
import { allowed } from './allowed.ts'
import { nextDueAt, passTo, play, playOn } from './play.ts'
import { recogniserFor } from './said.ts'
import type { ExampleAct, InboxContent } from './schema.ts'
import { day, type Game, ofDay, type State } from './state.ts'

/** The draw of a sample transcript: what it names, and the first option of everything else. */
export const exampleDraw = (content: InboxContent, named: Record<string, string>) => ({
  ...firstDraw(content),
  ...named,
})

function actOf(row: ExampleAct, content: InboxContent): Act {
  const thread = row.thread ?? content.threads[0]?.id ?? ''
  if (row.reply !== undefined)
    return { do: 'reply', thread, text: row.reply, ...(row.promise && { promise: row.promise }) }
  if (row.choose !== undefined) return { do: 'choose', thread, choice: row.choose }
  if (row.note !== undefined) return { do: 'note', thread, text: row.note }
  if (row.tag !== undefined) return { do: 'tag', thread, tag: row.tag }
  if (row['hand-over'] !== undefined)
    return { do: 'hand-over', thread, to: row['hand-over'], text: row.text ?? '' }
  if (row.close !== undefined) return { do: 'close', thread, outcome: row.close }
  if (row.report !== undefined) return { do: 'report', article: row.report, text: row.text ?? '' }
  throw new Error(`an act at ${row.at} that does nothing`)
}

const shownAt = (at: string) => {
  const [, days, time = ''] = at.match(/^(?:day (\d+) )?(.+)$/) ?? []
  return (Number(days ?? 1) - 1) * day + ofDay(time)
}

/**
 * Lets time pass until the clock of the case shows this. It may go on by itself on the way there, in a rule after so many
 * minutes; a time that it passes over is the moment after.
 */
function passUntil(game: Game, state: State, at: string): void {
  for (;;) {
    const wanted = shownAt(at) - state.offset
    const due = nextDueAt(game, state)
    if (due === null || due > wanted) {
      passTo(game, state, Math.max(wanted, state.at))
      return
    }
    passTo(game, state, due)
  }
}

/**
 * Plays a sample transcript, whose times are those of the case's clock. Throws where an act could not be done, so that
 * an author hears of it: which act, and why.
 */
export function playExample(
  content: InboxContent,
  locale: Locale,
  example: { draw: Record<string, string>; acts: readonly ExampleAct[]; until?: string },
): { game: Game; transcript: TimedAct[]; state: State } {
  const drawn = exampleDraw(content, example.draw)
  const game: Game = { content, drawn, recognise: recogniserFor(content, locale, drawn) }
  const transcript: TimedAct[] = []
  const state = play(game, transcript, 0)
  for (const row of example.acts) {
    passUntil(game, state, row.at)
    const act = actOf(row, content)
    const refused = allowed(game, state, act)
    if (refused) throw new Error(`${row.at}: ${refused}`)
    const timed = { at: state.at, act }
    playOn(game, state, timed, transcript.length)
    transcript.push(timed)
  }
  if (example.until !== undefined) passUntil(game, state, example.until)
  return { game, transcript, state }
}
