import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { noteForm } from '#app/domain/interview.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { NoteForm } from '#app/ui/interviews/Notes.tsx'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import { interviewsOf, saveNote } from '#db/interviews.ts'

export const meta = title

/**
 * The page is only there to choose between two versions; otherwise the notes stand with the interview. Whose it is does
 * not stand here: to read a name is written down, and this page writes nothing down.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, t } = await requireStaff(args)
  const applicationId = idParam(args, 'id')
  const interviewId = idParam(args, 'interview')
  const { current, earlier } = found(await interviewsOf(db, { viewer, applicationId, now: now() }))
  found([current, ...earlier].find((one) => one?.id === interviewId))
  return {
    title: t('interviews.notes.staleTitle'),
    address: `/team/applications/${applicationId}/interview`,
    interviewId,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args)
  await within(args.context, 'write', viewer.userId)
  const applicationId = idParam(args, 'id')
  const interviewId = idParam(args, 'interview')
  const { fields } = await readForm(args.request)
  const parsed = noteForm.safeParse(fields)
  if (!parsed.success) return refuse(422, 'notes-too-long')
  const note = { viewer, applicationId, interviewId, ...parsed.data, now: now() }
  const done = found(await saveNote(db, note))
  if ('ok' in done) return redirect(`/team/applications/${applicationId}/interview`, { status: 303 })
  if (done.refused !== 'stale') return refuse(409, done.refused)
  return data({ here: parsed.data.text, there: done.text, rev: done.rev }, { status: 409 })
}

export default function TwoVersions() {
  const { title: heading, address, interviewId } = useLoaderData<typeof loader>()
  const versions = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <>
      <PageHead title={heading} crumb={<a href={address}>{t('interviews.heading')}</a>} />
      {versions && (
        <div className="stack wide column">
          <p role="alert">{t('interviews.notes.stale')}</p>
          <section className="first stack">
            <h2>{t('interviews.notes.there')}</h2>
            <p className="read typed">{versions.there}</p>
            <p>
              <a className="btn" href={address}>
                {t('interviews.move.back')}
              </a>
            </p>
          </section>
          <section className="first stack">
            <h2>{t('interviews.notes.here')}</h2>
            <NoteForm action={`${address}/${interviewId}/notes`} text={versions.here} rev={versions.rev} />
          </section>
        </div>
      )}
    </>
  )
}
