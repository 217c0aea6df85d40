import { eq } from 'drizzle-orm'
import { can, type StaffViewer } from '#app/domain/access.ts'
import { missing, type Vacancy } from '#app/domain/vacancy.ts'
import { dayIn } from '#app/domain/zones.ts'
import type { Db } from './client.ts'
import { newId } from './id.ts'
import { vacancies } from './schema/index.ts'
import { saveOpenings } from './vacancies/openings.ts'
import { gradingBeganHeld, replan } from './vacancies/replan.ts'
import { type Act, columnsOf, holdVacancy, tell, type VacancyRow } from './vacancies/rows.ts'
import { freeSlug } from './vacancies/slug.ts'

/** A draft, seen by nobody but the team. null: no such team of the viewer's. */
export async function draftVacancy(
  db: Db,
  input: { viewer: StaffViewer; teamId: string; vacancy: Vacancy; now: Date },
): Promise<{ ok: true; id: string } | { refused: 'role-too-low' } | null> {
  const { viewer, teamId, vacancy, now } = input
  if (!can(viewer, 'edit-vacancy', { teamId }))
    return can(viewer, 'see-vacancies', { teamId }) ? { refused: 'role-too-low' } : null
  const id = newId(now.getTime())
  await db.transaction(async (tx) => {
    const slug = await freeSlug(tx, vacancy, id)
    await tx.insert(vacancies).values({
      id,
      teamId,
      slug,
      status: 'draft',
      ...columnsOf(vacancy),
      createdBy: viewer.userId,
      createdAt: now,
      updatedAt: now,
    })
    await saveOpenings(tx, { vacancyId: id, days: vacancy.openings.map(({ startsOn }) => startsOn), now })
    await tell(tx, input, { id, teamId, rev: 0 }, 'drafted')
  })
  return { ok: true, id }
}

export type EditRefusal =
  | 'role-too-low'
  | 'vacancy-closed'
  | 'stale-revision'
  | 'plan-frozen'
  | 'grading-began'
  | 'vacancy-incomplete'
  | 'opening-offered'

type Figures = Partial<Record<string, number>>
const same = (a: Figures, b: Figures) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

/**
 * What may not change once people can apply: the language of the work, the assignment, what weighs how much and which
 * aids are allowed.
 */
const changesPlan = (row: VacancyRow, vacancy: Vacancy) =>
  row.jobLocale !== vacancy.jobLocale ||
  row.assignmentKey !== vacancy.assignmentKey ||
  row.aiPolicy !== vacancy.aiPolicy ||
  row.index !== vacancy.index ||
  row.terms.attitudeShare !== vacancy.terms.attitudeShare ||
  !same(row.terms.omega, vacancy.terms.omega) ||
  !same(row.weights, vacancy.weights)

/** What may change, as a new plan, until the first answer is given to a grader: lines, and whether severity is taken off. */
const changesTerms = ({ terms }: VacancyRow, vacancy: Vacancy) =>
  terms.severity !== vacancy.terms.severity || !same(terms.lines, vacancy.terms.lines)

function editable(row: VacancyRow, input: Act & { rev: number; vacancy: Vacancy }): EditRefusal | undefined {
  if (!can(input.viewer, 'edit-vacancy', row)) return 'role-too-low'
  if (row.status === 'closed') return 'vacancy-closed'
  if (row.rev !== input.rev) return 'stale-revision'
  if (row.status === 'draft') return undefined
  if (changesPlan(row, input.vacancy)) return 'plan-frozen'
  const today = dayIn(input.vacancy.schedule.zone, input.now)
  return missing(input.vacancy, today).length > 0 ? 'vacancy-incomplete' : undefined
}

/** Saves the whole form. `rev` is the revision that the editor had before them; a published vacancy stays complete. */
export async function editVacancy(
  db: Db,
  input: Act & { rev: number; vacancy: Vacancy },
): Promise<{ ok: true; rev: number } | { refused: EditRefusal } | null> {
  const { id, vacancy, now } = input
  return db.transaction(async (tx) => {
    const row = await holdVacancy(tx, input)
    if (!row) return null
    const refused = editable(row, input)
    if (refused) return { refused }
    const replans = row.status === 'published' && changesTerms(row, vacancy)
    if (replans && (await gradingBeganHeld(tx, id))) return { refused: 'grading-began' }
    const seats = await saveOpenings(tx, {
      vacancyId: id,
      days: vacancy.openings.map(({ startsOn }) => startsOn),
      now,
    })
    if ('refused' in seats) return seats
    const { weights, index, terms } = vacancy
    if (replans) await replan(tx, { viewer: input.viewer, vacancyId: id, weights, index, terms, now })
    const rev = row.rev + 1
    // The address is promised to the world with the first publication.
    const slug = row.publishedAt ? row.slug : await freeSlug(tx, vacancy, id)
    await tx
      .update(vacancies)
      .set({ ...columnsOf(vacancy), slug, rev, updatedAt: now })
      .where(eq(vacancies.id, id))
    await tell(tx, input, { ...row, rev }, 'edited')
    return { ok: true, rev }
  })
}
