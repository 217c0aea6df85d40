import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffSchema } from '#app/domain/account.ts'
import { fieldIssues } from '#app/domain/issues.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, refuse, requireStaff, within } from '#app/server/guard.ts'
import { statusOfRefusal } from '#app/server/refusals.ts'
import { LinkButton } from '#app/ui/Button.tsx'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { InviteForm } from '#app/ui/staff/InviteForm.tsx'
import { StaffTable } from '#app/ui/staff/StaffTable.tsx'
import { title } from '#app/ui/title.ts'
import { inviteStaff, ownedTeams, staffOf } from '#db/staff.ts'

export const meta = title

/** The people of the owner's teams and what they may do. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, t, locale } = await requireStaff(args, 'manage-staff')
  return {
    title: t('staff.title'),
    locale,
    teams: await ownedTeams(db, viewer),
    staff: (await staffOf(db, viewer)).map(({ disabledAt, ...person }) => ({
      ...person,
      disabledAt: disabledAt?.toISOString() ?? null,
      self: person.userId === viewer.userId,
    })),
  }
}

/** Gives somebody a role, by invitation where they are new. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'manage-staff')
  const form = await readForm(args.request)
  await within(args.context, 'mail', `staff ${viewer.userId}`)
  const read = staffSchema.safeParse(form.fields)
  const typed = { name: form.text('name'), email: form.text('email') }
  if (!read.success)
    return data({ ...typed, issues: fieldIssues(read.error), refused: null, done: false }, { status: 422 })
  const done = found(await inviteStaff(db, { viewer, ...read.data, now: now() }))
  if ('ok' in done) return data({ ...typed, issues: {}, refused: null, done: true })
  if (done.refused === 'role-too-low') return refuse(403, done.refused)
  return data(
    { ...typed, issues: {}, refused: done.refused, done: false },
    { status: statusOfRefusal(done.refused) },
  )
}

export default function Staff() {
  const { title: heading, teams, staff, locale } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <>
      <PageHead
        title={heading}
        acts={
          <>
            <LinkButton kind="plain" to="/dev/mail" reloadDocument>
              {t('staff.mail')}
            </LinkButton>
            <LinkButton kind="plain" to="/team/health">
              {t('staff.health')}
            </LinkButton>
          </>
        }
      />
      <div className="beside">
        <StaffTable staff={staff} teams={teams.length} />
        <aside>
          <InviteForm
            key={answer?.done ? staff.length : 'form'}
            teams={teams}
            locale={locale}
            answer={answer}
          />
        </aside>
      </div>
    </>
  )
}
