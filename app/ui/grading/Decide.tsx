import { useFetcher } from '@remix-run/react'
import { useId } from 'react'
import type { SuspicionStatus } from '#app/domain/suspicion.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'

interface DecideProps {
  suspicion: { id: string; status: SuspicionStatus; reviewer: string | null; reason: string | null }
}

/** A person says what it was, with a reason. It may be said anew; the history keeps both. */
export function Decide({ suspicion: { id, status, reviewer, reason } }: DecideProps) {
  const { t } = useI18n()
  const fetcher = useFetcher<{ refused?: 'not-revealed' | 'changed-meanwhile' | 'reason-missing' }>()
  const field = useId()
  const refused = fetcher.data?.refused
  const decided = status !== 'suspected'
  return (
    <>
      {decided && (
        <p className="label">
          {t(`grading.lookAt.said.${status}`, { name: reviewer ?? '', reason: reason ?? '' })}
        </p>
      )}
      <details className="fold">
        <summary>{t(decided ? 'grading.lookAt.again' : 'grading.lookAt.decide')}</summary>
        <fetcher.Form method="post" action={`/team/suspicions/${id}`} className="decide-suspicion">
          <input type="hidden" name="from" value={status} />
          <label className="field" htmlFor={field}>
            <span className="label">{t('grading.lookAt.reason')}</span>
            <textarea id={field} name="reason" rows={2} maxLength={2000} required />
          </label>
          {refused && (
            <p className="error" role="alert">
              {t(`grading.refusals.${refused}`)}
            </p>
          )}
          <p className="row">
            {(['confirmed', 'dismissed'] as const)
              .filter((to) => to !== status)
              .map((to) => (
                <Button key={to} dense name="to" value={to}>
                  {t(`grading.lookAt.do.${to}`)}
                </Button>
              ))}
          </p>
        </fetcher.Form>
      </details>
    </>
  )
}
