import type { Mood as MoodName } from '#app/domain/scenario/inbox.ts'
import { useI18n } from '#app/i18n/react.tsx'

/** A voice as a line: jagged where it is loud, waved where it shakes, flat where it is quiet. */
const lines: Record<MoodName, string> = {
  furious: 'M0 6l2-6 3 12 3-12 3 12 3-12 3 12 3-12 3 12 3-6',
  angry: 'M0 6l3-5 4 10 4-10 4 10 4-10 4 10 3-5',
  impatient: 'M0 9h3l2-6 2 6h4l2-6 2 6h4l2-6 2 6h3',
  hurried: 'M0 8l2-4 2 4 2-4 2 4 2-4 2 4 2-4 2 4 2-4 2 4 2-4 2 4 2-4',
  worried: 'M0 6q3.25-7 6.5 0t6.5 0 6.5 0 6.5 0',
  puzzled: 'M0 6h9q3-6 6 0t6 0h5',
  hurt: 'M0 3h7q4 0 6 3t6 3h7',
  neutral: 'M5 6h16',
  friendly: 'M0 4q13 9 26 0',
  calm: 'M0 6h26',
  relieved: 'M0 6l2-5 3 9 3-6 2 2h16',
  grateful: 'M0 9q6.5-10 13 0 6.5-10 13 0',
}

export function Mood({ mood }: { mood: MoodName }) {
  const { t } = useI18n()
  return (
    <span className="mood">
      <svg viewBox="0 0 26 12" aria-hidden="true">
        <path d={lines[mood]} />
      </svg>
      {t(`attempt.moods.${mood}`)}
    </span>
  )
}
