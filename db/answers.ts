import { randomUUID } from 'node:crypto'
import { and, eq, exists, gt, gte, sql } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import { type SaveVerdict, saveVerdict } from '#app/domain/attempt.ts'
import { same } from '#app/domain/same.ts'
import { asTyped, bodyText, readAnswer, wordCount } from '#app/domain/scenario/body.ts'
import type { Db, Tx } from './client.ts'
import { newId } from './id.ts'
import { pinnedScenario } from './pinned.ts'
import { answerRevisions, answers, applications, attempts } from './schema/index.ts'

/** The server's text, given to whoever tried to save over a newer one. */
export interface ServerCopy {
  rev: number
  body: unknown
  savedAt: Date | null
}

export type SaveResult =
  | { ok: true; rev: number; savedAt: Date; late: boolean; deadlineAt: Date | null }
  /** `superseded`: this very save has arrived with later words, on which the server's text stands. */
  | { refused: 'stale'; server: ServerCopy; superseded?: true }
  | { refused: 'time-over'; deadlineAt: Date }
  | { refused: 'already-submitted' }
  | { refused: 'not-open' | 'sitting-over' }
  | { refused: 'answer-shape' }

export interface SaveInput {
  viewer: CandidateViewer
  answerId: string
  /** The browser's name for this save: the same save again has the same result and is kept once. */
  saveId: string
  /** The revision that the text was written on top of. */
  baseRev: number
  /** Saves of the same browser on that revision whose answers it never heard: where they arrived, this one follows them. */
  after?: readonly string[]
  body: unknown
  /** The page was closing: nothing of this save can be newer. */
  leaving?: boolean
  /** When the save arrived; that, and not the commit, is held against the deadline. */
  now: Date
}

/** The attempt held shared: saves do not wait for each other, handing in waits for them and they for it. */
async function holdAnswer(tx: Tx, { viewer, answerId, saveId }: SaveInput) {
  const earlier = tx
    .select({ id: answerRevisions.id })
    .from(answerRevisions)
    .where(and(eq(answerRevisions.answerId, answerId), eq(answerRevisions.saveId, saveId)))
  const [row] = await tx
    .select({
      scenarioHash: answers.scenarioHash,
      status: attempts.status,
      deadlineAt: attempts.deadlineAt,
      finishedAt: attempts.finishedAt,
      over: sql<boolean>`${answers.sitting} <> ${attempts.sitting} or ${attempts.restingSince} is not null`,
      stage: applications.stage,
      known: exists(earlier).mapWith(Boolean),
    })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .where(and(eq(answers.id, answerId), eq(attempts.applicationId, viewer.applicationId)))
    .for('share', { of: attempts })
  return row
}

/**
 * Keeps what a candidate wrote. Only a text that stands on the newest revision and arrived in time becomes the answer;
 * every other one is kept as a branch, so that nothing typed is lost: what is stale, what is late, what came after
 * handing in.
 */
export async function saveAnswer(db: Db, sent: SaveInput): Promise<SaveResult | null> {
  return db.transaction(async (tx) => {
    const held = await holdAnswer(tx, sent)
    if (!held) return null
    const content = await pinnedScenario(tx, held.scenarioHash)
    const read = readAnswer(content, sent.body)
    if (!read) return { refused: 'answer-shape' }
    const answer = asTyped(read)
    const input = { ...sent, body: answer.body }
    const verdict = saveVerdict({
      deadline: held.deadlineAt,
      receivedAt: input.now,
      submittedAt: held.status === 'submitted' ? held.finishedAt : null,
    })
    const open = verdict === 'ok' || verdict === 'late-in-grace'
    const counts = open && !held.over && (held.stage === 'assignment' || held.status === 'expired')
    // In an inbox the words that count are those that were sent.
    const words = answer.kind === 'inbox' ? null : wordCount(bodyText(content, answer))
    const become: Become = async (save) => {
      const saved = counts && (await advance(tx, save, save.body, words))
      if (!saved) return null
      const late = verdict !== 'ok'
      if (!(await keep(tx, save, { rev: saved.rev, branch: false, late })))
        throw new Error('one save cannot be kept for two revisions')
      return { ok: true, rev: saved.rev, savedAt: save.now, late, deadlineAt: held.deadlineAt }
    }
    if (held.known) return again(tx, input, held, become)
    const saved = await become(input)
    if (saved) return saved
    const server = await serverCopy(tx, input.answerId)
    const kept = await keep(tx, input, { rev: server.rev, branch: true, late: verdict !== 'ok' })
    // The same save arrived twice at once, and the other one was first.
    return kept ? refusal(verdict, held, server) : again(tx, input, held, become)
  })
}

/**
 * The one statement in which a text becomes the answer: only on top of the revision that it was written on, or of the
 * same browser's own saves since, whose answers got lost.
 */
async function advance(
  tx: Tx,
  { answerId, baseRev, after = [], now }: SaveInput,
  body: unknown,
  words: number | null,
) {
  const own = after.length > 0 && (await onlyOwnSince(tx, { answerId, baseRev, after }))
  const [row] = await tx
    .update(answers)
    .set({ rev: sql`${answers.rev} + 1`, body, savedAt: now, ...(words !== null && { wordCount: words }) })
    .where(and(eq(answers.id, answerId), own ? gte(answers.rev, baseRev) : eq(answers.rev, baseRev)))
    .returning({ rev: answers.rev })
  return row
}

/** Holds the answer first, so that what is read of its revisions is still so when the update comes. */
async function onlyOwnSince(
  tx: Tx,
  { answerId, baseRev, after }: { answerId: string; baseRev: number; after: readonly string[] },
): Promise<boolean> {
  await tx.select({ rev: answers.rev }).from(answers).where(eq(answers.id, answerId)).for('update')
  const since = await tx
    .select({ saveId: answerRevisions.saveId })
    .from(answerRevisions)
    .where(
      and(
        eq(answerRevisions.answerId, answerId),
        eq(answerRevisions.branch, false),
        gt(answerRevisions.rev, baseRev),
      ),
    )
  return since.every(({ saveId }) => after.includes(saveId))
}

/** False when this save is there already. */
async function keep(
  tx: Tx,
  { answerId, baseRev, saveId, body, now }: SaveInput,
  as: { rev: number; branch: boolean; late: boolean },
): Promise<boolean> {
  const rows = await tx
    .insert(answerRevisions)
    .values({ id: newId(now.getTime()), answerId, baseRev, saveId, body, receivedAt: now, ...as })
    .onConflictDoNothing({ target: [answerRevisions.answerId, answerRevisions.saveId] })
    .returning({ id: answerRevisions.id })
  return rows.length > 0
}

async function serverCopy(tx: Tx, answerId: string): Promise<ServerCopy> {
  const [row] = await tx
    .select({ rev: answers.rev, body: answers.body, savedAt: answers.savedAt })
    .from(answers)
    .where(eq(answers.id, answerId))
  if (!row) throw new Error('an answer vanished while it was held')
  return row
}

/** Makes a text the answer, if it may still count and stands on the newest revision. */
type Become = (save: SaveInput) => Promise<(SaveResult & { ok: true }) | null>

type HeldAnswer = NonNullable<Awaited<ReturnType<typeof holdAnswer>>>

function refusal(verdict: SaveVerdict, held: HeldAnswer, server: ServerCopy): SaveResult {
  if (verdict === 'submitted') return { refused: 'already-submitted' }
  if (verdict === 'too-late' && held.deadlineAt) return { refused: 'time-over', deadlineAt: held.deadlineAt }
  if (held.stage !== 'assignment' && held.status !== 'expired') return { refused: 'not-open' }
  if (held.over) return { refused: 'sitting-over' }
  return { refused: 'stale', server }
}

/**
 * The same save a second time: the result that the first one had. Under the same name but with another text it is one
 * sentence at two moments: as it was kept on a device while it was typed, and as it left with its page. The later one
 * becomes the answer in whichever order they come; the other is kept as a branch.
 */
async function again(tx: Tx, input: SaveInput, held: HeldAnswer, become: Become): Promise<SaveResult> {
  const [first] = await tx
    .select()
    .from(answerRevisions)
    .where(and(eq(answerRevisions.answerId, input.answerId), eq(answerRevisions.saveId, input.saveId)))
  if (!first) throw new Error('a save that is there is not there')
  const { rev, late, branch, receivedAt } = first
  const server = await serverCopy(tx, input.answerId)
  if (!same(first.body, input.body)) {
    const other = { ...input, saveId: randomUUID(), baseRev: rev, after: [] }
    const saved = input.leaving && !branch ? await become(other) : null
    if (saved) return saved
    await keep(tx, other, { rev: server.rev, branch: true, late })
    return { refused: 'stale', server, ...(!branch && !input.leaving && { superseded: true as const }) }
  }
  if (!branch) return { ok: true, rev, savedAt: receivedAt, late, deadlineAt: held.deadlineAt }
  const submittedAt =
    held.status === 'submitted' && held.finishedAt && held.finishedAt <= receivedAt ? held.finishedAt : null
  return refusal(saveVerdict({ deadline: held.deadlineAt, receivedAt, submittedAt }), held, server)
}
