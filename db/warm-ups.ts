import { eq } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import {
  type ActRefusal,
  allowed,
  gameOf,
  play,
  type State,
  shownDesk,
  type TimedAct,
  viewOf,
} from '#app/domain/scenario/inbox.ts'
import { type CandidateView, candidateView } from '#app/domain/scenario/views.ts'
import type { Db } from './client.ts'
import type { Desk } from './inbox.ts'
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

/** An inbox to try, played from its beginning at every request. Null where there is no such warm-up. */
export async function playWarmUp(
  db: Db,
  input: { viewer: CandidateViewer; key: string; acts: readonly TimedAct[]; until: number },
): Promise<({ ok: true } & Desk) | ({ refused: ActRefusal } & Desk) | null> {
  const found = await contentsOf(db, input)
  const content = found?.contents.find(({ key }) => key === input.key)
  if (!found || content?.kind !== 'inbox') return null
  const { locale } = found
  const game = gameOf(content, locale, seed)
  const shown = (acts: readonly TimedAct[], state: State): Desk => ({
    acts: acts.length,
    desk: shownDesk(viewOf(game, locale, seed, acts, state)),
  })
  const last = input.acts.at(-1)
  const before = input.acts.slice(0, -1)
  if (last) {
    const state = play(game, before, Math.max(last.at, before.at(-1)?.at ?? 0))
    const refused = allowed(game, state, last.act)
    if (refused) return { refused, ...shown(before, state) }
  }
  return { ok: true, ...shown(input.acts, play(game, input.acts, Math.max(input.until, last?.at ?? 0))) }
}
