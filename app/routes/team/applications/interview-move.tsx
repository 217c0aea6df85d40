import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { interviewForm } from '#app/domain/interview.ts'
import { fieldIssues } from '#app/domain/issues.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { applicationHead } from '#app/server/application-head.ts'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { slotAsSent, slotField, typedSlot } from '#app/server/slot-form.ts'
import { Button } from '#app/ui/Button.tsx'
import { ApplicationHead } from '#app/ui/decisions/ApplicationHead.tsx'
import stylesheet from '#app/ui/decisions.css?url'
import { SlotForm } from '#app/ui/interviews/SlotForm.tsx'
import { title } from '#app/ui/title.ts'
import { interviewsOf, moveInterview } from '#db/interviews.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, locale, t } = await requireStaff(args, 'manage-interviews')
  const id = idParam(args, 'id')
  const interviewId = idParam(args, 'interview')
  const head = await applicationHead(db, { viewer, id, locale, now: now() })
  const read = found(await interviewsOf(db, { viewer, applicationId: id, now: now() }))
  const { current } = read
  if (current?.id !== interviewId || current.state !== 'ahead')
    throw redirect(`/team/applications/${id}/interview`)
  return {
    title: t('interviews.move.title', { name: head.name }),
    head,
    interviewId,
    sequence: current.sequence,
    typed: typedSlot({ ...current, interviewerId: current.interviewer.id }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'manage-interviews')
  await within(args.context, 'write', viewer.userId)
  const applicationId = idParam(args, 'id')
  const interviewId = idParam(args, 'interview')
  const { fields } = await readForm(args.request)
  const typed = slotAsSent(fields)
  const parsed = interviewForm.omit({ interviewerId: true }).safeParse(fields)
  if (!parsed.success)
    return data({ typed, issues: fieldIssues(parsed.error), refused: undefined }, { status: 422 })
  const sequence = Number(fields.sequence) || 0
  const change = { viewer, applicationId, interviewId, sequence, form: parsed.data, now: now() }
  const done = found(await moveInterview(db, change))
  if ('ok' in done) return redirect(`/team/applications/${applicationId}/interview`, { status: 303 })
  if (done.refused === 'role-too-low') return refuse(403, done.refused)
  const field = slotField(done.refused)
  if (field) return data({ typed, issues: { [field]: done.refused }, refused: undefined }, { status: 422 })
  return data({ typed, issues: {}, refused: done.refused }, { status: 409 })
}

export default function MoveInterview() {
  const { head, interviewId, sequence, typed } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { t } = useI18n()
  const address = `/team/applications/${head.id}/interview`
  return (
    <>
      <ApplicationHead head={head} />
      <section className="first stack column">
        <h2>{t('interviews.move.heading')}</h2>
        <p className="quiet">{t('interviews.move.lede')}</p>
        <SlotForm
          action={`${address}/${interviewId}/move`}
          typed={again?.typed ?? typed}
          issues={again?.issues}
          refused={again?.refused}
          sequence={sequence}
          acts={
            <>
              <Button kind="primary">{t('interviews.move.act')}</Button>
              <Link className="btn plain" to={address}>
                {t('interviews.move.back')}
              </Link>
            </>
          }
        />
      </section>
    </>
  )
}
