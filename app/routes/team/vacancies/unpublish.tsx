import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { turnPage, turnVacancy } from '#app/server/vacancy-turn.ts'
import { title } from '#app/ui/title.ts'
import { VacancyTurn } from '#app/ui/vacancy/VacancyTurn.tsx'
import sheet from '#app/ui/vacancy.css?url'
import { unpublishVacancy } from '#db/vacancies/status.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: sheet }]

export const loader = (args: LoaderFunctionArgs) => turnPage(args, 'unpublish')
export const action = (args: ActionFunctionArgs) => turnVacancy(args, unpublishVacancy)

export default function UnpublishVacancy() {
  return <VacancyTurn {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />
}
