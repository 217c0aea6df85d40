import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { textFor } from '#app/domain/vacancy-page.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { statusOfRefusal } from '#app/server/refusals.ts'
import { title } from '#app/ui/title.ts'
import { VacancyTurn } from '#app/ui/vacancy/VacancyTurn.tsx'
import sheet from '#app/ui/vacancy.css?url'
import { findVacancy } from '#db/vacancies/list.ts'
import { unpublishVacancy } from '#db/vacancies/status.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: sheet }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, t, locale, viewer } = await requireStaff(args, 'publish-vacancy')
  const { id, vacancy } = found(await findVacancy(db, { viewer, id: idParam(args, 'id') }))
  return {
    title: t('vacancies.home.unpublish'),
    id,
    vacancy: textFor(vacancy, locale).text.title || t('vacancies.untitled'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'publish-vacancy')
  const id = idParam(args, 'id')
  const done = found(await unpublishVacancy(db, { viewer, id, now: now() }))
  if ('refused' in done) return data({ refused: done.refused }, { status: statusOfRefusal(done.refused) })
  return redirect(`/team/vacancies/${id}/about`, 303)
}

export default function UnpublishVacancy() {
  const { title: heading, id, vacancy } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <VacancyTurn
      heading={heading}
      hint={t('vacancies.home.unpublishHint')}
      button={t('vacancies.home.unpublish')}
      vacancy={vacancy}
      back={`/team/vacancies/${id}/about`}
      refused={answer && t(`vacancies.refusals.${answer.refused}`)}
    />
  )
}
