import { useFetcher } from '@remix-run/react'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { Dimension } from '#app/domain/dimensions.ts'
import { undoSeconds } from '#app/domain/reveal.ts'
import { type NoteAnswer, noteLimit } from '#app/domain/spread.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Textarea } from '../Field.tsx'
import { GradeNotes } from './GradeNotes.tsx'
import type { NoteData } from './types.ts'

interface DiscussionProps {
  /** The viewer's own request. */
  id: string
  dimension: Dimension
  notes: readonly NoteData[]
}

/** Where the levels lie far apart: what the graders of this answer say to each other. It changes no grade. */
export function Discussion({ id, dimension, notes }: DiscussionProps) {
  const { t } = useI18n()
  const title = useId()
  const address = `/team/grading/${id}/notes`
  const send = useFetcher<NoteAnswer>()
  const back = useFetcher<NoteAnswer>()
  const [text, write] = useKeptText(`note ${id} ${dimension}`)
  const field = useRef<HTMLTextAreaElement>(null)
  const sent = useRef('')
  const now = useRef(text)
  now.current = text
  const fresh = useFresh(send.data && 'ok' in send.data ? send.data.id : undefined)

  // Whoever typed on meanwhile keeps what they typed.
  useEffect(() => {
    if (send.data && 'ok' in send.data && now.current.trim() === sent.current) write('')
  }, [send.data, write])
  useEffect(() => {
    if (!back.data || !('ok' in back.data)) return
    if (!now.current) write(sent.current)
    field.current?.focus()
  }, [back.data, write])

  const refused = [send.data, back.data].find((answer) => answer && 'refused' in answer)
  return (
    <section className="discussion" aria-labelledby={title}>
      <h3 id={title}>{t('grading.discuss.title')}</h3>
      <GradeNotes notes={notes}>
        {(note) =>
          note.id === fresh && (
            <back.Form method="post" action={`${address}/undo`}>
              <input type="hidden" name="note" value={note.id} />
              <Button kind="plain" dense busy={back.state === 'idle' ? undefined : t('ui.sending')}>
                {t('ui.undo')}
              </Button>
            </back.Form>
          )
        }
      </GradeNotes>
      <send.Form
        method="post"
        action={address}
        onSubmit={() => {
          sent.current = text.trim()
        }}
      >
        <input type="hidden" name="dimension" value={dimension} />
        <Textarea
          ref={field}
          id={`note-${dimension}`}
          name="text"
          rows={2}
          label={t('grading.discuss.label')}
          hint={t('grading.discuss.hint')}
          error={
            refused && 'refused' in refused ? t(`grading.discuss.refusals.${refused.refused}`) : undefined
          }
          value={text}
          onChange={(event) => write(event.target.value)}
          maxLength={noteLimit}
        />
        <Button dense busy={send.state === 'idle' ? undefined : t('ui.sending')}>
          {t('grading.discuss.send')}
        </Button>
      </send.Form>
    </section>
  )
}

/** A note that was just written can be taken back for as long as a lock. */
function useFresh(id: string | undefined): string | undefined {
  const [over, end] = useState<string>()
  useEffect(() => {
    if (!id) return
    const timer = setTimeout(() => end(id), undoSeconds * 1000)
    return () => clearTimeout(timer)
  }, [id])
  return id === over ? undefined : id
}

/** What is being written stays in this tab: another criterion, another answer or a lost session does not take it. */
function useKeptText(key: string) {
  const [text, set] = useState('')
  useEffect(() => {
    const kept = sessionStorage.getItem(key)
    if (kept) set(kept)
  }, [key])
  const write = useCallback(
    (next: string) => {
      set(next)
      if (next) sessionStorage.setItem(key, next)
      else sessionStorage.removeItem(key)
    },
    [key],
  )
  return [text, write] as const
}
