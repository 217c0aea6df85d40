import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { and, eq, isNull, lte } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { openFiles } from '#app/server/files.ts'
import { jobHandlers } from '#app/server/handlers.ts'
import { openLog } from '#app/server/log.ts'
import { startWorker } from '#app/server/worker.ts'
import { saveAnswer } from '#db/answers.ts'
import { enqueue } from '#db/jobs.ts'
import { applications, events, jobs, messages } from '#db/schema/index.ts'
import { testDb } from '#test/support/db.ts'
import { answerRow, attemptRow, startedAttempt } from '#test/world/attempts.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

vi.setConfig({ testTimeout: 180_000 })
const { db } = await testDb()

test('R10: the app is away for half an hour over the deadline, then two workers find it told twice: closed once, at the deadline, with the last saved texts', async () => {
  const world = await lumo(db)
  const vacancy = await publishedVacancy(db, world, monday)
  const deadline = later(monday, { minutes: 52 })
  const started = await Promise.all(
    Array.from({ length: 4 }, async (_, n) => {
      const form = { name: `Person ${n}`, email: `person${n}@example.com` }
      const attempt = await startedAttempt(db, world, { vacancy, now: monday, form })
      const answerId = attempt.answers[1]?.id ?? ''
      const save = (baseRev: number, text: string, now: Date) =>
        saveAnswer(db, {
          viewer: attempt.viewer,
          answerId,
          saveId: randomUUID(),
          baseRev,
          body: { text },
          now,
        })
      await save(0, 'begun', later(monday, { minutes: 20 }))
      await save(1, `the last saved ${n}`, later(deadline, { seconds: -1 }))
      return { ...attempt, answerId, save }
    }),
  )
  const back = later(deadline, { minutes: 30 })
  // Somebody else's cron has asked for it as well.
  for (const { attemptId } of started)
    await enqueue(db, { kind: 'close-attempt', payload: { attemptId }, now: deadline })

  const handlers = jobHandlers({
    db,
    now: () => back,
    files: openFiles(tmpdir()),
    secret: 'a secret that only this test knows, 32 bytes long',
    appUrl: 'http://localhost:3000',
    postman: { deliver: async () => undefined },
  })
  const log = openLog('silent')
  const workers = [1, 2].map(() => startWorker({ db, log, now: () => back, handlers }))
  const waiting = and(isNull(jobs.doneAt), lte(jobs.runAt, back))
  await expect.poll(() => db.$count(jobs, waiting), { interval: 20, timeout: 120_000 }).toBe(0)
  await Promise.all(workers.map((worker) => worker.stop()))

  for (const { applicationId, attemptId, answerId, save } of started) {
    expect(await attemptRow(db, attemptId)).toMatchObject({ status: 'expired', finishedAt: deadline })
    const answer = await answerRow(db, answerId)
    expect(answer).toMatchObject({ rev: 2, body: { text: expect.stringMatching(/^the last saved/) } })
    const closed = and(eq(events.subjectId, attemptId), eq(events.kind, 'expired'))
    expect(await db.$count(events, closed)).toBe(1)
    const told = and(eq(messages.applicationId, applicationId), eq(messages.kind, 'attempt.expired'))
    expect(await db.$count(messages, told)).toBe(1)
    const [application] = await db.select().from(applications).where(eq(applications.id, applicationId))
    expect(application?.stage).toBe('grading')
    expect(await save(2, 'when it was back', back)).toMatchObject({ refused: 'time-over' })
    expect((await answerRow(db, answerId)).body).toEqual(answer.body)
  }
})
