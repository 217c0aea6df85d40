import type { Locale } from '../locale.ts'
import type { SampleList } from './common.ts'
import { values, writer } from './draw.ts'
import { viewOf } from './inbox/desk.ts'
import { playExample } from './inbox/examples.ts'
import type { InboxContent } from './inbox/schema.ts'
import type { ExampleGrades } from './samples.ts'

/** A sample transcript as it is read: who said what and when, how each conversation ended. */
export interface PlayedExample {
  name: string
  grades: ExampleGrades
  conversations: {
    who: string
    ending: string | null
    messages: { by: string; day: string; clock: string; text: string }[]
  }[]
}

export function playedExamples(
  content: InboxContent,
  locale: Locale,
  list: SampleList = 'examples',
): PlayedExample[] {
  return (content.texts[locale].grader?.[list] ?? []).map((example) => {
    const { game, transcript, state } = playExample(content, locale, example)
    const write = writer(locale, values(content, locale, game.drawn))
    const desk = viewOf(game, locale, 'a', transcript, state)
    return {
      name: write(example.name),
      grades: write(example.grades),
      conversations: desk.threads.map(({ id, who, messages }) => ({
        who,
        ending: state.threads.find((thread) => thread.id === id)?.ended ?? null,
        messages: messages.map(({ by, day, clock, text }) => ({ by, day, clock, text: write(text) })),
      })),
    }
  })
}
