import { asc, eq } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import { saveAnswer } from '#db/answers.ts'
import { submitAttempt } from '#db/attempt-end.ts'
import { inviteToAssignment, startAttempt } from '#db/attempts.ts'
import type { Db } from '#db/client.ts'
import { newId } from '#db/id.ts'
import { answers, applications, attempts, persons } from '#db/schema/index.ts'
import { type Lumo, later } from './lumo.ts'

/** What one person wrote, by scenario. */
export const elirasAnswers: Record<string, unknown> = {
  's01-sales-page': {
    findings: [
      {
        id: 'f1',
        part: 'p04',
        wrong: 'The price is 79 at the top and 84 in the order total.',
        why: 'Whoever notices it feels cheated.',
        fix: 'One price, from one source.',
      },
      {
        id: 'f2',
        part: 'p02',
        wrong: 'The countdown begins again for everyone.',
        why: 'Caught once, nobody believes the guarantee.',
        fix: 'Take it out.',
      },
      { id: 'f3', part: 'p07', wrong: 'It sends buyers away.', why: 'Fewer sales.', fix: 'Delete it.' },
    ],
    test: 'I would first repair 1 and 2, then show a short form to half of the visitors for two weeks.',
  },
  's03-first-fifty': {
    text: 'Good morning. You filled in everything correctly, and your first payout is not small to us. It left on 10 November. I will check on the 18th and write to you before six, whatever I find.\nElira Gashi',
  },
  's17-why-support': {
    answers: {
      customer:
        'Last month my bank answered on the third day and blamed me. I wrote down what would have helped.',
      fifth: 'On the fifth time I made a page with two pictures, and after that nobody asked.',
      learned: 'I learned to read server logs; I found a broken backup with it.',
    },
  },
}

/** An application whose assignment was handed in half an hour after it was begun. */
export async function handedIn(
  db: Db,
  world: Lumo,
  input: { vacancyId: string; name?: string; email?: string; bodies?: Record<string, unknown>; now: Date },
): Promise<{ applicationId: string; attemptId: string }> {
  const {
    vacancyId,
    name = 'Elira Gashi',
    email = 'elira.gashi@example.com',
    bodies = elirasAnswers,
    now,
  } = input
  const personId = newId(now.getTime())
  const applicationId = newId(now.getTime())
  await db.insert(persons).values({ id: personId, name, email, emailNormal: email, createdAt: now })
  await db.insert(applications).values({
    id: applicationId,
    vacancyId,
    personId,
    emailNormal: email,
    locale: 'en',
    stage: 'applied',
    stageSince: now,
    languages: [],
    hours: [],
    why: 'Because I like to find out.',
    noticeVersion: '1',
    code: applicationId.slice(-8),
    lastWordAt: now,
    createdAt: now,
  })
  const invited = await inviteToAssignment(db, { viewer: world.mirela, applicationId, seed: 7, now })
  if (!invited || 'refused' in invited) throw new Error(`not invited: ${JSON.stringify(invited)}`)
  const viewer: CandidateViewer = { kind: 'candidate', applicationId }
  await startAttempt(db, { viewer, now })
  const made = await db
    .select({ id: answers.id, key: answers.scenarioKey })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .where(eq(attempts.applicationId, applicationId))
    .orderBy(asc(answers.position))
  for (const { id, key } of made) {
    if (!bodies[key]) continue
    const saved = await saveAnswer(db, {
      viewer,
      answerId: id,
      saveId: newId(),
      baseRev: 0,
      body: bodies[key],
      now,
    })
    if (!saved || 'refused' in saved) throw new Error(`not saved: ${JSON.stringify(saved)}`)
  }
  const done = await submitAttempt(db, { viewer, now: later(now, { minutes: 30 }) })
  if (!done || 'refused' in done) throw new Error(`not handed in: ${JSON.stringify(done)}`)
  return { applicationId, attemptId: invited.attemptId }
}
