import type { Locale } from '#app/domain/locale.ts'
import { isYours, type NextStep } from '#app/domain/next-step.ts'
import type { Stage } from '#app/domain/pipeline.ts'
import type { ListRow } from './list.ts'
import { readWork, type Work } from './work.ts'

/** Who has waited too long for a word, who waits for staff, who waits for somebody else: the list's order. */
export const turns = ['overdue', 'yours', 'others'] as const
export type Turn = (typeof turns)[number]

export interface ListedApplication {
  id: string
  code: string
  /** null while it is hidden from this viewer: then the code stands in its place. */
  name: string | null
  locale: Locale
  stage: Stage
  stageSince: Date
  lastWordAt: Date
  createdAt: Date
  zone: string
  vacancy: ListRow['vacancy']
  next: NextStep
  turn: Turn
  /** Until when, or when, where the next step has a time. */
  at: Date | null
  work: Work | null
  /** Those who must act, where it is somebody by name. */
  by: string[]
}

function turnOf({ overdue, next }: ListRow): Turn {
  if (overdue) return 'overdue'
  return isYours(next) ? 'yours' : 'others'
}

const date = (text: string | undefined) => (text === undefined ? null : new Date(text))

function timeOf(row: ListRow, work: Work | null): Date | null {
  switch (row.next) {
    case 'invitation-open':
    case 'invitation-over':
      return row.attempt?.openUntil ?? null
    case 'attempt-running':
      return row.attempt?.deadlineAt ?? null
    case 'grading':
      return work?.due ?? null
    case 'interview-ahead':
    case 'interview-held':
      return date(row.interview?.startsAt)
    case 'offer-open':
    case 'offer-over':
      return row.offerUntil
    default:
      return null
  }
}

function whoOf(row: ListRow, work: Work | null): string[] {
  if (row.next === 'grading') return work?.graders ?? []
  return row.next === 'interview-ahead' && row.interview ? [row.interview.interviewer] : []
}

/** The row as the pages know it. */
export function listed(row: ListRow): ListedApplication {
  const work = readWork(row.work)
  const { overdue: _, attempt: __, interview: ___, offerUntil: ____, ...kept } = row
  return { ...kept, work, turn: turnOf(row), at: timeOf(row, work), by: whoOf(row, work) }
}
