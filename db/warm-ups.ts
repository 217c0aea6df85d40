import { eq } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import { type CandidateView, candidateView } from '#app/domain/scenario/views.ts'
import type { Db } from './client.ts'
import { pinnedAssignment, pinnedHashes, pinnedScenario } from './pinned.ts'
import { attempts, scoringPlans } from './schema/index.ts'

/** The unscored minutes before the candidate's own assignment, in its order. Nothing of them is ever saved. */
export async function warmUpsOf(db: Db, { viewer }: { viewer: CandidateViewer }): Promise<CandidateView[]> {
  const [row] = await db
    .select({
      locale: attempts.locale,
      assignmentHash: attempts.assignmentHash,
      frozenAt: scoringPlans.frozenAt,
    })
    .from(attempts)
    .innerJoin(scoringPlans, eq(scoringPlans.id, attempts.scoringPlanId))
    .where(eq(attempts.applicationId, viewer.applicationId))
  if (!row) return []
  const { warmUps: keys } = await pinnedAssignment(db, row.assignmentHash)
  if (keys.length === 0) return []
  const hashes = await pinnedHashes(db, { kind: 'scenario', keys, frozenAt: row.frozenAt })
  const contents = await Promise.all(
    keys.flatMap((key) => {
      const hash = hashes.get(key)
      return hash ? [pinnedScenario(db, hash)] : []
    }),
  )
  return contents.map((content) => candidateView(content, row.locale, 'warm-up'))
}
