import { desc, eq } from 'drizzle-orm'
import type { Viewer } from '#app/domain/access.ts'
import type { EventKind } from '#app/domain/event-kinds.ts'
import type { Db, Tx } from './client.ts'
import { newId } from './id.ts'
import { events } from './schema/index.ts'

export type Actor = Viewer | 'system'

export interface EventInput {
  by: Actor
  now: Date
  /** The table's noun, e.g. `application`, and the row. */
  subject: string
  subjectId: string
  kind: EventKind
  teamId?: string
  applicationId?: string
  data?: Record<string, string | number | boolean | null>
}

export function actorOf(by: Actor): {
  actorKind: 'staff' | 'candidate' | 'referee' | 'system'
  actorId: string | null
} {
  if (by === 'system') return { actorKind: 'system', actorId: null }
  switch (by.kind) {
    case 'staff':
      return { actorKind: 'staff', actorId: by.userId }
    case 'candidate':
      return { actorKind: 'candidate', actorId: by.applicationId }
    case 'referee':
      return { actorKind: 'referee', actorId: by.requestId }
  }
}

/** Writes who did what, when, to which row. Always inside the transaction of the change itself. */
export const record = (tx: Tx | Db, input: EventInput): Promise<void> => recordAll(tx, [input])

/** Several in one message. */
export async function recordAll(tx: Tx | Db, inputs: readonly EventInput[]): Promise<void> {
  await tx.insert(events).values(
    inputs.map((input) => ({
      id: newId(input.now.getTime()),
      at: input.now,
      ...actorOf(input.by),
      teamId: input.teamId ?? null,
      subject: input.subject,
      subjectId: input.subjectId,
      applicationId: input.applicationId ?? null,
      kind: input.kind,
      data: input.data ?? {},
    })),
  )
}

/** The newest 200 events of one application, newest first. The caller has checked that the viewer may see it. */
export const eventsOf = (db: Db, applicationId: string) =>
  db.select().from(events).where(eq(events.applicationId, applicationId)).orderBy(desc(events.id)).limit(200)
