import type { Locale } from '#app/domain/locale.ts'
import type { NextStep } from '#app/domain/next-step.ts'
import { isActive, type Stage } from '#app/domain/pipeline.ts'
import { daysSince } from '#app/domain/silence.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import type { ListedApplication, Turn } from '#db/pipeline.ts'

/** One application as lists and boards show it. Holds no name while it is hidden from the viewer. */
export interface RowView {
  id: string
  /** The name, or the code in its place. */
  shown: string
  locale: Locale
  stage: Stage
  turn: Turn
  next: NextStep
  /** Until when, or when, as an instant in `zone`. */
  at: string | null
  late: boolean
  zone: string
  work: { asked: number; locked: number; further: boolean } | null
  by: string[]
  /** Whole minutes on the candidate's clock. */
  minutes: number | null
  inStage: number
  silence: number
  /** A status mail may be written now. */
  mayWrite: boolean
  vacancy: { id: string; title: string; lang: Locale }
}

/** The row as the browser may know it: days are counted here, by the server's clock and the team's zone. */
export function rowView(row: ListedApplication, locale: Locale, now: Date): RowView {
  const { id, stage, turn, next, zone, work, by, at } = row
  const silence = daysSince(row.lastWordAt, zone, now)
  return {
    id,
    shown: row.name ?? row.code,
    locale: row.locale,
    stage,
    turn,
    next,
    at: at?.toISOString() ?? null,
    late: at !== null && at < now,
    zone,
    work: work && { asked: work.asked, locked: work.locked, further: work.further },
    by,
    minutes:
      next === 'attempt-running' && at
        ? Math.max(0, Math.ceil((at.getTime() - now.getTime()) / 60_000))
        : null,
    inStage: daysSince(row.stageSince, zone, now),
    silence,
    mayWrite: isActive(stage) && silence > 0,
    vacancy: { id: row.vacancy.id, ...titleOf(row.vacancy, locale) },
  }
}
