import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { type Act, can, memberOf, type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import { freshMarks, type OwnPageDraft, type PageMarks, type SavedPage } from '#app/domain/own-page.ts'
import type { ReviewContent } from '#app/domain/scenario/page-review.ts'
import type { Db } from './client.ts'
import { record } from './events.ts'
import { newId } from './id.ts'
import { ownScenarios } from './schema/index.ts'

export const ownPageKey = (id: string) => `own-page-${id}`
export const newScenarioId = (now: Date) => newId(now.getTime())

/** A brought page as lists need it: without the page itself, which may be large. */
export interface OwnScenario {
  id: string
  teamId: string
  key: string
  rev: number
  name: string
  defects: number
  /** The revision that assignments take; null until the page is complete. */
  contentRev: number | null
  archived: boolean
}

const head = {
  id: ownScenarios.id,
  teamId: ownScenarios.teamId,
  key: ownScenarios.key,
  rev: ownScenarios.rev,
  name: sql<string>`coalesce(nullif(trim(${ownScenarios.draft} #>> array['marks', 'texts', ${ownScenarios.draft} #>> '{marks,writtenIn}', 'title']), ''), ${ownScenarios.draft} #>> '{page,name}')`,
  defects: sql<number>`jsonb_array_length(${ownScenarios.draft} #> '{marks,defects}')`.mapWith(Number),
  contentRev: ownScenarios.contentRev,
  archived: isNotNull(ownScenarios.archivedAt).mapWith(Boolean),
}

/** The pages that the viewer's teams have brought, also those that are no longer offered. */
export async function ownScenariosOf(db: Db, viewer: StaffViewer): Promise<OwnScenario[]> {
  const teams = teamsWhere(viewer, 'see-scenarios')
  if (teams.length === 0) return []
  return db
    .select(head)
    .from(ownScenarios)
    .where(inArray(ownScenarios.teamId, teams))
    .orderBy(ownScenarios.key)
}

/** The last complete version of these. */
export async function ownContents(
  db: Db,
  input: { viewer: StaffViewer; ids: readonly string[] },
): Promise<{ id: string; rev: number; content: ReviewContent }[]> {
  const teams = teamsWhere(input.viewer, 'see-scenarios')
  if (teams.length === 0 || input.ids.length === 0) return []
  const rows = await db
    .select({ id: ownScenarios.id, rev: ownScenarios.contentRev, content: ownScenarios.content })
    .from(ownScenarios)
    .where(and(inArray(ownScenarios.id, [...input.ids]), inArray(ownScenarios.teamId, teams)))
  return rows.flatMap(({ id, rev, content }) =>
    rev === null || content === null ? [] : [{ id, rev, content }],
  )
}

/** One page with everything that stands in its draft, for who may do this with it. */
export async function ownPage(
  db: Db,
  input: { viewer: StaffViewer; id: string; act: Act },
): Promise<(OwnScenario & { draft: OwnPageDraft }) | null> {
  const teams = teamsWhere(input.viewer, input.act)
  if (teams.length === 0) return null
  const [row] = await db
    .select({ ...head, draft: ownScenarios.draft })
    .from(ownScenarios)
    .where(and(eq(ownScenarios.id, input.id), inArray(ownScenarios.teamId, teams)))
  return row ?? null
}

type Refusal = 'role-too-low' | 'stale-revision' | 'already-there'

/** Keeps a cleaned page with nothing planted in it yet. `id` names it, so that a form sent twice keeps it once. */
export async function bringPage(
  db: Db,
  input: { viewer: StaffViewer; teamId: string; id: string; page: SavedPage; writtenIn: Locale; now: Date },
): Promise<{ ok: true; id: string } | { refused: Refusal } | null> {
  const { viewer, teamId, id, page, now } = input
  if (!memberOf(viewer, teamId)) return null
  if (!can(viewer, 'compose-assignment', { teamId })) return { refused: 'role-too-low' }
  return db.transaction(async (tx) => {
    const made = await tx
      .insert(ownScenarios)
      .values({
        id,
        teamId,
        key: ownPageKey(id),
        draft: { page, marks: freshMarks(input.writtenIn) },
        createdBy: viewer.userId,
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoNothing({ target: ownScenarios.id })
      .returning({ id: ownScenarios.id })
    if (made.length === 0) {
      const [kept] = await tx
        .select({ teamId: ownScenarios.teamId })
        .from(ownScenarios)
        .where(eq(ownScenarios.id, id))
      return kept?.teamId === teamId ? { ok: true, id } : null
    }
    await record(tx, { by: viewer, now, subject: 'scenario', subjectId: id, teamId, kind: 'page-brought' })
    return { ok: true, id }
  })
}

/** Writes what is planted and asked. `content` is the compiled version where the draft is complete; else the last one stays. */
export async function markPage(
  db: Db,
  input: {
    viewer: StaffViewer
    id: string
    rev: number
    marks: PageMarks
    content: ReviewContent | null
    now: Date
  },
): Promise<{ ok: true; rev: number } | { refused: Refusal; rev?: number } | null> {
  const { id, rev, marks, content } = input
  return change(db, input, (row) => ({
    set: {
      draft: { page: row.draft.page, marks },
      rev: rev + 1,
      ...(content && { content, contentRev: rev + 1 }),
    },
    kind: 'page-marked',
    rev: rev + 1,
    id,
  }))
}

/** Takes a page out of what is offered. Twice is once. */
export async function archivePage(
  db: Db,
  input: { viewer: StaffViewer; id: string; rev: number; now: Date },
): Promise<{ ok: true; rev: number } | { refused: Refusal; rev?: number } | null> {
  return change(db, input, () => ({
    set: { archivedAt: input.now },
    kind: 'page-archived',
    rev: input.rev,
    id: input.id,
  }))
}

type Row = typeof ownScenarios.$inferSelect
interface Change {
  set: Partial<typeof ownScenarios.$inferInsert>
  kind: 'page-marked' | 'page-archived'
  rev: number
  id: string
}
async function change(
  db: Db,
  input: { viewer: StaffViewer; id: string; rev: number; now: Date },
  to: (row: Row) => Change,
): Promise<{ ok: true; rev: number } | { refused: Refusal; rev?: number } | null> {
  const { viewer, id, rev, now } = input
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(ownScenarios).where(eq(ownScenarios.id, id)).for('update')
    if (!row || !memberOf(viewer, row.teamId)) return null
    if (!can(viewer, 'compose-assignment', row)) return { refused: 'role-too-low' }
    const made = to(row)
    if (row.archivedAt)
      return made.kind === 'page-archived'
        ? { ok: true, rev: row.rev }
        : { refused: 'already-there', rev: row.rev }
    if (row.rev !== rev) return { refused: 'stale-revision', rev: row.rev }
    await tx
      .update(ownScenarios)
      .set({ ...made.set, updatedAt: now })
      .where(eq(ownScenarios.id, id))
    await record(tx, {
      by: viewer,
      now,
      subject: 'scenario',
      subjectId: id,
      teamId: row.teamId,
      kind: made.kind,
    })
    return { ok: true, rev: made.rev }
  })
}
