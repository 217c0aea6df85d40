import { Form } from '@remix-run/react'
import { noteLimit } from '#app/domain/interview.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Textarea } from '../Field.tsx'

export interface NoteData {
  id: string
  interviewId: string
  author: string
  own: boolean
  text: string
  rev: number
  updatedAt: string
}

interface NoteFormProps {
  action: string
  text: string
  rev: number
  /** When it was last saved, as words. */
  saved?: string
}

export function NoteForm({ action, text, rev, saved }: NoteFormProps) {
  const { t } = useI18n()
  return (
    <Form method="post" action={action} className="stack">
      <input type="hidden" name="baseRev" value={rev} />
      <Textarea
        name="text"
        label={t('interviews.notes.own')}
        hint={t('interviews.notes.hint')}
        defaultValue={text}
        maxLength={noteLimit}
        rows={8}
      />
      <div className="row">
        <Button>{t('interviews.notes.act')}</Button>
        {saved && <span className="label">{saved}</span>}
      </div>
    </Form>
  )
}

/** One's own notes to write, those of others to read. */
export function Notes(props: { notes: readonly NoteData[]; action: string | null; zone: string }) {
  const { notes, action, zone } = props
  const { t, formats } = useI18n()
  const own = notes.find((note) => note.own)
  const others = notes.filter((note) => !note.own && note.text !== '')
  return (
    <section className="first stack">
      <h2>{t('interviews.notes.title')}</h2>
      {action && (
        <NoteForm
          key={own?.rev ?? 0}
          action={action}
          text={own?.text ?? ''}
          rev={own?.rev ?? 0}
          saved={own && t('interviews.notes.saved', { time: formats.dateTime(own.updatedAt, zone) })}
        />
      )}
      {!action && others.length === 0 && <p className="quiet">{t('interviews.notes.nobody')}</p>}
      {others.map((note) => (
        <article key={note.id}>
          <p className="label">
            {t('interviews.notes.others', {
              name: note.author,
              time: formats.dateTime(note.updatedAt, zone),
            })}
          </p>
          <p className="read typed">{note.text}</p>
        </article>
      ))}
    </section>
  )
}
