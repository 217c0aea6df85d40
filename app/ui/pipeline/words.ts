import { nextSteps } from '#app/domain/next-step.ts'
import type { Formats } from '#app/i18n/formats.ts'
import type { Translate } from '#app/i18n/keys.ts'
import type { RowView } from './view.ts'

interface Speech {
  t: Translate
  formats: Formats
}

function gradingWords({ t }: Speech, { work, late, at }: RowView, day: string): string {
  if (!work || !at) return t('pipeline.next.grading-settling')
  if (work.further)
    return t(late ? 'pipeline.next.grading-further-late' : 'pipeline.next.grading-further', { day })
  const { locked, asked } = work
  if (late) return t('pipeline.next.grading-late', { locked, asked, day })
  return locked === 0
    ? t('pipeline.next.grading-none', { day })
    : t('pipeline.next.grading', { locked, asked, day })
}

/** What happens next, with its time where it has one. */
export function nextWords(speech: Speech, row: RowView): string {
  const { t, formats } = speech
  const day = row.at ? formats.day(row.at, row.zone) : ''
  switch (row.next) {
    case 'grading':
      return gradingWords(speech, row, day)
    case 'attempt-running':
      return row.minutes === null
        ? t('pipeline.next.attempt-running-free')
        : t('pipeline.next.attempt-running', { count: row.minutes })
    case 'interview-ahead':
      return t('pipeline.next.interview-ahead', { moment: row.at ? formats.dateTime(row.at, row.zone) : '' })
    default:
      return t(`pipeline.next.${row.next}`, { day })
  }
}

/** By whom: a colleague's name where somebody is asked by name. */
export function whoWords({ t }: Speech, { next, by }: Pick<RowView, 'next' | 'by'>): string {
  const [first, ...others] = by
  if (!first) return t(`pipeline.who.${nextSteps[next]}`)
  if (others.length < 2) return by.join(', ')
  return t('pipeline.who.names', { name: first, count: others.length })
}

export const daysWords = ({ t }: Speech, days: number): string =>
  days < 1 ? t('pipeline.list.today') : t('pipeline.list.days', { count: days })

export const shortDays = ({ t }: Speech, days: number): string =>
  days < 1 ? t('pipeline.list.today') : t('pipeline.list.inDays', { count: days })
