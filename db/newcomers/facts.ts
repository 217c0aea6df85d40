import { and, desc, eq, exists, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { agreementDocument, agreementInForce } from '#app/domain/house-rules.ts'
import type { PlanFacts, StepKey } from '#app/domain/onboarding.ts'
import type { Db, Tx } from '../client.ts'
import {
  acknowledgements,
  newcomers,
  practiceRuns,
  quizTries,
  readinessSignatures,
  steps,
} from '../schema/index.ts'

const has = (tx: Db | Tx, table: typeof quizTries | typeof practiceRuns | typeof steps, where?: SQL) =>
  exists(
    tx
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.newcomerId, newcomers.id), where)),
  )

/** What the plans of these newcomers are judged by, each from the row that somebody made. */
export async function factsOf(tx: Db | Tx, ids: readonly string[]): Promise<Map<string, PlanFacts>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({
      id: newcomers.id,
      quizPassed: has(tx, quizTries, eq(quizTries.passed, true)).mapWith(Boolean),
      handbookRead: has(tx, steps, and(eq(steps.key, 'handbook'), isNotNull(steps.doneAt))).mapWith(Boolean),
      practiceDone: has(tx, practiceRuns, isNotNull(practiceRuns.placedAt)).mapWith(Boolean),
      signatureId: readinessSignatures.id,
    })
    .from(newcomers)
    .leftJoin(readinessSignatures, eq(readinessSignatures.newcomerId, newcomers.id))
    .where(inArray(newcomers.id, [...ids]))
  const signed = await tx
    .selectDistinctOn([acknowledgements.newcomerId], {
      newcomerId: acknowledgements.newcomerId,
      version: acknowledgements.version,
    })
    .from(acknowledgements)
    .where(
      and(inArray(acknowledgements.newcomerId, [...ids]), eq(acknowledgements.document, agreementDocument)),
    )
    .orderBy(acknowledgements.newcomerId, desc(acknowledgements.at), desc(acknowledgements.id))
  const versions = new Map(signed.map(({ newcomerId, version }) => [newcomerId, version]))
  return new Map(
    rows.map(({ id, signatureId, ...facts }) => [
      id,
      {
        ...facts,
        currentAgreement: agreementInForce.version,
        signedAgreement: versions.get(id) ?? null,
        readinessSigned: signatureId !== null,
      },
    ]),
  )
}

export async function factsOfOne(tx: Db | Tx, newcomerId: string): Promise<PlanFacts> {
  const facts = (await factsOf(tx, [newcomerId])).get(newcomerId)
  if (!facts) throw new Error('a newcomer vanished while their plan was read')
  return facts
}

export type NewcomerRow = typeof newcomers.$inferSelect

/** The viewer's own row. Held, so that two acts of one person happen one after the other. */
export async function holdOwn(tx: Tx, viewer: StaffViewer): Promise<NewcomerRow | undefined> {
  const [row] = await tx.select().from(newcomers).where(eq(newcomers.userId, viewer.userId)).for('update')
  return row
}

/** Ticks a step: who and when. False where it was done already; then the first tick stays. */
export async function markDone(
  tx: Tx,
  input: { newcomerId: string; key: StepKey; by: string; now: Date },
): Promise<boolean> {
  const { newcomerId, key, by, now } = input
  const ticked = await tx
    .update(steps)
    .set({ doneAt: now, doneBy: by })
    .where(and(eq(steps.newcomerId, newcomerId), eq(steps.key, key), isNull(steps.doneAt)))
    .returning({ id: steps.id })
  return ticked.length > 0
}

/** Takes the tick away. False where there was none. */
export async function markOpen(tx: Tx, input: { newcomerId: string; key: StepKey }): Promise<boolean> {
  const { newcomerId, key } = input
  const opened = await tx
    .update(steps)
    .set({ doneAt: null, doneBy: null })
    .where(and(eq(steps.newcomerId, newcomerId), eq(steps.key, key), isNotNull(steps.doneAt)))
    .returning({ id: steps.id })
  return opened.length > 0
}

/** For the ledger alone: what would only fill the application's own timeline. */
export const ledgerOf = ({ id, teamId }: NewcomerRow) => ({ subject: 'newcomer', subjectId: id, teamId })

/** What every event of a newcomer says of where it belongs. */
export const subjectOf = ({ id, teamId, applicationId }: NewcomerRow) => ({
  subject: 'newcomer',
  subjectId: id,
  teamId,
  applicationId,
})
