import { and, eq, inArray } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { teamsWhere } from '#app/domain/access.ts'
import type { Db, Tx } from './client.ts'
import { newId } from './id.ts'
import { applications, files, vacancies } from './schema/index.ts'

/** A file whose bytes have been put away under their hash. */
export interface NewFile {
  name: string
  type: string
  bytes: number
  sha256: string
}

export async function keepFile(
  tx: Tx,
  { applicationId, file, now }: { applicationId: string; file: NewFile; now: Date },
): Promise<void> {
  await tx.insert(files).values({ id: newId(now.getTime()), applicationId, ...file, createdAt: now })
}

/** A file of an application in one of the teams whose candidates the viewer may know by name. */
export async function findFile(
  db: Db,
  input: { viewer: StaffViewer; applicationId: string; fileId: string },
) {
  const teams = teamsWhere(input.viewer, 'see-identity')
  const [row] = await db
    .select({ name: files.name, type: files.type, sha256: files.sha256 })
    .from(files)
    .innerJoin(applications, eq(applications.id, files.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(
      and(
        eq(files.id, input.fileId),
        eq(files.applicationId, input.applicationId),
        inArray(vacancies.teamId, teams),
      ),
    )
  return row ?? null
}
