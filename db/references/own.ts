import { and, asc, eq } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import { type ReferenceStatus, referenceStatus } from '#app/domain/reference-request.ts'
import { type Behaviour, type Relation, referenceRules } from '#app/domain/references.ts'
import type { Db } from '../client.ts'
import { applications, persons, referenceRequests, vacancies } from '../schema/index.ts'
import { namingOpen } from './ask.ts'
import { behavioursAsked } from './rows.ts'

/** What the candidate is told: that a referee declined, or was the wrong person, stays between the referee and us. */
export type OwnStatus = 'named' | 'released' | 'sent' | 'received' | 'withdrawn' | 'another-needed'
const told: Record<ReferenceStatus, OwnStatus> = {
  named: 'named',
  released: 'released',
  sent: 'sent',
  opened: 'sent',
  received: 'received',
  declined: 'another-needed',
  'wrong-person': 'another-needed',
  expired: 'another-needed',
  withdrawn: 'withdrawn',
}

export interface OwnReference {
  id: string
  name: string
  email: string
  relation: Relation
  company: string
  status: OwnStatus
}

/** The candidate's own page: whom they named, what those will be asked, how many more may be named. */
export async function ownReferences(
  db: Db,
  { viewer, now }: { viewer: CandidateViewer; now: Date },
): Promise<{
  name: string
  texts: typeof vacancies.$inferSelect.texts
  jobLocale: typeof vacancies.$inferSelect.jobLocale
  open: boolean
  left: number
  behaviours: Behaviour[]
  referees: OwnReference[]
} | null> {
  const [own] = await db
    .select({
      id: applications.id,
      stage: applications.stage,
      name: persons.name,
      texts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
    })
    .from(applications)
    .innerJoin(persons, eq(persons.id, applications.personId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(and(eq(applications.id, viewer.applicationId), eq(applications.quarantined, false)))
  if (!own) return null
  const rows = await db
    .select()
    .from(referenceRequests)
    .where(eq(referenceRequests.applicationId, own.id))
    .orderBy(asc(referenceRequests.id))
  return {
    name: own.name,
    texts: own.texts,
    jobLocale: own.jobLocale,
    open: await namingOpen(db, own),
    left: Math.max(0, referenceRules.maxReferees - rows.length),
    behaviours: await behavioursAsked(db, own.id),
    referees: rows.map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      relation: row.relation,
      company: row.company,
      status: told[referenceStatus(row, now)],
    })),
  }
}
