import type { Locale } from '#app/domain/locale.ts'
import { type Author, hideNames } from '#app/domain/masking.ts'
import { type Answer, bodyText, type Passage, passages, readAnswer } from '#app/domain/scenario/body.ts'
import { deskView } from '#app/domain/scenario/inbox.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'
import { candidateView } from '#app/domain/scenario/views.ts'

export interface GradedText {
  answer: Answer
  /** Everything that was written, the author's name hidden. Quotes are offsets into it. */
  text: string
  passages: Passage[]
}

export type { Author }

/** An answer as graders read it, its author's name hidden. */
export function gradedText(
  content: ScenarioContent,
  input: { body: unknown; author: Author; locale: Locale; seed: number | string },
): GradedText {
  const answer = readAnswer(content, input.body)
  if (!answer) throw new Error(`an answer to ${content.key} that cannot be read`)
  const written = bodyText(content, answer)
  const seed = String(input.seed)
  const shown = () =>
    // A line that ends is no letter before the next.
    JSON.stringify([
      candidateView(content, input.locale, seed),
      spoken(content, answer, input.locale, seed),
    ]).replaceAll('\\n', ' ')
  const text = hideNames(written, input.author, shown)
  return {
    answer,
    text,
    passages: passages(content, answer).map((passage) => ({
      ...passage,
      text: text.slice(passage.start, passage.end),
    })),
  }
}

/** The people of an inbox and what they say: their names are nobody's secret. */
function spoken(content: ScenarioContent, answer: Answer, locale: Locale, seed: string): unknown {
  if (content.kind !== 'inbox' || answer.kind !== 'inbox') return null
  const { record, threads } = deskView(content, locale, seed, answer.body.acts, answer.body.until)
  return [
    record,
    threads.map(({ who, about, subject, record: own, messages }) => [
      who,
      about,
      subject,
      own,
      messages.flatMap(({ by, text }) => (by === 'customer' ? [text] : [])),
    ]),
  ]
}

/** Nothing was written here, so that nobody need be asked to grade it. */
export function blank(content: ScenarioContent, body: unknown): boolean {
  const answer = readAnswer(content, body)
  return !answer || passages(content, answer).length === 0
}

export const findingsOf = (answer: Answer): string[] =>
  answer.kind === 'page-review' ? answer.body.findings.map(({ id }) => id) : []

/** With the quoted words as they are shown now: something may have been hidden since they were marked. */
export const asShown = <Grade extends { quotes: { start: number; end: number; text: string }[] }>(
  { text }: Pick<GradedText, 'text'>,
  grade: Grade,
): Grade => ({
  ...grade,
  quotes: grade.quotes.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
})
