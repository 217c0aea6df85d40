import { and, eq, exists, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { type AnchorBody, seedOf } from '#app/domain/scenario/anchor-answers.ts'
import type { Db, Tx } from '../../client.ts'
import {
  anchorAnswers,
  applications,
  gradingAssignments,
  hiddenAnchors,
  type KeptDraft,
  type KeptWords,
  vacancies,
} from '../../schema/index.ts'
import { type DeskViewer, ofViewersTeams, onDesk } from '../desk.ts'

/**
 * The anchors on the viewer's desk: those that they have begun, and others for as long as an answer of the vacancy lies
 * open beside them, so that none is left over where no candidate waits. One that was told of is no longer there.
 */
export function hiddenOnDesk(db: Db | Tx, viewer: DeskViewer) {
  const beside = db
    .select({ one: sql`1` })
    .from(gradingAssignments)
    .innerJoin(applications, eq(applications.id, gradingAssignments.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(
      and(
        onDesk(db, viewer),
        isNull(gradingAssignments.lockedAt),
        eq(applications.vacancyId, hiddenAnchors.vacancyId),
      ),
    )
  const ofTeams = db.select({ id: vacancies.id }).from(vacancies).where(ofViewersTeams(viewer))
  return and(
    eq(hiddenAnchors.graderId, viewer.userId),
    isNull(hiddenAnchors.voidedAt),
    isNull(hiddenAnchors.toldAt),
    inArray(hiddenAnchors.vacancyId, ofTeams),
    or(isNotNull(hiddenAnchors.openedAt), exists(beside)),
  )
}

export const isKeptWords = (one: KeptDraft | KeptWords): one is KeptWords => 'words' in one

/** An anchor is nobody's: no name is hidden in it, only what a grader has hidden by hand. */
const nobodyIn = ({ kept }: Pick<typeof hiddenAnchors.$inferSelect, 'kept'>) => ({
  name: '',
  email: '',
  hidden: kept.filter(isKeptWords).map(({ words }) => words),
})

/** One anchor of the viewer's desk, with what was written before it became a candidate's answer. */
export const anchorRow = (db: Db | Tx, viewer: StaffViewer, id: string) =>
  db
    .select({ hidden: hiddenAnchors, written: anchorAnswers.body })
    .from(hiddenAnchors)
    .innerJoin(anchorAnswers, eq(anchorAnswers.id, hiddenAnchors.anchorId))
    .where(and(eq(hiddenAnchors.id, id), hiddenOnDesk(db, viewer)))

/** In the draw for which it was written, and in which the experts have read it. */
export const asRead = ({
  hidden,
  written,
}: {
  hidden: typeof hiddenAnchors.$inferSelect
  written: AnchorBody
}) => ({
  ...hidden,
  seed: seedOf('own', written),
  author: nobodyIn(hidden),
})

/** One anchor of the viewer's desk, held until the transaction ends; undefined when there is none of this id. */
export async function holdHidden(tx: Tx, viewer: StaffViewer, id: string) {
  const [row] = await anchorRow(tx, viewer, id).for('update', { of: hiddenAnchors })
  return row && asRead(row)
}
export type HeldAnchor = NonNullable<Awaited<ReturnType<typeof holdHidden>>>
