import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import type { StaffViewer } from '#app/domain/access.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import type { Db } from '#db/client.ts'
import { findVacancy } from '#db/vacancies/list.ts'
import type { StatusAnswer } from '#db/vacancies/status.ts'
import { type Args, found, idParam, requireStaff } from './guard.ts'
import { statusOfRefusal } from './refusals.ts'

/** What a page says that asks once more before a vacancy is closed or taken back. */
export async function turnPage(args: Args, turn: 'close' | 'unpublish') {
  const { db, t, locale, viewer } = await requireStaff(args, 'publish-vacancy')
  const { id, vacancy } = found(await findVacancy(db, { viewer, id: idParam(args, 'id') }))
  return {
    title: t(`vacancies.home.${turn}`),
    turn,
    vacancy: titleOf(vacancy, locale).title || t('vacancies.untitled'),
    back: `/team/vacancies/${id}/about`,
  }
}

type Verb = (db: Db, input: { viewer: StaffViewer; id: string; now: Date }) => Promise<StatusAnswer>

/** The act itself, and back to the vacancy. */
export async function turnVacancy(args: ActionFunctionArgs, verb: Verb) {
  const { db, viewer, now } = await requireStaff(args, 'publish-vacancy')
  const id = idParam(args, 'id')
  const done = found(await verb(db, { viewer, id, now: now() }))
  if ('refused' in done) return data({ refused: done.refused }, { status: statusOfRefusal(done.refused) })
  return redirect(`/team/vacancies/${id}/about`, 303)
}
