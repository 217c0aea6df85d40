import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { interviewForm, interviewMinutes } from '#app/domain/interview.ts'
import { fieldIssues } from '#app/domain/issues.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { applicationHead } from '#app/server/application-head.ts'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { slotAsSent, slotField } from '#app/server/slot-form.ts'
import { Button } from '#app/ui/Button.tsx'
import { ApplicationHead, type HeadOf } from '#app/ui/decisions/ApplicationHead.tsx'
import stylesheet from '#app/ui/decisions.css?url'
import { Empty } from '#app/ui/Empty.tsx'
import { Kit } from '#app/ui/interviews/Kit.tsx'
import { Notes } from '#app/ui/interviews/Notes.tsx'
import { Slot } from '#app/ui/interviews/Slot.tsx'
import { SlotForm } from '#app/ui/interviews/SlotForm.tsx'
import { title } from '#app/ui/title.ts'
import { type InterviewView, interviewsOf, inviteToInterview } from '#db/interviews.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

const slotData = ({ id, interviewer, startsAt, minutes, zone, place, state }: InterviewView) => ({
  id,
  interviewer: interviewer.name,
  startsAt: startsAt.toISOString(),
  minutes,
  zone,
  place,
  state,
})

/** The interview of one application: for those who manage it, and for whoever holds it. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, locale, t } = await requireStaff(args)
  const id = idParam(args, 'id')
  const read = found(await interviewsOf(db, { viewer, applicationId: id, now: now() }))
  const { name, stage, zone, mayManage, current } = read
  const head: HeadOf = mayManage
    ? await applicationHead(db, { viewer, id, locale, now: now() })
    : { id, name, hidden: true, stage, vacancy: { id: null, ...titleOf(read, locale) } }
  // Nobody is met while they are graded blind.
  if (mayManage && head.hidden) throw redirect(`/team/applications/${id}`)
  return {
    title: t('interviews.title', { name }),
    head,
    zone,
    mayInvite: mayManage && stage === 'interview' && current?.state !== 'ahead',
    mayManage,
    current: current && slotData(current),
    earlier: read.earlier.map(slotData),
    people: mayManage ? read.people.map((one) => ({ id: one.id, name: one.name })) : [],
    kit: read.kit,
    aids: read.aids,
    notes: read.notes.map(({ id: noteId, interviewId, author, text, rev, updatedAt }) => ({
      id: noteId,
      interviewId,
      author: author.name,
      own: author.id === viewer.userId,
      text,
      rev,
      updatedAt: updatedAt.toISOString(),
    })),
    blank: {
      day: '',
      time: '',
      zone,
      minutes: String(interviewMinutes.usual),
      place: '',
      interviewerId: viewer.userId,
    },
  }
}

/** Books the slot; both sides are written to. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'manage-interviews')
  await within(args.context, 'write', viewer.userId)
  const applicationId = idParam(args, 'id')
  const { fields } = await readForm(args.request)
  const typed = slotAsSent(fields)
  const parsed = interviewForm.safeParse(fields)
  if (!parsed.success)
    return data({ typed, issues: fieldIssues(parsed.error), refused: undefined }, { status: 422 })
  const done = found(await inviteToInterview(db, { viewer, applicationId, form: parsed.data, now: now() }))
  if ('ok' in done) return redirect(`/team/applications/${applicationId}/interview`, { status: 303 })
  if (done.refused === 'role-too-low') return refuse(403, done.refused)
  const field = slotField(done.refused)
  if (field && done.refused !== 'interviewer-unknown')
    return data({ typed, issues: { [field]: done.refused }, refused: undefined }, { status: 422 })
  return data({ typed, issues: {}, refused: done.refused }, { status: 409 })
}

export default function Interview() {
  const page = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { t, formats } = useI18n()
  const { head, current, earlier, mayManage, mayInvite, zone } = page
  const address = `/team/applications/${head.id}/interview`
  const day = (at: string, inZone: string) => formats.day(at, inZone)
  return (
    <>
      <ApplicationHead head={head} />
      <div className="talk">
        <div className="stack wide">
          {current && (
            <section className="first stack">
              <h2>
                {t(current.state === 'ahead' ? 'interviews.current.ahead' : 'interviews.current.held', {
                  day: day(current.startsAt, current.zone),
                })}
              </h2>
              <Slot
                slot={current}
                also={zone}
                who={{ name: t('interviews.current.who'), value: current.interviewer }}
              />
              {mayManage && current.state === 'ahead' && (
                <div className="row">
                  <Link className="btn" to={`${address}/${current.id}/move`}>
                    {t('interviews.current.move')}
                  </Link>
                  <Form method="post" action={`${address}/${current.id}/cancel`}>
                    <Button kind="plain">{t('interviews.current.cancel')}</Button>
                  </Form>
                  <span className="label">{t('interviews.current.cancelHint')}</span>
                </div>
              )}
            </section>
          )}
          {current && (
            <Notes
              notes={page.notes.filter(({ interviewId }) => interviewId === current.id)}
              action={`${address}/${current.id}/notes`}
              zone={zone}
            />
          )}
          {mayInvite && (
            <section className="first stack">
              <h2>{t(current ? 'interviews.current.again' : 'interviews.slot.invite')}</h2>
              <p className="quiet">{t('interviews.slot.inviteLede')}</p>
              <SlotForm
                action={address}
                typed={again?.typed ?? page.blank}
                issues={again?.issues}
                refused={again?.refused}
                people={page.people}
                acts={<Button kind="primary">{t('interviews.slot.act')}</Button>}
              />
            </section>
          )}
          {!current && !mayInvite && <Empty>{t('interviews.slot.stage')}</Empty>}
          {earlier.length > 0 && (
            <section className="first">
              <h2>{t('interviews.earlier')}</h2>
              <ul className="rows">
                {earlier.map((one) => (
                  <li key={one.id} className="split">
                    <span>
                      {formats.dateTime(one.startsAt, one.zone)}, {one.interviewer}
                    </span>
                    <span className="status">
                      {t(one.state === 'cancelled' ? 'interviews.cancelled' : 'interviews.held')}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        {(current || mayInvite) && <Kit answers={page.kit} aids={page.aids} />}
      </div>
    </>
  )
}
