import { and, eq, isNotNull } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import type { Db, Tx } from '../client.ts'
import { record } from '../events.ts'
import { applications, attempts, integrityCases, teams, vacancies } from '../schema/index.ts'
import { partNames } from './cases.ts'

function asked(db: Db | Tx, viewer: CandidateViewer) {
  return db
    .select({
      case: integrityCases,
      attempt: { id: attempts.id, locale: attempts.locale, seed: attempts.seed },
      teamId: vacancies.teamId,
      zone: teams.timeZone,
      texts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
    })
    .from(integrityCases)
    .innerJoin(attempts, eq(attempts.id, integrityCases.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .where(
      and(
        eq(applications.id, viewer.applicationId),
        eq(applications.quarantined, false),
        isNotNull(integrityCases.askedAt),
      ),
    )
    .$dynamic()
}

/**
 * What the candidate is asked about, once they are: the noted facts about their own parts. No other person's words, no
 * verdict, nobody's name. null before anybody has asked.
 */
export async function statementFor(db: Db, { viewer }: { viewer: CandidateViewer }) {
  const [row] = await asked(db, viewer)
  if (!row) return null
  const { status, reasons, statement, statementAt } = row.case
  const { texts, jobLocale, zone } = row
  return {
    vacancy: { texts, jobLocale },
    zone,
    open: status === 'open',
    about: reasons.map((reason) => (reason.code === 'similar' ? { ...reason, other: '' } : reason)),
    parts: await partNames(db, row.attempt),
    statement,
    statementAt,
  }
}

/** Is the candidate being asked now? For the status page. */
export async function isAsked(db: Db, { viewer }: { viewer: CandidateViewer }): Promise<boolean> {
  const [row] = await asked(db, viewer)
  return row?.case.status === 'open'
}

/** The candidate's own words; they may be changed until somebody has decided. */
export async function giveStatement(
  db: Db,
  { viewer, text, now }: { viewer: CandidateViewer; text: string; now: Date },
): Promise<{ ok: true } | { refused: 'already-decided' } | null> {
  return db.transaction(async (tx) => {
    const [row] = await asked(tx, viewer).for('update', { of: integrityCases })
    if (!row) return null
    if (row.case.status !== 'open') return { refused: 'already-decided' }
    await tx
      .update(integrityCases)
      .set({ statement: text, statementAt: now })
      .where(eq(integrityCases.id, row.case.id))
    await record(tx, {
      by: viewer,
      now,
      subject: 'integrity-case',
      subjectId: row.case.id,
      applicationId: viewer.applicationId,
      teamId: row.teamId,
      kind: 'statement-given',
    })
    return { ok: true }
  })
}
