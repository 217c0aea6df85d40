import type { StaffViewer } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import type { Db } from '#db/client.ts'
import { viewIdentity } from '#db/identity.ts'
import { applicationForStaff } from '#db/pipeline.ts'
import { found } from './guard.ts'

/**
 * Whose page it is, for every page of one application. Where the person stands by name that is written down: whoever
 * reads here cannot grade it blind. Before that the code stands in the place of the name.
 */
export async function applicationHead(
  db: Db,
  input: { viewer: StaffViewer; id: string; locale: Locale; now: Date },
) {
  const { viewer, id, locale, now } = input
  const read = found(await applicationForStaff(db, { viewer, id, now }))
  if (read.person && !read.opened) found(await viewIdentity(db, { viewer, applicationId: id, now }))
  return {
    id,
    name: read.person?.name ?? read.code,
    hidden: read.person === null,
    stage: read.stage,
    zone: read.zone,
    candidateLocale: read.locale,
    vacancy: { id: read.vacancy.id, ...titleOf(read.vacancy, locale) },
  }
}
