import { desc, eq } from 'drizzle-orm'
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

/** A rejection that was taken back before its mail left has not happened for the candidate. */
const takenBack = ({ kind, data, actorKind }: EventRow) =>
  kind === 'moved' && data.from === 'rejected' && actorKind === 'system'

/** What happened, the newest first: nobody's name, nobody's words. */
export async function historyOf(db: Db, applicationId: string): Promise<Happened[]> {
  const rows: EventRow[] = await db
    .select({
      at: events.at,
      kind: events.kind,
      subject: events.subject,
      actorKind: events.actorKind,
      data: events.data,
    })
    .from(events)
    .where(eq(events.applicationId, applicationId))
    .orderBy(desc(events.id))
    .limit(200)
  let skip = false
  return rows.flatMap((row): Happened[] => {
    const { at, kind, subject, data } = row
    if (takenBack(row)) skip = true
    else if (skip && kind === 'moved' && data.to === 'rejected') skip = false
    else if (subject === 'application' && kind === 'applied') return [{ at, what: 'applied', to: null }]
    else if (subject === 'application' && kind === 'moved') return moveInWords(row)
    else return told.flatMap((what) => (what === kind ? [{ at, what, to: null }] : []))
    return []
  })
}
