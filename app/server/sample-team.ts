import type { AssignmentContent } from '#app/domain/scenario/assignment.ts'
import type { Db } from '#db/client.ts'
import { loadSampleTeam } from '#db/seed/index.ts'
import { nightForm } from '#db/seed/night-form.ts'
import type { Files } from './files.ts'
import { jobHandlers } from './handlers.ts'
import { agreementText } from './house-rules.ts'
import { openPostman } from './mail.ts'
import { contentHash, type Library } from './scenarios.ts'
import { workUntil } from './worker.ts'

export const sampleOrganisation = {
  name: 'Lumo Hosting',
  website: 'https://lumo.example.com',
  contactEmail: 'puna@lumo.example.com',
}

/** The shelf as the sample team has it: with the assignment that it composed for itself. */
function withOwn(library: Library, content: AssignmentContent): Library {
  const own = { key: content.key, hash: contentHash(content), content }
  return { ...library, assignment: (key) => (key === own.key ? own : library.assignment(key)) }
}

/** The sample team with its past: jobs run at the time at which they were due, and no mail leaves the machine. */
export function sampleTeam(options: {
  library: Library
  files: Files
  secret: string
  appUrl: string
  mailFrom?: string
  now: Date
}): (db: Db) => Promise<void> {
  const { library, files, now, ...mailing } = options
  return (db) =>
    loadSampleTeam(db, {
      library: withOwn(library, nightForm),
      files,
      agreement: (locale) => agreementText(locale, sampleOrganisation.name),
      work: workUntil({
        db,
        handlers: (clock) =>
          jobHandlers({ ...mailing, db, files, now: clock, postman: openPostman(undefined) }),
      }),
      now,
    })
}
