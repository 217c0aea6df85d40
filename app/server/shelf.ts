import type { StaffViewer } from '#app/domain/access.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'
import type { Db } from '#db/client.ts'
import { type OwnAssignment, ownAssignmentsOf } from '#db/own-assignments.ts'
import { type OwnScenario, ownContents, ownScenariosOf } from '#db/own-scenarios.ts'
import { contentHash, type Entry, type Library } from './scenarios.ts'

/** The library with what the viewer's teams have made for themselves. */
export interface Shelf extends Library {
  readonly own: readonly OwnAssignment[]
  readonly pages: readonly OwnScenario[]
}

/** Brought pages are large and change seldom: a complete version is read and hashed once. */
const read = new Map<string, Entry<ScenarioContent>>()
const mostRead = 40
const versionOf = ({ id, contentRev }: OwnScenario) => `${id} ${contentRev}`

async function pageEntries(context: { db: Db; viewer: StaffViewer }, pages: readonly OwnScenario[]) {
  const complete = pages.filter(({ contentRev }) => contentRev !== null)
  const fresh = complete.filter((page) => !read.has(versionOf(page)))
  const found = new Map<string, Entry<ScenarioContent>>()
  for (const { id, rev, content } of await ownContents(context.db, {
    viewer: context.viewer,
    ids: fresh.map(({ id }) => id),
  }))
    found.set(`${id} ${rev}`, { key: content.key, hash: contentHash(content), content })
  const entries = complete.flatMap((page) => {
    const entry = read.get(versionOf(page)) ?? found.get(versionOf(page))
    return entry ? [{ ...entry, page }] : []
  })
  for (const [version, entry] of found) read.set(version, entry)
  for (const version of read.keys()) if (read.size > mostRead) read.delete(version)
  return entries
}

export async function shelfFor(context: { db: Db; viewer: StaffViewer; library: Library }): Promise<Shelf> {
  const { db, viewer, library } = context
  const [own, pages] = await Promise.all([ownAssignmentsOf(db, viewer), ownScenariosOf(db, viewer)])
  const brought = await pageEntries(context, pages)
  const composed = own.map(({ key, content, archived }) => ({
    key,
    hash: contentHash(content),
    content,
    archived,
  }))
  return {
    ...library,
    own,
    pages,
    scenarios: [...library.scenarios, ...brought.filter(({ page }) => !page.archived)],
    scenario: (key) => library.scenario(key) ?? brought.find((entry) => entry.key === key) ?? null,
    assignments: [...library.assignments, ...composed.filter(({ archived }) => !archived)],
    assignment: (key) => library.assignment(key) ?? composed.find((entry) => entry.key === key) ?? null,
  }
}
