import { createHash } from 'node:crypto'
import { and, eq, notInArray, sql } from 'drizzle-orm'
import { type DimensionFigures, dimensionFigures, panelVersion } from '#app/domain/agreement-panel.ts'
import { dimensions } from '#app/domain/dimensions.ts'
import { graderFigures, type ReportRequest, type ReportRow } from '#app/domain/grader-report.ts'
import type { Db, Tx } from '../client.ts'
import { enqueue } from '../jobs.ts'
import { agreementStats, graderStats } from '../schema/index.ts'
import { rowsOfVacancy } from './rows.ts'

const bucket = 60_000
const slack = 15_000

/** Asks for the vacancy's figures to be worked out soon: once for all that is locked within the same minute. */
export async function askForAgreement(
  tx: Tx,
  { vacancyId, now }: { vacancyId: string; now: Date },
): Promise<void> {
  const end = (Math.floor(now.getTime() / bucket) + 1) * bucket
  await enqueue(tx, {
    kind: 'work-out-agreement',
    payload: { vacancyId },
    runAt: new Date(end + slack),
    dedupe: `work-out-agreement:${vacancyId}:${end}`,
    now,
  })
}

/** Grades that were to be seen are hidden again: figures that hold them go at once, until they are worked out anew. */
export async function forgetAgreement(tx: Tx, vacancyId: string): Promise<void> {
  await tx.delete(agreementStats).where(eq(agreementStats.vacancyId, vacancyId))
  await tx.delete(graderStats).where(eq(graderStats.vacancyId, vacancyId))
}

const hashOf = (input: unknown) => createHash('sha256').update(JSON.stringify(input)).digest('hex')

/**
 * Works out the panel of a vacancy and keeps it. Reads only the database, so that it may come late or twice; what
 * already stands for the same grades is left as it is. Two at once go one after the other.
 */
export async function workOutAgreement(
  db: Db,
  { vacancyId, now }: { vacancyId: string; now: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`agreement ${vacancyId}`}, 0))`)
    const { rows, requests } = await rowsOfVacancy(tx, { vacancyId, now })
    await keepDimensions(tx, { vacancyId, rows, now })
    await keepGraders(tx, { vacancyId, rows, requests, now })
  })
}

async function keepDimensions(
  tx: Tx,
  { vacancyId, rows, now }: { vacancyId: string; rows: readonly ReportRow[]; now: Date },
): Promise<void> {
  const kept = await tx
    .select({
      dimension: agreementStats.dimension,
      hash: agreementStats.inputsHash,
      version: agreementStats.version,
    })
    .from(agreementStats)
    .where(eq(agreementStats.vacancyId, vacancyId))
  const found = dimensions.flatMap((dimension) => {
    const own = rows.filter((row) => row.dimension === dimension)
    return own.length === 0 ? [] : [{ dimension, own, inputsHash: hashOf(own) }]
  })
  await tx.delete(agreementStats).where(
    and(
      eq(agreementStats.vacancyId, vacancyId),
      notInArray(
        agreementStats.dimension,
        found.map(({ dimension }) => dimension),
      ),
    ),
  )
  for (const { dimension, own, inputsHash } of found) {
    const same = kept.some(
      (one) => one.dimension === dimension && one.hash === inputsHash && one.version === panelVersion,
    )
    if (same) continue
    const figures: DimensionFigures = dimensionFigures(own)
    const values = { figures, inputsHash, version: panelVersion, computedAt: now }
    await tx
      .insert(agreementStats)
      .values({ vacancyId, dimension, ...values })
      .onConflictDoUpdate({ target: [agreementStats.vacancyId, agreementStats.dimension], set: values })
  }
}

async function keepGraders(
  tx: Tx,
  input: { vacancyId: string; rows: readonly ReportRow[]; requests: readonly ReportRequest[]; now: Date },
): Promise<void> {
  const { vacancyId, rows, requests, now } = input
  const inputsHash = hashOf([rows, requests])
  const kept = await tx
    .select({ hash: graderStats.inputsHash, version: graderStats.version })
    .from(graderStats)
    .where(eq(graderStats.vacancyId, vacancyId))
  if (kept.length > 0 && kept.every((one) => one.hash === inputsHash && one.version === panelVersion)) return
  await tx.delete(graderStats).where(eq(graderStats.vacancyId, vacancyId))
  const report = Object.entries(graderFigures(rows, requests))
  if (report.length === 0) return
  await tx.insert(graderStats).values(
    report.map(([graderId, figures]) => ({
      vacancyId,
      graderId,
      figures,
      inputsHash,
      version: panelVersion,
      computedAt: now,
    })),
  )
}
