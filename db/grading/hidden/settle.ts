import { and, eq, isNotNull, isNull, lte, type SQL } from 'drizzle-orm'
import type { Locale } from '#app/domain/locale.ts'
import { lockEffective, undoSeconds } from '#app/domain/reveal.ts'
import { endPassIfAstray } from '../../calibration.ts'
import type { Db, Tx } from '../../client.ts'
import { record } from '../../events.ts'
import { enqueue } from '../../jobs.ts'
import { answers, applications, attempts, gradingAssignments, hiddenAnchors } from '../../schema/index.ts'
import { isOpen } from '../desk.ts'
import { handOverAll } from '../hand-over.ts'

type Where = { graderId: string; vacancyId: string }

/** The job behind a lock, where it was an anchor: is the grader still in step, and is it time to tell? */
export async function settleHidden(tx: Tx, { id, now }: { id: string; now: Date }): Promise<void> {
  const [row] = await tx.select().from(hiddenAnchors).where(eq(hiddenAnchors.id, id))
  if (!row || !lockEffective(row, now)) return
  const { graderId, vacancyId, locale } = row
  if (await endPassIfAstray(tx, { graderId, locale, now }))
    await pause(tx, { graderId, vacancyId, locale, now })
  await tellHidden(tx, { graderId, vacancyId, now })
}

/** What lies open in the language goes to others, where there are any, and whoever invites graders is told. */
async function pause(
  tx: Tx,
  { graderId, vacancyId, locale, now }: Where & { locale: Locale; now: Date },
): Promise<void> {
  const laid = and(eq(hiddenAnchors.graderId, graderId), eq(hiddenAnchors.locale, locale))
  await takeAway(tx, { where: laid, now })
  await handOverAll(tx, { graderId, where: eq(attempts.locale, locale), keep: true, now })
  await record(tx, { by: 'system', now, subject: 'user', subjectId: graderId, kind: 'grader-paused' })
  await enqueue(tx, {
    kind: 'mail',
    payload: { template: 'grading.paused', graderId, vacancyId },
    now,
  })
}

/** Anchors that nobody has locked go with the answers beside them. */
export async function takeAway(tx: Tx, { where, now }: { where: SQL | undefined; now: Date }): Promise<void> {
  await tx
    .update(hiddenAnchors)
    .set({ voidedAt: now })
    .where(and(where, isNull(hiddenAnchors.lockedAt), isNull(hiddenAnchors.voidedAt)))
}

/**
 * When nothing of the vacancy lies open on the grader's desk any more, they are told which of their answers were
 * anchors. Not earlier: who knew it while grading would grade with one eye on it.
 */
export async function tellHidden(tx: Tx, { graderId, vacancyId, now }: Where & { now: Date }): Promise<void> {
  const effective = new Date(now.getTime() - undoSeconds * 1000)
  const own = and(
    eq(hiddenAnchors.graderId, graderId),
    eq(hiddenAnchors.vacancyId, vacancyId),
    isNull(hiddenAnchors.toldAt),
    isNull(hiddenAnchors.voidedAt),
  )
  const rows = await tx.select().from(hiddenAnchors).where(own)
  const begun = rows.some(({ openedAt, ...row }) => openedAt && !lockEffective(row, now))
  if (rows.length === 0 || begun || (await anyOpen(tx, { graderId, vacancyId }))) return
  const told = await tx
    .update(hiddenAnchors)
    .set({ toldAt: now })
    .where(and(own, lte(hiddenAnchors.lockedAt, effective)))
    .returning({ id: hiddenAnchors.id })
  for (const { id } of told)
    await record(tx, { by: 'system', now, subject: 'hidden-anchor', subjectId: id, kind: 'anchor-told' })
}

async function anyOpen(tx: Tx, { graderId, vacancyId }: Where): Promise<boolean> {
  const rows = await tx
    .select({ id: gradingAssignments.id })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .where(and(eq(gradingAssignments.graderId, graderId), isOpen, eq(applications.vacancyId, vacancyId)))
    .limit(1)
  return rows.length > 0
}

/** Once an hour, for those whose last open answers went without a lock of theirs: withdrawn, decided, given away. */
export async function tellAll(db: Db, { now }: { now: Date }): Promise<void> {
  const waiting = await db
    .selectDistinct({ graderId: hiddenAnchors.graderId, vacancyId: hiddenAnchors.vacancyId })
    .from(hiddenAnchors)
    .where(
      and(isNotNull(hiddenAnchors.lockedAt), isNull(hiddenAnchors.toldAt), isNull(hiddenAnchors.voidedAt)),
    )
  for (const where of waiting) await db.transaction((tx) => tellHidden(tx, { ...where, now }))
}
