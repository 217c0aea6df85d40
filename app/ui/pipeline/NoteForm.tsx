import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Textarea } from '../Field.tsx'

export type NoteAnswer = { ok: true } | { issue: 'noteEmpty' | 'noteLong' }

/** A note for colleagues; empties itself when it is kept. */
export function NoteForm({ id }: { id: string }) {
  const { t } = useI18n()
  const fetcher = useFetcher<NoteAnswer>()
  const form = useRef<HTMLFormElement>(null)
  const answer = fetcher.data
  useEffect(() => {
    if (answer && 'ok' in answer) form.current?.reset()
  }, [answer])
  return (
    <fetcher.Form
      ref={form}
      method="post"
      action={`/team/applications/${id}/notes`}
      className="dense stack tight note-form"
    >
      <Textarea
        name="text"
        rows={2}
        label={t('pipeline.history.write')}
        hint={t('pipeline.history.writeHint')}
        error={answer && 'issue' in answer ? t(`pipeline.history.${answer.issue}`) : undefined}
      />
      <Button busy={fetcher.state === 'idle' ? undefined : t('ui.sending')}>
        {t('pipeline.history.save')}
      </Button>
    </fetcher.Form>
  )
}
