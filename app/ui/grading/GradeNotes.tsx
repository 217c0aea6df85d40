import type { ReactNode } from 'react'
import { useI18n } from '#app/i18n/react.tsx'
import type { NoteData } from './types.ts'

interface GradeNotesProps {
  notes: readonly NoteData[]
  /** What stands beside a note. */
  children?: (note: NoteData) => ReactNode
}

/** Who said what when; the newest last, and spoken when it comes. */
export function GradeNotes({ notes, children }: GradeNotesProps) {
  const { t, formats } = useI18n()
  return (
    <ol className="grade-notes" aria-live="polite">
      {notes.length === 0 && <li className="quiet">{t('grading.discuss.none')}</li>}
      {notes.map((note) => (
        <li key={note.id}>
          <p className="split">
            <span className="strong">{note.own ? t('grading.discuss.you') : note.author}</span>
            <span className="label">{formats.dateTime(note.at, note.zone)}</span>
          </p>
          <p className="typed">{note.text}</p>
          {children?.(note)}
        </li>
      ))}
    </ol>
  )
}
