import { eq } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import { type TriedActs, type TriedDesk, tryInbox } from '#app/domain/scenario/inbox/tried.ts'
import { type CandidateView, candidateView } from '#app/domain/scenario/views.ts'
import type { Db } from './client.ts'
import { pinnedAssignment, pinnedScenario } from './pinned.ts'
import { attempts, scoringPlans } from './schema/index.ts'

const seed = 'warm-up'

async function contentsOf(db: Db, { viewer }: { viewer: CandidateViewer }) {
  const [row] = await db
    .select({
      locale: attempts.locale,
      assignmentHash: attempts.assignmentHash,
      scenarioHashes: scoringPlans.scenarioHashes,
    })
    .from(attempts)
    .innerJoin(scoringPlans, eq(scoringPlans.id, attempts.scoringPlanId))
    .where(eq(attempts.applicationId, viewer.applicationId))
  if (!row) return null
  const { warmUps: keys } = await pinnedAssignment(db, row.assignmentHash)
  if (keys.length === 0) return null
  const contents = await Promise.all(
    keys.flatMap((key) => {
      const hash = row.scenarioHashes[key]
      return hash ? [pinnedScenario(db, hash)] : []
    }),
  )
  return { contents, locale: row.locale }
}

/** The unscored minutes before the candidate's own assignment, in its order. Nothing of them is ever saved. */
export async function warmUpsOf(db: Db, input: { viewer: CandidateViewer }): Promise<CandidateView[]> {
  const found = await contentsOf(db, input)
  return (found?.contents ?? []).map((content) => candidateView(content, found?.locale ?? 'en', seed))
}

/** A warm-up inbox, played from its beginning at every request. Null where there is no such warm-up. */
export async function playWarmUp(
  db: Db,
  input: { viewer: CandidateViewer; key: string; tried: TriedActs },
): Promise<TriedDesk | null> {
  const found = await contentsOf(db, input)
  const content = found?.contents.find(({ key }) => key === input.key)
  if (!found || content?.kind !== 'inbox') return null
  return tryInbox(content, found.locale, seed, input.tried)
}
