import { and, desc, eq } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import { normaliseEmail } from '#app/domain/characters.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Db } from './client.ts'
import { enqueue } from './jobs.ts'
import { readLink } from './links.ts'
import { applications, persons } from './schema/index.ts'

const mostLinks = 5

/**
 * Asks for fresh links to the applications with this address, the newest five. Silent about whether there are any; a
 * mail that is still waiting is not written twice.
 */
export async function askForStatusLink(db: Db, input: { email: string; now: Date }): Promise<void> {
  const rows = await db
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(persons, eq(persons.id, applications.personId))
    .where(and(eq(persons.emailNormal, normaliseEmail(input.email)), eq(applications.quarantined, false)))
    .orderBy(desc(applications.id))
    .limit(mostLinks)
  for (const { id } of rows)
    await enqueue(db, {
      kind: 'mail',
      payload: { template: 'status.link', applicationId: id },
      dedupe: `status.link:${id}`,
      now: input.now,
    })
}

/** Whom a status link lets in, and in which language. Reading it does not use it up. */
export async function readStatusLink(
  db: Db,
  input: { tokenHash: string; now: Date },
): Promise<{ ok: true; applicationId: string; locale: Locale } | { refused: 'link-unknown' | 'link-over' }> {
  const read = await readLink(db, { ...input, purpose: 'candidate-status' })
  if ('refused' in read) return read
  const { applicationId } = read.link
  if (!applicationId) return { refused: 'link-over' }
  const [row] = await db
    .select({ id: applications.id, locale: applications.locale })
    .from(applications)
    .where(eq(applications.id, applicationId))
  return row ? { ok: true, applicationId: row.id, locale: row.locale } : { refused: 'link-over' }
}

/** The language in which the candidate's mails are written from now on. */
export const setCandidateLocale = (db: Db, viewer: CandidateViewer, locale: Locale) =>
  db.update(applications).set({ locale }).where(eq(applications.id, viewer.applicationId))
