import { and, desc, eq } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import {
  agreementDocument,
  agreementInForce,
  agreementVersions,
  type Clause,
  clausesToSign,
  type RulesQuiz,
} from '#app/domain/house-rules.ts'
import type { Locale } from '#app/domain/locale.ts'
import { type QuizChoices, quizResult } from '#app/domain/onboarding.ts'
import { signsAs } from '#app/domain/typed-name.ts'
import type { Db, Tx } from './client.ts'
import { record } from './events.ts'
import { newId } from './id.ts'
import { factsOfOne, holdOwn, ledgerOf, markDone, subjectOf } from './newcomers/facts.ts'
import { acknowledgements, clauseReadings, quizTries } from './schema/index.ts'

/** The newest signature of the agreement, of whatever version. */
export async function latestAcknowledgement(db: Db | Tx, newcomerId: string) {
  const { version, textHash, typedName, locale, at } = acknowledgements
  const [row] = await db
    .select({ version, textHash, typedName, locale, at })
    .from(acknowledgements)
    .where(and(eq(acknowledgements.newcomerId, newcomerId), eq(acknowledgements.document, agreementDocument)))
    .orderBy(desc(at), desc(acknowledgements.id))
    .limit(1)
    .execute()
  return row ?? null
}

interface Own {
  viewer: StaffViewer
  now: Date
}

export const readingsOf = async (db: Db | Tx, newcomerId: string): Promise<string[]> =>
  (
    await db
      .select({ clause: clauseReadings.clause })
      .from(clauseReadings)
      .where(eq(clauseReadings.newcomerId, newcomerId))
      .execute()
  ).map(({ clause }) => clause)

/** A clause of the agreement in force was read. Once; a second time changes nothing. */
export async function readClause(
  db: Db,
  input: Own & { clause: string },
): Promise<{ ok: true } | { refused: 'clause-unknown' } | null> {
  const { viewer, clause, now } = input
  return db.transaction(async (tx) => {
    const newcomer = await holdOwn(tx, viewer)
    if (!newcomer) return null
    if (!agreementInForce.clauses.some((key) => key === clause)) return { refused: 'clause-unknown' }
    const made = await tx
      .insert(clauseReadings)
      .values({ id: newId(now.getTime()), newcomerId: newcomer.id, clause, at: now })
      .onConflictDoNothing()
      .returning({ id: clauseReadings.id })
    if (made.length > 0)
      await record(tx, { ...ledgerOf(newcomer), by: viewer, now, kind: 'clause-read', data: { clause } })
    return { ok: true }
  })
}

/**
 * Signs the agreement in force. `seen` is the hash of the text that stood on the page, `text` the one that would stand
 * there now: nobody signs what they have not had before their eyes. Signed twice it is the first signature that counts.
 */
export async function signAgreement(
  db: Db,
  input: Own & { typedName: string; locale: Locale; seen: string; text: { hash: string } },
): Promise<
  | { ok: true }
  | { refused: 'agreement-changed' | 'name-differs' }
  | { refused: 'clauses-unread'; clauses: Clause[] }
  | null
> {
  const { viewer, now, typedName, locale, text } = input
  return db.transaction(async (tx) => {
    const newcomer = await holdOwn(tx, viewer)
    if (!newcomer) return null
    const { signedAgreement, currentAgreement: version } = await factsOfOne(tx, newcomer.id)
    if (signedAgreement === version) return { ok: true }
    if (input.seen !== text.hash) return { refused: 'agreement-changed' }
    if (!signsAs(typedName, viewer.name)) return { refused: 'name-differs' }
    const read = await readingsOf(tx, newcomer.id)
    const unread = clausesToSign<Clause>(agreementVersions, signedAgreement).filter(
      (clause) => !read.includes(clause),
    )
    if (unread.length > 0) return { refused: 'clauses-unread', clauses: unread }
    await tx.insert(acknowledgements).values({
      id: newId(now.getTime()),
      newcomerId: newcomer.id,
      document: agreementDocument,
      version,
      locale,
      textHash: text.hash,
      typedName,
      at: now,
    })
    await markDone(tx, { newcomerId: newcomer.id, key: 'agreement', by: viewer.userId, now })
    const data = { document: agreementDocument, version, locale, textHash: text.hash }
    await record(tx, { ...subjectOf(newcomer), by: viewer, now, kind: 'agreement-signed', data })
    return { ok: true }
  })
}

/** What was chosen in every try at this version of the quiz, oldest first. */
export async function triesOf(
  db: Db | Tx,
  newcomerId: string,
  version: string,
): Promise<{ choices: QuizChoices; passed: boolean; at: Date }[]> {
  return db
    .select({ choices: quizTries.choices, passed: quizTries.passed, at: quizTries.at })
    .from(quizTries)
    .where(and(eq(quizTries.newcomerId, newcomerId), eq(quizTries.version, version)))
    .orderBy(quizTries.id)
    .execute()
}

/**
 * One try at the rules quiz. Everything that is still asked must be answered; what was right before stays right. Every
 * try is kept, also the wrong one.
 */
export async function tryQuiz(
  db: Db,
  input: Own & { quiz: RulesQuiz; choices: QuizChoices },
): Promise<
  | { ok: true; passed: boolean; wrong: string[] }
  | { refused: 'agreement-unsigned' }
  | { refused: 'questions-open'; questions: string[] }
  | null
> {
  const { viewer, now, quiz } = input
  return db.transaction(async (tx) => {
    const newcomer = await holdOwn(tx, viewer)
    if (!newcomer) return null
    const facts = await factsOfOne(tx, newcomer.id)
    if (facts.signedAgreement !== facts.currentAgreement) return { refused: 'agreement-unsigned' }
    const earlier = (await triesOf(tx, newcomer.id, quiz.version)).map(({ choices }) => choices)
    const { ask, passed: passedBefore } = quizResult(quiz.questions, earlier)
    if (passedBefore) return { ok: true, passed: true, wrong: [] }
    const questions = ask.filter((key) => !input.choices[key])
    if (questions.length > 0) return { refused: 'questions-open', questions }
    const choices = Object.fromEntries(ask.map((key) => [key, input.choices[key] ?? '']))
    const { passed, wrong } = quizResult(quiz.questions, [...earlier, choices])
    const { version } = quiz
    await tx
      .insert(quizTries)
      .values({ id: newId(now.getTime()), newcomerId: newcomer.id, version, choices, passed, at: now })
    if (passed) await markDone(tx, { newcomerId: newcomer.id, key: 'rules-quiz', by: viewer.userId, now })
    const data = { version, passed, wrong: wrong.length }
    await record(tx, { ...subjectOf(newcomer), by: viewer, now, kind: 'quiz-tried', data })
    return { ok: true, passed, wrong }
  })
}
