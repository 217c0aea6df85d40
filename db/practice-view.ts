import { and, eq, inArray, ne } from 'drizzle-orm'
import { type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import { handbookOpen } from '#app/domain/onboarding.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'
import type { Db } from './client.ts'
import { factsOfOne } from './newcomers/facts.ts'
import { pinnedScenario } from './pinned.ts'
import { latestRun, type PracticeRun, shownRun } from './practice.ts'
import { newcomers } from './schema/index.ts'

/** A run with the content it was begun with. Only the server reads the content: it holds the reference answer. */
export type PracticeWithCase = PracticeRun & { content: ScenarioContent }

async function withCase(db: Db, run: PracticeRun | undefined): Promise<PracticeWithCase | null> {
  return run ? { ...run, content: await pinnedScenario(db, run.scenarioHash) } : null
}

/** The viewer's newest run, behind the same gate as the handbook: a case brings its articles along. */
export async function ownPractice(
  db: Db,
  input: { viewer: StaffViewer },
): Promise<{ ok: true; run: PracticeWithCase | null } | { refused: 'gate-not-passed' } | null> {
  const [row] = await db
    .select({ id: newcomers.id })
    .from(newcomers)
    .where(eq(newcomers.userId, input.viewer.userId))
  if (!row) return null
  if (!handbookOpen(await factsOfOne(db, row.id))) return { refused: 'gate-not-passed' }
  return { ok: true, run: await withCase(db, await latestRun(db, row.id)) }
}

/** What a newcomer has practised last, for a shift lead of the team; nobody else reads what was practised. */
export async function practiceForLead(
  db: Db,
  input: { viewer: StaffViewer; newcomerId: string },
): Promise<PracticeWithCase | null> {
  const { viewer, newcomerId } = input
  const [row] = await db
    .select({ id: newcomers.id })
    .from(newcomers)
    .where(
      and(
        eq(newcomers.id, newcomerId),
        inArray(newcomers.teamId, teamsWhere(viewer, 'sign-readiness')),
        ne(newcomers.userId, viewer.userId),
      ),
    )
  return row ? withCase(db, await shownRun(db, row.id)) : null
}
