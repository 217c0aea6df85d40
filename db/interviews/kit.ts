import { asc, eq } from 'drizzle-orm'
import { drawnAnswers } from '#app/domain/interview.ts'
import type { Locale } from '#app/domain/locale.ts'
import { passages, readAnswer } from '#app/domain/scenario/body.ts'
import type { Db } from '../client.ts'
import { pinnedScenario } from '../pinned.ts'
import { answers, attempts } from '../schema/index.ts'

/** An answer of the candidate's own, to be defended and changed live. */
export interface KitAnswer {
  id: string
  scenario: string
  lang: Locale
  texts: string[]
}
/** Two answers that show what the person wrote; the same two for everybody who asks. */
export async function kitOf(db: Db, applicationId: string): Promise<KitAnswer[]> {
  const rows = await db
    .select({
      id: answers.id,
      body: answers.body,
      hash: answers.scenarioHash,
      locale: attempts.locale,
    })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .where(eq(attempts.applicationId, applicationId))
    .orderBy(asc(answers.position))
  const written: KitAnswer[] = []
  for (const { id, body, hash, locale } of rows) {
    const content = await pinnedScenario(db, hash)
    const answer = readAnswer(content, body)
    const texts = answer ? passages(content, answer).map(({ text }) => text) : []
    if (texts.length > 0) written.push({ id, scenario: content.texts[locale].title, lang: locale, texts })
  }
  return drawnAnswers(applicationId, written)
}
