import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ReferenceStatus } from '#app/domain/reference-request.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { found, requireReferee } from '#app/server/guard.ts'
import { LinkButton } from '#app/ui/Button.tsx'
import { CandidatePage } from '#app/ui/CandidatePage.tsx'
import { title as meta } from '#app/ui/title.ts'
import { referenceOutcome } from '#db/references.ts'

export { meta }

type Outcome = 'received' | 'declined' | 'wrong-person' | 'saved' | 'over'
const outcomes: Partial<Record<ReferenceStatus, Outcome>> = {
  received: 'received',
  declined: 'declined',
  'wrong-person': 'wrong-person',
  opened: 'saved',
  sent: 'saved',
}

/** What became of it: arrived, saved, declined. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, t } = await requireReferee(args)
  const { status, candidate } = found(await referenceOutcome(db, { viewer, now: now() }))
  const outcome: Outcome = outcomes[status] ?? 'over'
  return { title: t(`references.done.${outcome}.title`), outcome, candidate }
}

export default function RefereeDone() {
  const { title, outcome, candidate } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <CandidatePage about={t('references.form.about')}>
      <div className="stack">
        <h1>{title}</h1>
        <p className="lede">{t(`references.done.${outcome}.text`, { candidate })}</p>
        {outcome === 'saved' && (
          <p>
            <LinkButton to="/r">{t('references.done.saved.back')}</LinkButton>
          </p>
        )}
      </div>
    </CandidatePage>
  )
}
