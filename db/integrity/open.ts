import { eq } from 'drizzle-orm'
import type { Reason, Tier } from '#app/domain/integrity.ts'
import { same } from '#app/domain/same.ts'
import type { Tx } from '../client.ts'
import { record } from '../events.ts'
import { newId } from '../id.ts'
import { applications, attempts, integrityCases, vacancies } from '../schema/index.ts'

/** Opens the one case of an attempt, or adds to it. What a person has decided is not opened again by a program. */
export async function openCase(
  tx: Tx,
  input: { attemptId: string; tier: Exclude<Tier, 'none'>; reasons: Reason[]; now: Date },
): Promise<void> {
  const { attemptId, tier, reasons, now } = input
  const id = newId(now.getTime())
  const made = await tx
    .insert(integrityCases)
    .values({ id, attemptId, tier, reasons, createdAt: now })
    .onConflictDoNothing({ target: integrityCases.attemptId })
    .returning({ id: integrityCases.id })
  if (made.length > 0) return opened(tx, id, attemptId, now)
  const [known] = await tx
    .select()
    .from(integrityCases)
    .where(eq(integrityCases.attemptId, attemptId))
    .for('update')
  if (known?.status !== 'open') return
  const added = reasons.filter((reason) => !known.reasons.some((one) => same(one, reason)))
  if (added.length === 0) return
  await tx
    .update(integrityCases)
    .set({ reasons: [...known.reasons, ...added], tier: tier === 'major' ? tier : known.tier })
    .where(eq(integrityCases.id, known.id))
}

async function opened(tx: Tx, caseId: string, attemptId: string, now: Date): Promise<void> {
  const [row] = await tx
    .select({ applicationId: applications.id, teamId: vacancies.teamId })
    .from(attempts)
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(eq(attempts.id, attemptId))
  if (!row) throw new Error('a case of no attempt')
  await record(tx, {
    by: 'system',
    now,
    subject: 'integrity-case',
    subjectId: caseId,
    kind: 'case-opened',
    ...row,
  })
}
