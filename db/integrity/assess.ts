import { and, eq } from 'drizzle-orm'
import { type AnswerSigns, type AttemptSigns, assess, type SimilarPair } from '#app/domain/integrity.ts'
import { isActive } from '#app/domain/pipeline.ts'
import { type Answer, bodyText, readAnswer } from '#app/domain/scenario/body.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'
import { fingerprint } from '#app/domain/similarity.ts'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { pinnedScenario } from '../pinned.ts'
import { answers, applications, attempts, integrityEvents, vacancies } from '../schema/index.ts'
import { answersAlike, keepFingerprint } from './alike.ts'
import { openCase } from './open.ts'
import { shownTo } from './shown.ts'
import { signsOf } from './signs.ts'

type Noted = Awaited<ReturnType<typeof signsOf>>
const sum = (rows: Noted, of: 'chars' | 'seconds') =>
  rows.reduce((total, { data }) => total + (data[of] ?? 0), 0)

/** What one answer came to beside what was noted of it. */
function ofAnswer(answerId: string, answer: Answer, text: string, content: ScenarioContent, noted: Noted) {
  const own = noted.filter((sign) => sign.answerId === answerId)
  const kind = (wanted: string) => own.filter((sign) => sign.kind === wanted)
  return {
    answerId,
    finalChars: text.length,
    typedChars: sum(kind('typed'), 'chars'),
    pastedChars: sum(kind('paste'), 'chars'),
    cannedChars: cannedChars(answer, content),
    firstKeySeconds: kind('first-key')[0]?.data.seconds ?? null,
  } satisfies AnswerSigns
}

/** At most what the canned replies that were used are long, in the longest of the languages. */
function cannedChars(answer: Answer, content: ScenarioContent): number {
  if (answer.kind !== 'inbox' || content.kind !== 'inbox') return 0
  return answer.body.acts.reduce((total, { act }) => {
    const macro = act.do === 'reply' ? act.macro : undefined
    if (macro === undefined) return total
    const lengths = Object.values(content.texts).map(({ macros }) => macros[macro]?.text.length ?? 0)
    return total + Math.max(...lengths)
  }, 0)
}

/**
 * After an attempt has ended: keeps its fingerprints, compares them, and opens a case where a person should look. It may
 * run twice and comes to the same. No grade, no stage and no mail depends on it.
 */
export async function assessAttempt(
  db: Db,
  { attemptId, now }: { attemptId: string; now: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const [attempt] = await tx
      .select({
        locale: attempts.locale,
        seed: attempts.seed,
        finishedAt: attempts.finishedAt,
        declaration: attempts.aiDeclaration,
        personId: applications.personId,
        policy: vacancies.aiPolicy,
      })
      .from(attempts)
      .innerJoin(applications, eq(applications.id, attempts.applicationId))
      .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
      .where(eq(attempts.id, attemptId))
    if (!attempt?.finishedAt) return
    const noted = await signsOf(tx, attemptId)
    const own: AnswerSigns[] = []
    const similar: SimilarPair[] = []
    for (const row of await tx.select().from(answers).where(eq(answers.attemptId, attemptId))) {
      const content = await pinnedScenario(tx, row.scenarioHash)
      const answer = readAnswer(content, row.body)
      if (!answer) continue
      const text = bodyText(content, answer)
      own.push(ofAnswer(row.id, answer, text, content, noted))
      if (text === '') continue
      const { locale, personId } = attempt
      const printed = { answerId: row.id, scenarioKey: row.scenarioKey, locale, personId }
      const print = fingerprint(text, shownTo(content, attempt))
      await keepFingerprint(tx, printed, print)
      similar.push(...(await answersAlike(tx, printed, print)))
    }
    const left = noted.filter(({ kind }) => kind === 'left')
    const signs: AttemptSigns = {
      policy: attempt.policy,
      declared: attempt.declaration !== null,
      answers: own,
      left: { times: left.length, seconds: sum(left, 'seconds') },
      devices: noted.filter(({ kind }) => kind === 'device').length,
      similar,
    }
    const { tier, reasons } = assess(signs)
    if (tier !== 'none') await openCase(tx, { attemptId, tier, reasons, now })
    await openTheOthers(tx, similar, now)
    await foldTyped(tx, attemptId, noted, now)
  })
}

/**
 * Two answers that are alike are one question to both: who handed in first has not thereby written it. Only where
 * something still depends on the other one's answer.
 */
async function openTheOthers(tx: Tx, similar: readonly SimilarPair[], now: Date): Promise<void> {
  for (const { answerId, otherId, share, words } of similar) {
    const [other] = await tx
      .select({ attemptId: answers.attemptId, stage: applications.stage })
      .from(answers)
      .innerJoin(attempts, eq(attempts.id, answers.attemptId))
      .innerJoin(applications, eq(applications.id, attempts.applicationId))
      .where(eq(answers.id, otherId))
    if (!other || !isActive(other.stage)) continue
    const pair = { answerId: otherId, otherId: answerId, share, words }
    const nothing = { policy: 'declared', declared: true, answers: [], devices: 0 } as const
    const { tier, reasons } = assess({ ...nothing, left: { times: 0, seconds: 0 }, similar: [pair] })
    if (tier !== 'none') await openCase(tx, { attemptId: other.attemptId, tier, reasons, now })
  }
}

/** Of the many small counts of typing one a part is left: more is not needed any longer. */
async function foldTyped(tx: Tx, attemptId: string, noted: Noted, now: Date): Promise<void> {
  const typed = noted.filter(({ kind }) => kind === 'typed')
  const parts = [...new Set(typed.map(({ answerId }) => answerId))]
  if (typed.length === parts.length) return
  await tx
    .delete(integrityEvents)
    .where(and(eq(integrityEvents.attemptId, attemptId), eq(integrityEvents.kind, 'typed')))
  for (const answerId of parts) {
    const rows = typed.filter((sign) => sign.answerId === answerId)
    const id = newId(now.getTime())
    const at = rows.at(-1)?.at ?? now
    const data = { chars: sum(rows, 'chars') }
    await tx
      .insert(integrityEvents)
      .values({ id, attemptId, answerId, kind: 'typed', data, at, batch: id, place: 0 })
  }
}
