import type { StaffViewer } from '#app/domain/access.ts'
import type { Db } from '#db/client.ts'
import { type OwnAssignment, ownAssignmentsOf } from '#db/own-assignments.ts'
import { contentHash, type Library } from './scenarios.ts'

/** The library with what the viewer's teams have made for themselves. */
export interface Shelf extends Library {
  readonly own: readonly OwnAssignment[]
}

export async function shelfFor(context: { db: Db; viewer: StaffViewer; library: Library }): Promise<Shelf> {
  const { db, viewer, library } = context
  const own = await ownAssignmentsOf(db, viewer)
  const composed = own.map(({ key, content, archived }) => ({
    key,
    hash: contentHash(content),
    content,
    archived,
  }))
  return {
    ...library,
    own,
    assignments: [...library.assignments, ...composed.filter(({ archived }) => !archived)],
    assignment: (key) => library.assignment(key) ?? composed.find((entry) => entry.key === key) ?? null,
  }
}
