import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import { saveAnswer } from '#db/answers.ts'
import { submitAttempt } from '#db/attempt-end.ts'
import { inviteToAssignment } from '#db/attempts.ts'
import type { Db } from '#db/client.ts'
import { answers, attempts } from '#db/schema/index.ts'
import { startAttempt } from '#db/sittings.ts'
import { type Applicant, application } from './applications.ts'
import { elirasAnswers } from './handed-in.ts'
import { type Lumo, later } from './lumo.ts'

export interface Invited {
  applicationId: string
  attemptId: string
  viewer: CandidateViewer
  vacancy: { id: string; slug: string }
}

const worked = <T extends object>(done: T | null, what: string): Exclude<T, { refused: string }> => {
  if (!done || 'refused' in done) throw new Error(`${what}: ${JSON.stringify(done)}`)
  return done as Exclude<T, { refused: string }>
}

/** Arta, or whoever the form says, invited to the assignment by Mirela. */
export async function invitedAttempt(
  db: Db,
  world: Lumo,
  given: Applicant & { seed?: number },
): Promise<Invited> {
  const { id: applicationId, viewer, vacancy } = await application(db, world, given)
  const { now, seed = 7 } = given
  const { attemptId } = worked(
    await inviteToAssignment(db, { viewer: world.mirela, applicationId, seed, now }),
    'not invited',
  )
  return { applicationId, attemptId, viewer, vacancy }
}

export interface Started extends Invited {
  /** The answers in the order of the assignment. */
  answers: { id: string; key: string; code: string }[]
}

/** The clock is running since `now`. */
export async function startedAttempt(
  db: Db,
  world: Lumo,
  given: Applicant & { seed?: number },
): Promise<Started> {
  const invited = await invitedAttempt(db, world, given)
  worked(await startAttempt(db, { viewer: invited.viewer, now: given.now }), 'not started')
  const rows = await db
    .select({ id: answers.id, key: answers.scenarioKey, code: answers.code })
    .from(answers)
    .where(eq(answers.attemptId, invited.attemptId))
    .orderBy(asc(answers.position))
  return { ...invited, answers: rows }
}

/** Written and handed in within half an hour. `bodies` by scenario; without them Elira's answers. */
export async function submittedAttempt(
  db: Db,
  world: Lumo,
  given: Applicant & { seed?: number; bodies?: Record<string, unknown> },
): Promise<Started> {
  const started = await startedAttempt(db, world, given)
  const bodies = given.bodies ?? elirasAnswers
  for (const { id: answerId, key } of started.answers) {
    const body = bodies[key]
    if (body === undefined) continue
    const save = { viewer: started.viewer, answerId, saveId: randomUUID(), baseRev: 0, body }
    worked(await saveAnswer(db, { ...save, now: later(given.now, { minutes: 20 }) }), `${key} not saved`)
  }
  const submitted = submitAttempt(db, { viewer: started.viewer, now: later(given.now, { minutes: 30 }) })
  worked(await submitted, 'not handed in')
  return started
}

export const attemptRow = async (db: Db, attemptId: string) => {
  const [row] = await db.select().from(attempts).where(eq(attempts.id, attemptId))
  if (!row) throw new Error('no such attempt')
  return row
}

export const answerRow = async (db: Db, answerId: string) => {
  const [row] = await db.select().from(answers).where(eq(answers.id, answerId))
  if (!row) throw new Error('no such answer')
  return row
}
