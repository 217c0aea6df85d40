import { and, count, eq, isNotNull, isNull, ne, or } from 'drizzle-orm'
import type { Fact, Facts } from '#app/domain/pipeline.ts'
import type { Db, Tx } from '../client.ts'
import { decisionInForce } from '../decisions/rows.ts'
import { gradingComplete } from '../grading/complete.ts'
import { lastOffer } from '../offers/rows.ts'
import { applications, attempts, offers, openings, vacancies } from '../schema/index.ts'

export interface Subject {
  applicationId: string
  vacancyId: string
  now: Date
}
type Reader = (tx: Db | Tx, subject: Subject) => Promise<boolean>

async function attemptOf(tx: Db | Tx, { applicationId }: Subject) {
  const [row] = await tx
    .select({ status: attempts.status })
    .from(attempts)
    .where(eq(attempts.applicationId, applicationId))
  return row
}

const decided =
  (kind: 'offer' | 'reject' | 'reopen'): Reader =>
  async (tx, { applicationId }) =>
    (await decisionInForce(tx, applicationId))?.kind === kind

const offered =
  (moment: 'acceptedAt' | 'declinedAt' | 'withdrawnAt'): Reader =>
  async (tx, { applicationId }) =>
    ((await lastOffer(tx, applicationId))?.[moment] ?? null) !== null

/**
 * More openings than hires and open offers of others. Within a transaction the vacancy is held, so that two who are
 * offered at once ask one after the other.
 */
const openingLeft: Reader = async (tx, { applicationId, vacancyId }) => {
  await tx.select({ id: vacancies.id }).from(vacancies).where(eq(vacancies.id, vacancyId)).for('update')
  const [seats] = await tx.select({ all: count() }).from(openings).where(eq(openings.vacancyId, vacancyId))
  const [taken] = await tx
    .select({ all: count() })
    .from(offers)
    .innerJoin(openings, eq(openings.id, offers.openingId))
    .innerJoin(applications, eq(applications.id, offers.applicationId))
    .where(
      and(
        eq(openings.vacancyId, vacancyId),
        ne(applications.id, applicationId),
        or(isNotNull(offers.acceptedAt), and(isNull(offers.declinedAt), isNull(offers.withdrawnAt))),
      ),
    )
  return (seats?.all ?? 0) > (taken?.all ?? 0)
}

/** What the database says of each fact that a move by staff may need. Nobody is asked for `pool-consent` yet. */
const readers: Partial<Record<Fact, Reader>> = {
  'assignment-invited': async (tx, subject) => (await attemptOf(tx, subject)) !== undefined,
  'attempt-closed': async (tx, subject) => {
    const attempt = await attemptOf(tx, subject)
    return attempt?.status === 'submitted' || attempt?.status === 'expired'
  },
  'grading-complete': gradingComplete,
  'offer-decided': decided('offer'),
  'rejection-decided': decided('reject'),
  'reopening-decided': decided('reopen'),
  'opening-left': openingLeft,
  'offer-accepted': offered('acceptedAt'),
  'offer-declined': offered('declinedAt'),
  'offer-withdrawn': offered('withdrawnAt'),
}

/** Establishes the facts asked for, from rows. */
export async function factsOf(tx: Db | Tx, subject: Subject, asked: readonly Fact[]): Promise<Facts> {
  const known: Facts = {}
  for (const fact of asked) known[fact] = (await readers[fact]?.(tx, subject)) ?? false
  return known
}
