import { useI18n } from '#app/i18n/react.tsx'
import type { DraftSave } from './useDraftSave.ts'

/** The session has ended; what is on the desk stays on this device and is there again after signing in. */
export function SignedOut({ id }: { id: string }) {
  const { t } = useI18n()
  return (
    <p className="conflict" role="alert">
      {t('grading.signedOut')}{' '}
      <a href={`/sign-in?to=${encodeURIComponent(`/team/grading/${id}`)}`}>{t('grading.signInAgain')}</a>
    </p>
  )
}

/** Locked in another tab, or no longer on the desk: what is typed here now is kept apart, and counts no more. */
export function Over({ id, why }: { id: string; why: NonNullable<DraftSave['over']> }) {
  const { t } = useI18n()
  return (
    <p className="conflict" role="alert">
      {t(`grading.over.${why}`)}{' '}
      {why === 'locked' ? (
        <a href={`/team/grading/${id}`}>{t('grading.reload')}</a>
      ) : (
        <a href="/team/grading">{t('grading.title')}</a>
      )}
    </p>
  )
}
