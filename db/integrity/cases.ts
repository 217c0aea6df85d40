import { and, asc, eq, gt } from 'drizzle-orm'
import { canAnywhere, type StaffViewer } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import { draw, values, writer } from '#app/domain/scenario/draw.ts'
import type { Db, Tx } from '../client.ts'
import { pinnedScenario } from '../pinned.ts'
import { answers, integrityCases } from '../schema/index.ts'
import { a, casesFor, gradesNothing, mayBeSeen, t } from './visible.ts'

const pageSize = 50

/** How a part is called where a reason speaks of it. */
export type PartNames = Record<string, { title: string; lang: Locale }>

export async function partNames(
  db: Db | Tx,
  attempt: { id: string; locale: Locale; seed: number },
): Promise<PartNames> {
  const { locale, seed } = attempt
  const rows = await db
    .select({ id: answers.id, hash: answers.scenarioHash })
    .from(answers)
    .where(eq(answers.attemptId, attempt.id))
  const names: PartNames = {}
  for (const { id, hash } of rows) {
    const content = await pinnedScenario(db, hash)
    const write = writer(locale, values(content, locale, draw(content, String(seed))))
    names[id] = { title: write(content.texts[locale].title), lang: locale }
  }
  return names
}

/** What waits for a person, the oldest first and in no other order; `after` is the last id of the page before. */
export async function openCases(db: Db, { viewer, after }: { viewer: StaffViewer; after?: string }) {
  const rows = await casesFor(db, viewer)
    .where(
      and(
        mayBeSeen(viewer),
        eq(integrityCases.status, 'open'),
        after === undefined ? undefined : gt(integrityCases.id, after),
      ),
    )
    .orderBy(asc(integrityCases.id))
    .limit(pageSize + 1)
  const shown = []
  for (const row of rows.slice(0, pageSize)) {
    const { id, reasons, createdAt, askedAt, statementAt } = row.case
    const { applicationId, name, code, hidden, zone, vacancy, attempt } = row
    shown.push({
      id,
      applicationId,
      // Hidden: only that there is something; what it is, nobody reads before they have opened the name.
      name: hidden ? code : name,
      hidden,
      zone,
      vacancy,
      reasons: hidden ? [] : reasons,
      parts: hidden ? {} : await partNames(db, attempt),
      createdAt,
      askedAt,
      statementAt,
    })
  }
  return { rows: shown, next: rows.length > pageSize ? shown.at(-1)?.id : undefined }
}

/** The case of one application, for its page: whether there is one, and how it stands. */
export async function caseOf(
  db: Db,
  { viewer, applicationId }: { viewer: StaffViewer; applicationId: string },
) {
  if (!canAnywhere(viewer, 'see-integrity')) return null
  const [row] = await casesFor(db, viewer).where(and(mayBeSeen(viewer), eq(a.id, applicationId)))
  if (!row || row.hidden) return null
  return { id: row.case.id, status: row.case.status }
}

/**
 * Which aids the candidate named when handing in. Not before whoever grades this attempt has given their grades. The
 * caller has checked that the viewer may see the application.
 */
export async function aidsOf(
  db: Db,
  { viewer, applicationId }: { viewer: StaffViewer; applicationId: string },
): Promise<string | null> {
  const [row] = await db
    .select({ aids: t.aiDeclaration })
    .from(t)
    .where(and(eq(t.applicationId, applicationId), gradesNothing(viewer)))
  return row?.aids ?? null
}
