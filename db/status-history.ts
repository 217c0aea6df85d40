import { and, desc, eq, lt } from 'drizzle-orm'
import { isStage, type Stage } from '#app/domain/pipeline.ts'
import type { Db } from './client.ts'
import { events } from './schema/index.ts'

/** What is told to the candidate as it is called. */
const told = [
  'started',
  'submitted',
  'expired',
  'references-asked',
  'interview-invited',
  'interview-moved',
  'interview-cancelled',
] as const

export interface Happened {
  at: Date
  what: (typeof told)[number] | 'applied' | 'moved' | 'returned' | 'declined' | 'offer-withdrawn' | 'reopened'
  /** Where a move led. */
  to: Stage | null
}

type EventRow = Pick<typeof events.$inferSelect, 'at' | 'kind' | 'subject' | 'actorKind' | 'data'>

function moveInWords({ at, actorKind, data }: EventRow): Happened[] {
  const { from, to } = data
  if (!isStage(to)) return []
  if (from === 'withdrawn') return [{ at, what: 'returned', to }]
  if (from === 'rejected') return [{ at, what: 'reopened', to }]
  if (from === 'offer' && to === 'decision')
    return [{ at, what: actorKind === 'candidate' ? 'declined' : 'offer-withdrawn', to }]
  return [{ at, what: 'moved', to }]
}

/** What happened, the newest first: nobody's name, nobody's words. `until`: what came then or later is not told yet. */
export async function historyOf(db: Db, applicationId: string, until?: Date): Promise<Happened[]> {
  const rows: EventRow[] = await db
    .select({
      at: events.at,
      kind: events.kind,
      subject: events.subject,
      actorKind: events.actorKind,
      data: events.data,
    })
    .from(events)
    .where(and(eq(events.applicationId, applicationId), until && lt(events.at, until)))
    .orderBy(desc(events.id))
    .limit(200)
  // A rejection that was taken back before its mail left has not happened for the candidate, nor has the way back.
  let undone = false
  return rows.flatMap((row): Happened[] => {
    const { at, kind, subject, data } = row
    if (kind === 'rejection-undone') undone = true
    if (subject === 'application' && kind === 'applied') return [{ at, what: 'applied', to: null }]
    if (subject !== 'application' || kind !== 'moved')
      return told.flatMap((what) => (what === kind ? [{ at, what, to: null }] : []))
    if (!undone || (data.from !== 'rejected' && data.to !== 'rejected')) return moveInWords(row)
    undone = data.to !== 'rejected'
    return []
  })
}
