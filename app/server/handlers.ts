import { workOutAgreement } from '#db/agreement.ts'
import { closeAttempt } from '#db/attempt-end.ts'
import type { Db } from '#db/client.ts'
import { remindGraders, settleAnswer } from '#db/grading.ts'
import { assessAttempt } from '#db/integrity/assess.ts'
import { removeNow } from '#db/quarantine.ts'
import { sweep } from '#db/sweep.ts'
import type { Files } from './files.ts'
import { mailHandler, type Postman } from './mail.ts'
import type { Handlers } from './worker.ts'

/** What the worker can do, by the kind of job. */
export const jobHandlers = (options: {
  db: Db
  now: () => Date
  files: Files
  secret: string
  appUrl: string
  postman: Postman
  mailFrom?: string
}): Handlers => ({
  mail: mailHandler(options),
  'close-attempt': async ({ payload }) => {
    await closeAttempt(options.db, { attemptId: payload.attemptId ?? '', now: options.now() })
  },
  integrity: ({ payload }) =>
    assessAttempt(options.db, { attemptId: payload.attemptId ?? '', now: options.now() }),
  'settle-answer': ({ payload }) =>
    settleAnswer(options.db, { assignmentId: payload.assignmentId ?? '', now: options.now() }),
  'remind-graders': () => remindGraders(options.db, { now: options.now() }),
  sweep: () => sweep(options.db, { now: options.now() }),
  'work-out-agreement': ({ payload }) =>
    workOutAgreement(options.db, { vacancyId: payload.vacancyId ?? '', now: options.now() }),
  'remove-application': async ({ payload }) => {
    const hashes = await removeNow(options.db, { applicationId: payload.applicationId ?? '' })
    for (const hash of hashes) await options.files.remove(hash)
  },
})
