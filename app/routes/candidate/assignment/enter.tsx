import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { found, refuse, requireCandidate, within } from '#app/server/guard.ts'
import { Button } from '#app/ui/Button.tsx'
import { CandidatePage } from '#app/ui/CandidatePage.tsx'
import { title } from '#app/ui/title.ts'
import { askForEntry } from '#db/attempt-entry.ts'
import { assignmentOf } from '#db/attempt-view.ts'

export const meta = title

/** The status link only says who somebody is; reading or writing answers on a new device needs a key. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, now, t } = await requireCandidate(args)
  const attempt = found(await assignmentOf(db, { viewer, locale, now: now() }))
  if (viewer.entered || attempt.status === 'invited') return redirect('/a/assignment')
  return { title: t('attempt.entry.title'), vacancyTitle: attempt.vacancyTitle }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireCandidate(args)
  await within(args.context, 'mail', viewer.applicationId)
  const asked = found(await askForEntry(db, { viewer, now: now() }))
  if ('refused' in asked) return refuse(409, asked.refused)
  return { sent: true }
}

export default function EnterPage() {
  const { title, vacancyTitle } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()?.sent
  const { t } = useI18n()
  return (
    <CandidatePage about={vacancyTitle}>
      <div className="stack">
        <h1>{title}</h1>
        <p className="lede">{t('attempt.entry.text')}</p>
        <p>{t('attempt.entry.credited')}</p>
        {sent && <p role="status">{t('attempt.entry.sent')}</p>}
        <Form method="post">
          <Button kind={sent ? undefined : 'primary'}>
            {t(sent ? 'attempt.entry.again' : 'attempt.entry.ask')}
          </Button>
        </Form>
      </div>
    </CandidatePage>
  )
}
