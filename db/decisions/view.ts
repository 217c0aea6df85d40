import { and, asc, desc, eq, ne } from 'drizzle-orm'
import { can, type StaffViewer } from '#app/domain/access.ts'
import { type DecisionKind, kindsAt } from '#app/domain/decision.ts'
import type { Locale } from '#app/domain/locale.ts'
import { offerState } from '#app/domain/offer.ts'
import type { Stage } from '#app/domain/pipeline.ts'
import type { Db } from '../client.ts'
import { lastOffer, stands } from '../offers/rows.ts'
import { applications, decisions, persons, teams, users, vacancies } from '../schema/index.ts'
import { type Evidence, evidenceOf, needsAttention, wasTested } from './evidence.ts'
import { undoUntil } from './undo.ts'

export interface DecisionView {
  id: string
  kind: DecisionKind
  by: string
  reasonCode: string
  reason: string
  attentionComment: string
  at: Date
}

export interface DecisionPage {
  evidence: Evidence
  /** The language in which the candidate is written to. */
  candidateLocale: Locale
  zone: string
  tested: boolean
  attention: boolean
  kinds: DecisionKind[]
  /** The newest first. */
  decisions: DecisionView[]
  undoUntil: Date | null
  offer: 'none' | 'to-be-made' | 'open' | 'over' | 'accepted' | 'declined' | 'withdrawn'
  /** Others of the same vacancy who stand at the same stage. */
  others: { id: string; name: string }[]
}

const mostOthers = 20
/** Before these, people are graded blind and stand under a code. */
const named: readonly Stage[] = ['references', 'interview', 'decision', 'offer']

const othersAt = (db: Db, applicationId: string, { vacancyId, stage }: { vacancyId: string; stage: Stage }) =>
  db
    .select({ id: applications.id, name: persons.name })
    .from(applications)
    .innerJoin(persons, eq(persons.id, applications.personId))
    .where(
      and(
        eq(applications.vacancyId, vacancyId),
        eq(applications.stage, stage),
        eq(applications.quarantined, false),
        ne(applications.id, applicationId),
      ),
    )
    .orderBy(asc(applications.stageSince), asc(applications.id))
    .limit(mostOthers)

/** Everything that the decision page shows, evidence first. */
export async function decisionPage(
  db: Db,
  input: { viewer: StaffViewer; applicationId: string; locale?: Locale; now: Date },
): Promise<DecisionPage | null> {
  const { viewer, applicationId, now } = input
  const [own] = await db
    .select({
      locale: applications.locale,
      stage: applications.stage,
      vacancyId: applications.vacancyId,
      teamId: vacancies.teamId,
      zone: teams.timeZone,
    })
    .from(applications)
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .where(and(eq(applications.id, applicationId), eq(applications.quarantined, false)))
  if (!own || !can(viewer, 'decide', own)) return null
  const evidence = await evidenceOf(db, input)
  if (!evidence) return null
  const made = await db
    .select({ decision: decisions, by: users.name })
    .from(decisions)
    .innerJoin(users, eq(users.id, decisions.decidedBy))
    .where(eq(decisions.applicationId, applicationId))
    .orderBy(desc(decisions.id))
  const last = made[0]?.decision
  const offer = await lastOffer(db, applicationId)
  const undoable = last?.kind === 'reject' && own.stage === 'rejected' && now < undoUntil(last)
  const waitsForOffer =
    last?.kind === 'offer' && own.stage === 'decision' && offer?.decisionId !== last.id && !stands(offer)
  return {
    evidence,
    candidateLocale: own.locale,
    zone: own.zone,
    tested: wasTested(evidence),
    attention: needsAttention(evidence),
    kinds: kindsAt(own.stage),
    decisions: made.map(({ decision, by }) => ({
      id: decision.id,
      kind: decision.kind,
      by,
      reasonCode: decision.reasonCode,
      reason: decision.reason,
      attentionComment: decision.attentionComment,
      at: decision.createdAt,
    })),
    undoUntil: undoable ? undoUntil(last) : null,
    offer: waitsForOffer ? 'to-be-made' : offer ? offerState(offer, now) : 'none',
    others: named.includes(own.stage) ? await othersAt(db, applicationId, own) : [],
  }
}
