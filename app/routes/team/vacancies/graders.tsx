import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { Button } from '#app/ui/Button.tsx'
import { Checkbox } from '#app/ui/Field.tsx'
import style from '#app/ui/grading.css?url'
import { Lamp } from '#app/ui/Lamp.tsx'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { Strip } from '#app/ui/Strip.tsx'
import { title } from '#app/ui/title.ts'
import { gradersOf, inviteGrader } from '#db/grading.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: style }]

const invitation = z.strictObject({ user: z.uuid(), nameKnown: z.literal('on').optional() })

/** Who may grade this vacancy's answers, with what lies on their desks: counts only. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, t, viewer, locale } = await requireStaff(args, 'invite-grader')
  const vacancyId = idParam(args, 'id')
  const { vacancy, graders } = found(await gradersOf(db, { viewer, vacancyId }))
  return {
    title: t('grading.graders.title'),
    vacancy: {
      id: vacancy.id,
      title: (vacancy.texts[locale] ?? vacancy.texts[vacancy.jobLocale])?.title ?? '',
      language: vacancy.jobLocale,
    },
    graders: graders.map(({ userId, name, roles, invitedAt, nameKnown, asked, locked, open }) => ({
      userId,
      name,
      roles,
      invitedOn: invitedAt?.toISOString().slice(0, 10) ?? null,
      nameKnown,
      asked,
      locked,
      open,
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'invite-grader')
  const vacancyId = idParam(args, 'id')
  await within(args.context, 'write', viewer.userId)
  const read = invitation.safeParse((await readForm(args.request)).fields)
  if (!read.success) return refuse(400, 'bad-shape')
  const { user: userId, nameKnown } = read.data
  const done = found(
    await inviteGrader(db, { viewer, vacancyId, userId, nameKnown: nameKnown === 'on', now: now() }),
  )
  if ('ok' in done)
    return redirect(`/team/vacancies/${vacancyId}/graders?asked=${done.asked}`, { status: 303 })
  return data({ refused: done.refused }, { status: done.refused === 'role-too-low' ? 403 : 409 })
}

export default function Graders() {
  const { vacancy, graders } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t, formats } = useI18n()
  const invited = graders.filter(({ invitedOn }) => invitedOn !== null).length
  return (
    <>
      <PageHead
        title={t('grading.graders.title')}
        crumb={<Link to={`/team/vacancies/${vacancy.id}`}>{vacancy.title}</Link>}
        who={<Enough invited={invited} />}
      />
      {result?.refused && (
        <p className="error" role="alert">
          {t(`grading.refusals.${result.refused}`)}
        </p>
      )}
      <p className="quiet column">{t('grading.graders.intro')}</p>
      <p className="quiet column">
        {t('grading.graders.language', { language: formats.language(vacancy.language) })}
      </p>
      <Strip name={t('grading.graders.title')} narrow>
        <table className="table graders">
          <thead>
            <tr>
              <th scope="col">{t('grading.graders.person')}</th>
              <th scope="col" className="n">
                {t('grading.graders.here')}
              </th>
              <th scope="col" className="n">
                {t('grading.graders.desk')}
              </th>
              <th scope="col">{t('grading.graders.since')}</th>
            </tr>
          </thead>
          <tbody>
            {graders.map((grader) => (
              <tr key={grader.userId}>
                <th scope="row">
                  {grader.name}{' '}
                  <span className="label">
                    {formats.list(grader.roles.map((role) => t(`shared.roles.${role}`)))}
                  </span>
                </th>
                <td className="n">
                  {grader.invitedOn && t('grading.progress', { done: grader.locked, total: grader.asked })}
                </td>
                <td className="n">{grader.open}</td>
                <td>
                  <Invitation {...grader} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Strip>
    </>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['graders'][number]

/** Who reads identities by role is offered the exception of small teams; a grader never opens one. */
function Invitation({ userId, roles, invitedOn, nameKnown }: Row) {
  const { t, formats } = useI18n()
  const opens = roles.some((role) => role === 'owner' || role === 'manager')
  return (
    <Form method="post" className="invitation" preventScrollReset>
      <input type="hidden" name="user" value={userId} />
      {invitedOn && <span className="num">{formats.day(invitedOn)}</span>}
      {opens && (
        <Checkbox
          id={`known-${userId}`}
          name="nameKnown"
          label={t('grading.graders.nameKnown')}
          hint={t('grading.graders.nameKnownHint')}
          defaultChecked={nameKnown}
        />
      )}
      {(!invitedOn || opens) && (
        <Button dense>{t(invitedOn ? 'grading.graders.allow' : 'grading.graders.invite')}</Button>
      )}
    </Form>
  )
}

function Enough({ invited }: { invited: number }) {
  const { t } = useI18n()
  if (invited === 0) return <Lamp>{t('grading.graders.nobody')}</Lamp>
  if (invited === 1) return <Lamp>{t('grading.graders.onlyOne')}</Lamp>
  return invited === 2 ? <span>{t('grading.graders.onlyTwo')}</span> : null
}
