import type { Db } from '#db/client.ts'
import { loadSampleTeam } from '#db/seed/index.ts'
import type { Files } from './files.ts'
import { jobHandlers } from './handlers.ts'
import { agreementText } from './house-rules.ts'
import { openPostman } from './mail.ts'
import type { Library } from './scenarios.ts'
import { workUntil } from './worker.ts'

export const sampleOrganisation = {
  name: 'Lumo Hosting',
  website: 'https://lumo.example.com',
  contactEmail: 'puna@lumo.example.com',
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
      library,
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
