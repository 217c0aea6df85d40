import type { Act, ThreadView } from '#app/domain/scenario/inbox.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { OneOf } from './Choice.tsx'

interface OverProps {
  thread: ThreadView
  busy: string | undefined
  locked: boolean
  act: (act: Act) => void
  lang: string
}

/** The conversation has come to its end: what was it? */
export function Over({ thread, act, ...rest }: OverProps) {
  const { t } = useI18n()
  const { id, outcome, outcomes } = thread
  return (
    <>
      <p className="strong">{t('attempt.inbox.over')}</p>
      {outcome === null && outcomes.length > 0 && (
        <OneOf
          {...rest}
          name={`outcome-${id}`}
          prompt={t('attempt.inbox.overOutcome')}
          options={outcomes}
          act={t('attempt.inbox.close')}
          choose={(option) => act({ do: 'close', thread: id, outcome: option })}
        />
      )}
    </>
  )
}
