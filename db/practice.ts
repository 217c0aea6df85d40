import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Dimension, Level } from '#app/domain/dimensions.ts'
import { handbookOpen, practiceFeedback } from '#app/domain/onboarding.ts'
import { same } from '#app/domain/same.ts'
import { bodyText, emptyBody, readAnswer } from '#app/domain/scenario/body.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'
import type { Db, Tx } from './client.ts'
import { record } from './events.ts'
import { newId } from './id.ts'
import { factsOfOne, holdOwn, markDone, type NewcomerRow, subjectOf } from './newcomers/facts.ts'
import { pinnedScenario } from './pinned.ts'
import { applications, practiceRuns, vacancies } from './schema/index.ts'
import { pinVersions } from './versions.ts'

export type PracticeRun = typeof practiceRuns.$inferSelect

interface Own {
  viewer: StaffViewer
  now: Date
}

/** The newest run of a newcomer, done or not. */
export async function latestRun(db: Db | Tx, newcomerId: string): Promise<PracticeRun | undefined> {
  const [run] = await db
    .select()
    .from(practiceRuns)
    .where(eq(practiceRuns.newcomerId, newcomerId))
    .orderBy(desc(practiceRuns.id))
    .limit(1)
  return run
}

/** The run that others hear of: the newest that was handed in, or else the one that was begun. */
export async function shownRun(db: Db | Tx, newcomerId: string): Promise<PracticeRun | undefined> {
  const [run] = await db
    .select()
    .from(practiceRuns)
    .where(eq(practiceRuns.newcomerId, newcomerId))
    .orderBy(sql`${practiceRuns.submittedAt} is null`, desc(practiceRuns.id))
    .limit(1)
    .execute()
  return run
}

/** The run that is not finished: it is being written, or waits for its levels. */
async function openRun(tx: Tx, newcomer: NewcomerRow): Promise<PracticeRun | undefined> {
  const [run] = await tx
    .select()
    .from(practiceRuns)
    .where(and(eq(practiceRuns.newcomerId, newcomer.id), isNull(practiceRuns.placedAt)))
    .for('update')
  return run
}

/** Begins a practice case, in the language of the work, with the content that is on the shelf now. One at a time. */
export async function beginPractice(
  db: Db,
  input: Own & { scenario: { key: string; hash: string; content: ScenarioContent } },
): Promise<{ ok: true; runId: string } | { refused: 'gate-not-passed' } | null> {
  const { viewer, now, scenario } = input
  return db.transaction(async (tx) => {
    const newcomer = await holdOwn(tx, viewer)
    if (!newcomer) return null
    if (!handbookOpen(await factsOfOne(tx, newcomer.id))) return { refused: 'gate-not-passed' }
    const open = await openRun(tx, newcomer)
    if (open) return { ok: true, runId: open.id }
    const [work] = await tx
      .select({ locale: vacancies.jobLocale })
      .from(applications)
      .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
      .where(eq(applications.id, newcomer.applicationId))
    if (!work) throw new Error('a newcomer without the vacancy of the hire')
    await pinVersions(tx, { versions: [{ ...scenario, kind: 'scenario' }], now })
    const runId = newId(now.getTime())
    await tx.insert(practiceRuns).values({
      id: runId,
      newcomerId: newcomer.id,
      scenarioHash: scenario.hash,
      locale: work.locale,
      body: emptyBody(scenario.content.kind),
      selfLevels: {},
      startedAt: now,
    })
    const data = { run: runId, scenario: scenario.key }
    await record(tx, { ...subjectOf(newcomer), by: viewer, now, kind: 'practice-begun', data })
    return { ok: true, runId }
  })
}

export type PracticeCopy = { rev: number; body: unknown; savedAt: Date | null }
export interface PracticeSave extends Own {
  runId: string
  /** The browser's name for this save: the same save again has the same result. */
  saveId: string
  baseRev: number
  /** Saves on that revision whose answers the browser never heard. */
  after?: readonly string[]
  body: unknown
}

/** Keeps what was typed, on top of the revision that it was written on; else the newer text comes back. */
export async function savePractice(
  db: Db,
  input: PracticeSave,
): Promise<
  | { ok: true; rev: number; savedAt: Date }
  | { refused: 'stale'; server: PracticeCopy }
  | { refused: 'already-submitted' | 'answer-shape' }
  | null
> {
  const { viewer, now, runId, saveId, baseRev, after = [] } = input
  return db.transaction(async (tx) => {
    const newcomer = await holdOwn(tx, viewer)
    if (!newcomer) return null
    const run = await openRun(tx, newcomer)
    if (run?.id !== runId) return (await isOwn(tx, newcomer, runId)) ? { refused: 'already-submitted' } : null
    const answer = readAnswer(await pinnedScenario(tx, run.scenarioHash), input.body)
    if (!answer) return { refused: 'answer-shape' }
    if (run.savedAt && same(run.body, answer.body)) return { ok: true, rev: run.rev, savedAt: run.savedAt }
    if (run.submittedAt) return { refused: 'already-submitted' }
    const own = run.saveId !== null && [saveId, ...after].includes(run.saveId)
    if (run.rev !== baseRev && !own) {
      const { rev, body, savedAt } = run
      return { refused: 'stale', server: { rev, body, savedAt } }
    }
    const rev = run.rev + 1
    await tx
      .update(practiceRuns)
      .set({ rev, body: answer.body, saveId, savedAt: now })
      .where(eq(practiceRuns.id, runId))
    return { ok: true, rev, savedAt: now }
  })
}

const isOwn = async (tx: Tx, newcomer: NewcomerRow, runId: string): Promise<boolean> =>
  (
    await tx
      .select({ id: practiceRuns.id })
      .from(practiceRuns)
      .where(and(eq(practiceRuns.id, runId), eq(practiceRuns.newcomerId, newcomer.id)))
  ).length > 0

/** The answer is done: it stays as it is, and is read against the rubric next. `null`: no such run. */
export async function finishPractice(
  db: Db,
  input: Own & { runId: string },
): Promise<{ ok: true } | { refused: 'answer-empty' } | null> {
  const { viewer, now, runId } = input
  return db.transaction(async (tx) => {
    const newcomer = await holdOwn(tx, viewer)
    const run = newcomer && (await openRun(tx, newcomer))
    if (!newcomer) return null
    if (run?.id !== runId) return (await isOwn(tx, newcomer, runId)) ? { ok: true } : null
    if (run.submittedAt) return { ok: true }
    const content = await pinnedScenario(tx, run.scenarioHash)
    const answer = readAnswer(content, run.body)
    if (!answer || bodyText(content, answer).trim() === '') return { refused: 'answer-empty' }
    await tx.update(practiceRuns).set({ submittedAt: now }).where(eq(practiceRuns.id, runId))
    const data = { run: runId }
    await record(tx, { ...subjectOf(newcomer), by: viewer, now, kind: 'practice-handed-in', data })
    return { ok: true }
  })
}

/** The newcomer places the own answer on every dimension of the case. Then the reference opens, and the step is done. */
export async function placeLevels(
  db: Db,
  input: Own & { runId: string; levels: Partial<Record<Dimension, Level>> },
): Promise<
  { ok: true } | { refused: 'levels-missing'; dimensions: Dimension[] } | { refused: 'not-handed-in' } | null
> {
  const { viewer, now, runId } = input
  return db.transaction(async (tx) => {
    const newcomer = await holdOwn(tx, viewer)
    const run = newcomer && (await openRun(tx, newcomer))
    if (!newcomer) return null
    if (run?.id !== runId) return (await isOwn(tx, newcomer, runId)) ? { ok: true } : null
    if (!run.submittedAt) return { refused: 'not-handed-in' }
    const { dimensions } = await pinnedScenario(tx, run.scenarioHash)
    const read = practiceFeedback(dimensions, input.levels)
    if ('refused' in read) return read
    const selfLevels = Object.fromEntries(read.feedback.map(({ dimension, level }) => [dimension, level]))
    await tx.update(practiceRuns).set({ selfLevels, placedAt: now }).where(eq(practiceRuns.id, runId))
    await markDone(tx, { newcomerId: newcomer.id, key: 'practice', by: viewer.userId, now })
    const data = { run: runId }
    await record(tx, { ...subjectOf(newcomer), by: viewer, now, kind: 'practice-placed', data })
    return { ok: true }
  })
}
