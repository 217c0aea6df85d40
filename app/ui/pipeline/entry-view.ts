import type { TimelineEntry } from '#db/pipeline.ts'

/** One entry of the history as the browser may know it. */
export interface EntryView extends Omit<TimelineEntry, 'at' | 'starts'> {
  at: string
  starts: string | null
}

export const entryView = ({ at, starts, ...entry }: TimelineEntry): EntryView => ({
  ...entry,
  at: at.toISOString(),
  starts: starts?.toISOString() ?? null,
})
