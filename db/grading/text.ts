import { eq } from 'drizzle-orm'
import type { Locale } from '#app/domain/locale.ts'
import { hideNames } from '#app/domain/masking.ts'
import { type Answer, bodyText, type Passage, passages, readAnswer } from '#app/domain/scenario/body.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'
import { candidateView } from '#app/domain/scenario/views.ts'
import type { Db, Tx } from '../client.ts'
import { persons } from '../schema/index.ts'

export interface GradedText {
  answer: Answer
  /** Everything that was written, the author's name hidden. Quotes are offsets into it. */
  text: string
  passages: Passage[]
}

/**
 * An answer as graders read it. The author's name is looked up here, to hide it in what they wrote, and goes no
 * further.
 */
export async function gradedText(
  db: Db | Tx,
  content: ScenarioContent,
  input: { body: unknown; personId: string; locale: Locale; seed: number },
): Promise<GradedText> {
  const answer = readAnswer(content, input.body)
  if (!answer) throw new Error(`an answer to ${content.key} that cannot be read`)
  const written = bodyText(content, answer)
  const [author] = await db
    .select({ name: persons.name, email: persons.email })
    .from(persons)
    .where(eq(persons.id, input.personId))
  const shown = JSON.stringify(candidateView(content, input.locale, String(input.seed)))
  const text = author ? hideNames(written, author, shown) : written
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
