import { createHash, randomUUID } from 'node:crypto'
import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Dimension } from '#app/domain/dimensions.ts'
import { emptyDraft } from '#app/domain/grading-draft.ts'
import { asCandidates, codesFrom, hiddenDue, placeHidden } from '#app/domain/hidden-anchors.ts'
import type { Locale } from '#app/domain/locale.ts'
import { bindingIn, liveAnchors } from '../../calibration.ts'
import type { Tx } from '../../client.ts'
import { record } from '../../events.ts'
import { pinnedScenario } from '../../pinned.ts'
import { answers, applications, attempts, gradingAssignments, hiddenAnchors } from '../../schema/index.ts'
import { isOpen } from '../desk.ts'

type Where = { graderId: string; vacancyId: string }

/**
 * Lays anchors among the answers that were just asked for, so that no count changes at another moment than theirs: at
 * most one in ten, none that shows a criterion on which calibration does not bind in the language. Which one, where and under which code follows
 * from grader, vacancy and number.
 */
export async function placeAnchors(
  tx: Tx,
  {
    graders,
    vacancyId,
    locale,
    now,
  }: { graders: readonly string[]; vacancyId: string; locale: Locale; now: Date },
): Promise<void> {
  const binds = graders.length === 0 ? [] : await bindingIn(tx, locale)
  if (binds.length === 0) return
  // In one order, so that two who hand in at once do not wait for each other in a ring.
  for (const graderId of [...new Set(graders)].sort()) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`hidden anchors ${graderId}`}, 0))`)
    while (await placeOne(tx, { graderId, vacancyId, locale, binds, now }));
  }
}

/** True when one was laid. */
async function placeOne(
  tx: Tx,
  { locale, binds, now, ...where }: Where & { locale: Locale; binds: readonly Dimension[]; now: Date },
): Promise<boolean> {
  const placed = await tx.$count(hiddenAnchors, and(ofGrader(where), isNull(hiddenAnchors.voidedAt)))
  if (!hiddenDue({ asked: await askedOf(tx, where), placed })) return false
  const beside = await openBeside(tx, where)
  const anchors = []
  for (const { id, scenarioKey, body, reference } of await liveAnchors(tx, {
    ...where,
    locale,
    binds,
    now,
  })) {
    const real = beside.find((one) => one.scenarioKey === scenarioKey)
    const written = real && asCandidates(await pinnedScenario(tx, real.scenarioHash), body)
    if (real && written) anchors.push({ id, scenarioKey, real, written, reference })
  }
  const laid = await tx.$count(hiddenAnchors, ofGrader(where))
  const seed = createHash('sha256')
    .update(`${where.graderId} ${where.vacancyId} ${laid}`)
    .digest()
    .readUInt32BE(0)
  const waiting = await waitingOn(tx, where.graderId)
  const place = placeHidden({ seed, waiting, anchors, codes: await freeCodes(tx, seed) })
  const anchor = anchors.find(({ id }) => id === place?.anchor)
  if (!place || !anchor) return false
  const { real, written, reference, scenarioKey } = anchor
  const { scenarioHash, assignmentHash, rubricHash, askedAt, dueAt } = real
  // A random id, as the requests beside it have.
  const id = randomUUID()
  await tx.insert(hiddenAnchors).values({
    id,
    ...where,
    anchorId: anchor.id,
    code: place.code,
    ...{ scenarioKey, scenarioHash, assignmentHash, rubricHash, locale },
    body: written,
    reference,
    ...{ askedAt, dueAt },
    draft: emptyDraft,
    kept: [],
  })
  await record(tx, { by: 'system', now, subject: 'hidden-anchor', subjectId: id, kind: 'anchor-hidden' })
  return true
}

const ofGrader = ({ graderId, vacancyId }: Where) =>
  and(eq(hiddenAnchors.graderId, graderId), eq(hiddenAnchors.vacancyId, vacancyId))

async function askedOf(tx: Tx, { graderId, vacancyId }: Where): Promise<number> {
  const [row] = await tx
    .select({ asked: count() })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .where(
      and(
        eq(gradingAssignments.graderId, graderId),
        isNull(gradingAssignments.voidedAt),
        eq(applications.vacancyId, vacancyId),
      ),
    )
  return row?.asked ?? 0
}

/** The open answers of this vacancy, the newest first: the anchor takes its versions and its days from one of them. */
const openBeside = (tx: Tx, { graderId, vacancyId }: Where) =>
  tx
    .select({
      scenarioKey: answers.scenarioKey,
      scenarioHash: answers.scenarioHash,
      assignmentHash: attempts.assignmentHash,
      rubricHash: attempts.rubricHash,
      askedAt: gradingAssignments.askedAt,
      dueAt: gradingAssignments.dueAt,
    })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .where(and(eq(gradingAssignments.graderId, graderId), isOpen, eq(applications.vacancyId, vacancyId)))
    .orderBy(desc(gradingAssignments.askedAt), gradingAssignments.id)

/** The whole desk in its order. */
async function waitingOn(tx: Tx, graderId: string) {
  const real = tx
    .select({
      scenarioKey: answers.scenarioKey,
      code: answers.code,
      hidden: sql<boolean>`false`.as('hidden'),
    })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .where(and(eq(gradingAssignments.graderId, graderId), isOpen))
  const laid = tx
    .select({
      scenarioKey: hiddenAnchors.scenarioKey,
      code: hiddenAnchors.code,
      hidden: sql<boolean>`true`.as('hidden'),
    })
    .from(hiddenAnchors)
    .where(
      and(
        eq(hiddenAnchors.graderId, graderId),
        isNull(hiddenAnchors.lockedAt),
        isNull(hiddenAnchors.voidedAt),
      ),
    )
  const all = unionAll(real, laid).as('waiting')
  return tx.select().from(all).orderBy(asc(all.scenarioKey), asc(all.code))
}

async function freeCodes(tx: Tx, seed: number): Promise<string[]> {
  const codes = codesFrom(seed)
  const taken = await unionAll(
    tx.select({ code: answers.code }).from(answers).where(inArray(answers.code, codes)),
    tx.select({ code: hiddenAnchors.code }).from(hiddenAnchors).where(inArray(hiddenAnchors.code, codes)),
  )
  return codes.filter((code) => !taken.some((one) => one.code === code))
}
