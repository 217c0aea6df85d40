import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { dayIn } from '#app/domain/zones.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { GraderTable } from '#app/ui/grading/GraderTable.tsx'
import style from '#app/ui/grading.css?url'
import { Lamp } from '#app/ui/Lamp.tsx'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import { VacancyTabs } from '#app/ui/vacancy/VacancyTabs.tsx'
import { gradersOf, inviteGrader } from '#db/grading.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: style }]

const invitation = z.strictObject({ user: z.uuid(), nameKnown: z.literal('on').optional() })

/** Who may grade this vacancy's answers, with what lies on their desks: counts only. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, t, now, viewer, locale } = await requireStaff(args, 'invite-grader')
  const vacancyId = idParam(args, 'id')
  const at = now()
  const { vacancy, zone, graders, graph } = found(await gradersOf(db, { viewer, vacancyId, now: at }))
  return {
    title: t('grading.graders.title'),
    vacancy: {
      id: vacancy.id,
      title: (vacancy.texts[locale] ?? vacancy.texts[vacancy.jobLocale])?.title ?? '',
      language: vacancy.jobLocale,
    },
    today: dayIn(zone, at),
    graph,
    graders: graders.map(
      ({
        userId,
        name,
        roles,
        invitedAt,
        nameKnown,
        asked,
        locked,
        load,
        gradesIn,
        barred,
        calibration,
      }) => ({
        userId,
        name,
        roles,
        invitedOn: invitedAt && dayIn(zone, invitedAt),
        nameKnown,
        asked,
        locked,
        load: {
          left: load.left,
          minutes: load.minutes,
          assumed: load.assumed,
          due: load.dueAt && dayIn(zone, load.dueAt),
        },
        gradesIn,
        barred,
        calibration: {
          standing: calibration.standing,
          until: calibration.validUntil && dayIn(zone, calibration.validUntil),
          advisory: calibration.advisory,
          endedEarly: calibration.endedEarly,
        },
        lacking: calibration.lacking,
      }),
    ),
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
  const { vacancy, graders, graph, today } = useLoaderData<typeof loader>()
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
      <VacancyTabs id={vacancy.id} />
      {result?.refused && (
        <p className="error" role="alert">
          {t(`grading.refusals.${result.refused}`)}
        </p>
      )}
      <Done />
      <p className="quiet column">{t('grading.graders.intro')}</p>
      <p className="quiet column">
        {t('grading.graders.language', { language: formats.language(vacancy.language) })}
      </p>
      {!graph.connected && <p className="quiet column">{t('grading.graders.unconnected')}</p>}
      {graph.few.length > 0 && (
        <p className="quiet column">
          {t('grading.graders.few', { count: graph.few.length, names: formats.list(graph.few) })}
        </p>
      )}
      <GraderTable vacancyId={vacancy.id} graders={graders} today={today} />
    </>
  )
}

/** What became of the last click. */
function Done() {
  const { t } = useI18n()
  const [address] = useSearchParams()
  const count = (name: string) => Number(address.get(name)) || 0
  const said = [
    address.has('asked') && t('grading.graders.asked', { count: count('asked') }),
    count('given') > 0 && t('grading.graders.given', { count: count('given') }),
    count('kept') > 0 && t('grading.graders.kept', { count: count('kept') }),
  ].filter(Boolean)
  return said.length === 0 ? null : (
    <p className="column" role="status">
      {said.join(' ')}
    </p>
  )
}

function Enough({ invited }: { invited: number }) {
  const { t } = useI18n()
  if (invited === 0) return <Lamp>{t('grading.graders.nobody')}</Lamp>
  if (invited === 1) return <Lamp>{t('grading.graders.onlyOne')}</Lamp>
  return invited === 2 ? <span>{t('grading.graders.onlyTwo')}</span> : null
}
