import { and, asc, eq, sql } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import { saveVerdict } from '#app/domain/attempt.ts'
import { countWords } from '#app/domain/characters.ts'
import { readAnswer } from '#app/domain/scenario/body.ts'
import { unsent } from '#app/domain/scenario/inbox/drafts.ts'
import {
  type Act,
  type ActRefusal,
  allowed,
  type DeskView,
  type Game,
  gameOf,
  play,
  playOn,
  shownDesk,
  type TimedAct,
  viewOf,
} from '#app/domain/scenario/inbox.ts'
import type { Db, Tx } from './client.ts'
import { heardNow } from './integrity/heard.ts'
import { pinnedScenario } from './pinned.ts'
import { acts, answers, applications, attempts } from './schema/index.ts'

/** Between two signs of life at most this much counts as the candidate's own time. */
const longestBeat = 45_000

/** The desk as it is now, and how many acts it rests on. */
export interface Desk {
  acts: number
  desk: DeskView
}
export type InboxRefusal =
  | ActRefusal
  | 'time-over'
  | 'already-submitted'
  | 'not-open'
  | 'sitting-over'
  | 'not-opened'
  | 'stale'
  | 'too-many-acts'

interface Looking {
  viewer: CandidateViewer
  answerId: string
  now: Date
}

/** The attempt and the answer, held: who acts in another tab waits. Null for another kind of part, or somebody else's. */
async function holdCase(tx: Tx, { viewer, answerId }: Looking) {
  const [row] = await tx
    .select({ attempt: attempts, answer: answers, stage: applications.stage })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .where(and(eq(answers.id, answerId), eq(attempts.applicationId, viewer.applicationId)))
    .for('update', { of: [attempts] })
  if (!row) return null
  const content = await pinnedScenario(tx, row.answer.scenarioHash)
  return content.kind === 'inbox' ? { ...row, content } : null
}
type HeldCase = NonNullable<Awaited<ReturnType<typeof holdCase>>>

function closed({ attempt, answer, stage }: HeldCase, now: Date): InboxRefusal | null {
  const verdict = saveVerdict({
    deadline: attempt.deadlineAt,
    receivedAt: now,
    submittedAt: attempt.status === 'submitted' ? attempt.finishedAt : null,
  })
  if (verdict === 'submitted') return 'already-submitted'
  if (verdict === 'too-late') return 'time-over'
  if (attempt.restingSince || answer.sitting !== attempt.sitting) return 'sitting-over'
  return attempt.status === 'started' && stage === 'assignment' ? null : 'not-open'
}

/** The candidate is here: their own time goes on. Returns it, in milliseconds. */
async function attend(tx: Tx, { attempt }: HeldCase, now: Date): Promise<number> {
  const since = attempt.attendedAt ? now.getTime() - attempt.attendedAt.getTime() : 0
  const attendedMs = attempt.attendedMs + Math.min(Math.max(since, 0), longestBeat)
  await tx
    .update(attempts)
    .set({ attendedMs, attendedAt: now, ...heardNow(now) })
    .where(eq(attempts.id, attempt.id))
  return attendedMs
}

/** A case is asked for every few seconds while it is worked: what recognises the words is made once. */
const games = new Map<string, Game>()
function gameFor({ attempt, content }: Pick<HeldCase, 'attempt' | 'content'>): Game {
  const name = `${content.key} ${attempt.id}`
  const known = games.get(name)
  if (known?.content === content) return known
  const [oldest] = games.keys()
  if (games.size >= mostGames && oldest !== undefined) games.delete(oldest)
  const made = gameOf(content, attempt.locale, String(attempt.seed))
  games.set(name, made)
  return made
}
const mostGames = 400

export async function transcriptOf(tx: Db | Tx, answerId: string): Promise<TimedAct[]> {
  const rows = await tx
    .select({ at: acts.atMs, act: acts.act })
    .from(acts)
    .where(eq(acts.answerId, answerId))
    .orderBy(asc(acts.seq))
  return rows
}

function deskAt(held: Pick<HeldCase, 'attempt' | 'content'>, transcript: TimedAct[], at: number): Desk {
  const game = gameFor(held)
  const view = viewOf(
    game,
    held.attempt.locale,
    String(held.attempt.seed),
    transcript,
    play(game, transcript, at),
  )
  return { acts: transcript.length, desk: shownDesk(view) }
}

/** Opens the case: from here on its clock runs. Opened twice, it is open. */
export async function openCase(
  db: Db,
  input: Looking,
): Promise<({ ok: true } & Desk) | { refused: InboxRefusal } | null> {
  return db.transaction(async (tx) => {
    const held = await holdCase(tx, input)
    if (!held) return null
    const refused = closed(held, input.now)
    if (refused) return { refused }
    const attendedMs = await attend(tx, held, input.now)
    const openedMs = held.answer.openedMs ?? attendedMs
    if (held.answer.openedMs === null)
      await tx
        .update(answers)
        .set({ openedMs, firstViewedAt: sql`coalesce(${answers.firstViewedAt}, ${input.now.toISOString()})` })
        .where(eq(answers.id, input.answerId))
    return { ok: true, ...deskAt(held, await transcriptOf(tx, input.answerId), attendedMs - openedMs) }
  })
}

/** A sign of life, and the desk as it is now. */
export async function lookAtCase(
  db: Db,
  input: Looking,
): Promise<({ ok: true } & Desk) | { refused: InboxRefusal } | null> {
  return db.transaction(async (tx) => {
    const held = await holdCase(tx, input)
    if (!held) return null
    const refused = closed(held, input.now)
    if (refused) return { refused }
    if (held.answer.openedMs === null) return { refused: 'not-opened' }
    const at = (await attend(tx, held, input.now)) - held.answer.openedMs
    return { ok: true, ...deskAt(held, await transcriptOf(tx, input.answerId), at) }
  })
}

/** The desk for a page that is loaded: nothing goes on by looking at it. Null before it is opened. */
export async function deskOf(db: Db, { viewer, answerId }: Omit<Looking, 'now'>): Promise<Desk | null> {
  const [row] = await db
    .select({ attempt: attempts, openedMs: answers.openedMs, hash: answers.scenarioHash })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .where(and(eq(answers.id, answerId), eq(attempts.applicationId, viewer.applicationId)))
  if (row?.openedMs == null) return null
  const content = await pinnedScenario(db, row.hash)
  if (content.kind !== 'inbox') return null
  const at = row.attempt.attendedMs - row.openedMs
  return deskAt({ attempt: row.attempt, content }, await transcriptOf(db, answerId), at)
}

/**
 * Takes one act down and gives back what came of it. `after` is the number of acts that the page knew of: where another
 * tab has done something in the same conversation since, nothing is done and the page shows it. An act that is refused
 * changes nothing; its words stay in the draft.
 */
export async function actInCase(
  db: Db,
  input: Looking & { actId: string; after: number; act: Act },
): Promise<({ ok: true } & Desk) | ({ refused: InboxRefusal } & Partial<Desk>) | null> {
  const { answerId, actId, after, act, now } = input
  return db.transaction(async (tx) => {
    const held = await holdCase(tx, input)
    if (!held) return null
    const refused = closed(held, now)
    if (refused) return { refused }
    const { openedMs } = held.answer
    if (openedMs === null) return { refused: 'not-opened' }
    const at = (await attend(tx, held, now)) - openedMs
    const transcript = await transcriptOf(tx, answerId)
    const [known] = await tx
      .select({ seq: acts.seq })
      .from(acts)
      .where(and(eq(acts.answerId, answerId), eq(acts.actId, actId)))
    if (known) return { ok: true, ...deskAt(held, transcript, at) }
    const game = gameFor(held)
    const state = play(game, transcript, at)
    const answer = (why: InboxRefusal) => ({ refused: why, ...deskAt(held, transcript, at) })
    if (transcript.slice(after).some((other) => concernsSame(other.act, act))) return answer('stale')
    if (transcript.length >= 400) return answer('too-many-acts')
    const why = allowed(game, state, act)
    if (why) return answer(why)
    await tx.insert(acts).values({ answerId, seq: transcript.length, actId, atMs: at, act, receivedAt: now })
    const words = 'text' in act ? countWords(act.text) : 0
    await tx
      .update(answers)
      .set({ wordCount: sql`${answers.wordCount} + ${words}`, savedAt: now })
      .where(eq(answers.id, answerId))
    const timed = { at, act }
    const next = playOn(game, state, timed, transcript.length)
    const longer = [...transcript, timed]
    const view = viewOf(game, held.attempt.locale, String(held.attempt.seed), longer, next)
    return { ok: true, acts: longer.length, desk: shownDesk(view) }
  })
}

const concernsSame = (one: Act, other: Act) =>
  'thread' in one && 'thread' in other ? one.thread === other.thread : one.do === other.do

/**
 * When the assignment ends the transcripts become part of their answers: what graders read is complete in itself, and
 * nobody's later act can change it.
 */
export async function freezeTranscripts(tx: Tx, { attemptId }: { attemptId: string }): Promise<void> {
  const rows = await tx
    .select({
      id: answers.id,
      hash: answers.scenarioHash,
      body: answers.body,
      openedMs: answers.openedMs,
      attendedMs: attempts.attendedMs,
    })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .where(eq(answers.attemptId, attemptId))
  for (const { id, hash, body, openedMs, attendedMs } of rows) {
    if (openedMs === null) continue
    const content = await pinnedScenario(tx, hash)
    if (content.kind !== 'inbox') continue
    const transcript = await transcriptOf(tx, id)
    const typed = readAnswer(content, body)
    const drafts = typed?.kind === 'inbox' ? unsent(typed.body.drafts, transcript) : {}
    const frozen = { acts: transcript, until: attendedMs - openedMs, drafts }
    await tx.update(answers).set({ body: frozen }).where(eq(answers.id, id))
  }
}
