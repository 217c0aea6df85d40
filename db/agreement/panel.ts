import { and, eq } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { type DimensionFigures, panelVersion } from '#app/domain/agreement-panel.ts'
import { type Dimension, dimensions } from '#app/domain/dimensions.ts'
import type { GraderFigures } from '#app/domain/grader-report.ts'
import type { LiveFigures } from '#app/domain/hidden-anchors.ts'
import type { Locale } from '#app/domain/locale.ts'
import { liveOfVacancy } from '../calibration.ts'
import type { Db } from '../client.ts'
import { countsOf, type DisagreementCounts } from '../disagreements/list.ts'
import { agreementStats, graderStats, users } from '../schema/index.ts'
import { type VacancyHead, vacancyFor } from '../vacancies/head.ts'
import { workOutAgreement } from './work-out.ts'

export interface AgreementPanel {
  vacancy: VacancyHead
  dimensions: { dimension: Dimension; figures: DimensionFigures; hash: string }[]
  /** `hidden`: hidden anchors among their answers that they have been told of. */
  graders: { id: string; name: string; figures: GraderFigures; hidden: LiveFigures | null }[]
  disagreements: DisagreementCounts
  computedAt: Date | null
}

/** The honest numbers of a vacancy as they were worked out last: from grades that everybody concerned may see. */
export async function agreementOf(
  db: Db,
  { viewer, vacancyId, locale }: { viewer: StaffViewer; vacancyId: string; locale: Locale },
): Promise<AgreementPanel | null> {
  const found = await vacancyFor(db, { viewer, vacancyId, act: 'see-agreement', locale })
  if (!found) return null
  const { teamId: _, ...vacancy } = found
  const stats = await db
    .select()
    .from(agreementStats)
    .where(and(eq(agreementStats.vacancyId, vacancyId), eq(agreementStats.version, panelVersion)))
  const graders = await db
    .select({ id: users.id, name: users.name, figures: graderStats.figures, at: graderStats.computedAt })
    .from(graderStats)
    .innerJoin(users, eq(users.id, graderStats.graderId))
    .where(and(eq(graderStats.vacancyId, vacancyId), eq(graderStats.version, panelVersion)))
    .orderBy(users.name, users.id)
  const hidden = await liveOfVacancy(db, vacancyId)
  const moments = [...stats.map((row) => row.computedAt), ...graders.map(({ at }) => at)]
  return {
    vacancy,
    dimensions: dimensions.flatMap((dimension) =>
      stats
        .filter((row) => row.dimension === dimension)
        .map(({ figures, inputsHash }) => ({ dimension, figures, hash: inputsHash })),
    ),
    graders: graders.map(({ id, name, figures }) => ({ id, name, figures, hidden: hidden.get(id) ?? null })),
    disagreements: await countsOf(db, { viewer, vacancyId }),
    computedAt: moments.reduce<Date | null>((last, at) => (last && last > at ? last : at), null),
  }
}

/** Works the figures out now, for whoever does not want to wait for the next minute. */
export async function refreshAgreement(
  db: Db,
  input: { viewer: StaffViewer; vacancyId: string; locale: Locale; now: Date },
): Promise<{ ok: true } | null> {
  const { vacancyId, now } = input
  if (!(await vacancyFor(db, { ...input, act: 'see-agreement' }))) return null
  await workOutAgreement(db, { vacancyId, now })
  return { ok: true }
}
