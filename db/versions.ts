import { inArray } from 'drizzle-orm'
import type { AssignmentContent } from '#app/domain/scenario/assignment.ts'
import type { Db, Tx } from './client.ts'
import { scenarioVersions } from './schema/index.ts'

interface Item<Content = unknown> {
  key: string
  hash: string
  content: Content
}

/** What this module asks of the library of scenarios; the server's own fits. */
export interface Shelf {
  rubric: Item
  handbook: Item
  scenario(key: string): Item | null
  assignment(key: string): Item<AssignmentContent> | null
}

export type VersionKind = (typeof scenarioVersions.$inferSelect)['kind']
export interface Version extends Item {
  kind: VersionKind
}

/** An assignment with everything that it needs, as it is on the shelf now; null when the shelf has no such assignment. */
export interface Assembled {
  assignment: Item<AssignmentContent>
  rubric: Item
  handbook: Item
  versions: Version[]
}

export function assemble(shelf: Shelf, assignmentKey: string): Assembled | null {
  const assignment = shelf.assignment(assignmentKey)
  if (!assignment) return null
  const keys = [...assignment.content.warmUps, ...assignment.content.sections.map(({ scenario }) => scenario)]
  const scenarios = [...new Set(keys)].map((key) => {
    const scenario = shelf.scenario(key)
    if (!scenario)
      throw new Error(`the assignment ${assignmentKey} names the scenario ${key}, which is not there`)
    return scenario
  })
  const { rubric, handbook } = shelf
  const version = (kind: VersionKind, { key, hash, content }: Item): Version => ({ kind, key, hash, content })
  return {
    assignment,
    rubric,
    handbook,
    versions: [
      version('assignment', assignment),
      version('rubric', rubric),
      version('handbook', handbook),
      ...scenarios.map((scenario) => version('scenario', scenario)),
    ],
  }
}

/** Keeps each content under its hash; what is kept already is left as it is, since a hash names one content only. */
export async function pinVersions(
  tx: Tx | Db,
  input: { versions: readonly Version[]; now: Date },
): Promise<void> {
  if (input.versions.length === 0) return
  const hashes = input.versions.map(({ hash }) => hash)
  const kept = await tx
    .select({ hash: scenarioVersions.hash })
    .from(scenarioVersions)
    .where(inArray(scenarioVersions.hash, hashes))
  const known = new Set(kept.map(({ hash }) => hash))
  const fresh = input.versions.filter(({ hash }) => !known.has(hash))
  if (fresh.length === 0) return
  await tx
    .insert(scenarioVersions)
    .values(fresh.map(({ kind, key, hash, content }) => ({ kind, key, hash, content, createdAt: input.now })))
    .onConflictDoNothing()
}
