import type { z } from 'zod'
import type { Locale } from '#app/domain/locale.ts'
import { firstDraw } from '#app/domain/scenario/draw.ts'
import { inboxContent, inboxStructure, inboxTexts, type Pattern } from '#app/domain/scenario/inbox/schema.ts'
import { minute, type ThreadState } from '#app/domain/scenario/inbox/state.ts'
import {
  type Act,
  type Game,
  type InboxContent,
  inboxSignals,
  play,
  recogniserFor,
  type State,
  type TimedAct,
} from '#app/domain/scenario/inbox.ts'

type Structure = Partial<z.input<typeof inboxStructure>>

/** One chat about a lost umbrella: as little as an inbox can be. Tests change what they are about. */
const umbrella = {
  key: 'umbrella',
  kind: 'inbox',
  use: 'graded',
  status: 'draft',
  minutes: 5,
  opens: '09:00',
  parameters: { number: { a: { number: '7' }, b: { number: '8' } } },
  calm: ['calm'],
  facts: [{ id: 'found' }, { id: 'where' }, { id: 'rude', suspect: 'rude' }],
  steps: [{ id: 'talk', write: true, tools: ['note', 'tag', 'promise', 'hand-over', 'close'] }],
  threads: [{ id: 'ann', channel: 'chat', says: ['hello'], mood: 'angry', first: 'talk' }],
  rules: [],
} satisfies Structure

const patterns: Record<string, Pattern> = {
  found: { hint: 'It was found.', all: ['umbrella', 'found | here'] },
  where: { hint: 'Where it lies.', all: ['shelf | desk {{number}}'] },
  rude: { hint: 'Rude.', all: ['silly'] },
}

/** A case with the parts of it that a test is about; its lines and labels are their own names. */
export function made(parts: Structure = {}, facts: Record<string, Pattern> = patterns): InboxContent {
  const structure = inboxStructure.parse({ ...umbrella, ...parts })
  const texts = inboxTexts.parse({
    title: 'The umbrella',
    question: 'Where is it?',
    brief: ['Somebody has lost an umbrella.'],
    agent: 'Robin',
    days: ['today', 'tomorrow'],
    recordTitle: 'Record',
    threads: Object.fromEntries(structure.threads.map(({ id }) => [id, { who: id }])),
    grader: { facts },
  })
  return inboxContent.parse({ ...structure, texts: { en: texts, ru: texts, sq: texts }, articles: [] })
}

export function gameOf(
  content: InboxContent,
  named: Record<string, string> = {},
  locale: Locale = 'en',
): Game {
  const drawn = { ...firstDraw(content), ...named }
  return { content, drawn, recognise: recogniserFor(content, locale, drawn) }
}

export const at = (minutes: number, act: Act): TimedAct => ({ at: minutes * minute, act })
export const reply = (text = 'Good morning.', thread = 'ann', promise?: number): Act => ({
  do: 'reply',
  thread,
  text,
  ...(promise !== undefined && { promise }),
})
export const choose = (choice: string, thread = 'ann'): Act => ({ do: 'choose', thread, choice })
export const note = (text = 'Looks for an umbrella.', thread = 'ann'): Act => ({ do: 'note', thread, text })
export const handOver = (to: string, text = 'Please.', thread = 'ann'): Act => ({
  do: 'hand-over',
  thread,
  to,
  text,
})
export const close = (outcome: string, thread = 'ann'): Act => ({ do: 'close', thread, outcome })

/** What has become of the case after these acts, so many minutes on. */
export function played(
  content: InboxContent,
  acts: readonly TimedAct[],
  until: number,
  drawn: Record<string, string> = {},
): State {
  return play(gameOf(content, drawn), acts, until * minute)
}
export function threadIn(state: State, id = 'ann'): ThreadState {
  const found = state.threads.find((thread) => thread.id === id)
  if (!found) throw new Error(`no conversation ${id}`)
  return found
}

export function signalsOf(content: InboxContent, acts: readonly TimedAct[], until: number) {
  const game = gameOf(content)
  return inboxSignals(game, play(game, acts, until * minute), acts)
}
