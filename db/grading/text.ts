import type { Locale } from '#app/domain/locale.ts'
import { hideNames } from '#app/domain/masking.ts'
import { type Answer, bodyText, type Passage, passages, readAnswer } from '#app/domain/scenario/body.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'
import { candidateView } from '#app/domain/scenario/views.ts'

export interface GradedText {
  answer: Answer
  /** Everything that was written, the author's name hidden. Quotes are offsets into it. */
  text: string
  passages: Passage[]
}

/** Who wrote it: looked up to be hidden in what they wrote, and never passed on. */
export interface Author {
  name: string
  email: string
}

/** An answer as graders read it, its author's name hidden. */
export function gradedText(
  content: ScenarioContent,
  input: { body: unknown; author: Author; locale: Locale; seed: number },
): GradedText {
  const answer = readAnswer(content, input.body)
  if (!answer) throw new Error(`an answer to ${content.key} that cannot be read`)
  const written = bodyText(content, answer)
  const shown = () => JSON.stringify(candidateView(content, input.locale, String(input.seed)))
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

/** Nothing was written here, so that nobody need be asked to grade it. */
export function blank(content: ScenarioContent, body: unknown): boolean {
  const answer = readAnswer(content, body)
  return !answer || passages(content, answer).length === 0
}

export const findingsOf = (answer: Answer): string[] =>
  answer.kind === 'page-review' ? answer.body.findings.map(({ id }) => id) : []
