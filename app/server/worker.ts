import { setTimeout as wait } from 'node:timers/promises'
import type { Db } from '#db/client.ts'
import { claimJob, dueJobs, failJob, finishJob, type Job } from '#db/jobs.ts'
import { errorCode } from '#db/refusal.ts'
import { withoutWords } from './lifecycle.ts'
import type { Log } from './log.ts'

export type Handlers = Record<string, (job: Job) => Promise<void>>

export interface Worker {
  /** Finishes the job in hand and takes no other. */
  stop(): Promise<void>
}

const idleMilliseconds = 300

/** What a job that failed is left with: code and message. A query's message carries the values, which are people's words. */
function kept(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('query' in error) return `${error.name} ${errorCode(error.cause) ?? ''}`.trim()
  return [errorCode(error), error.message].filter(Boolean).join(' ')
}

/** One loop over the jobs table. Several processes may run it: each job is leased to one of them. */
export function startWorker(options: { db: Db; log: Log; now: () => Date; handlers: Handlers }): Worker {
  const { db, log, now, handlers } = options
  const stopping = new AbortController()

  async function one(): Promise<boolean> {
    const job = await claimJob(db, now())
    if (!job) return false
    try {
      const handle = handlers[job.kind]
      if (!handle) throw new Error(`no handler for jobs of kind ${job.kind}`)
      await handle(job)
      await finishJob(db, job, now())
    } catch (error) {
      log.error({ job: job.id, kind: job.kind, attempts: job.attempts, ...withoutWords(error) }, 'job failed')
      await failJob(db, job, kept(error), now())
    }
    return true
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      const busy = await one().catch((error: unknown) => {
        log.error(withoutWords(error), 'worker lost the database')
        return false
      })
      if (!busy) await wait(idleMilliseconds, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  const running = loop()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/**
 * Does every job that is due by a moment, each with the clock at its own time, on a database of one's own. One that fails
 * stops everything.
 */
export function workUntil(options: {
  db: Db
  handlers: (now: () => Date) => Handlers
}): (until: Date) => Promise<void> {
  const { db } = options
  let now = new Date(0)
  const handlers = options.handlers(() => now)
  return async (until) => {
    for (let due = await dueJobs(db, until); due.length > 0; due = await dueJobs(db, until))
      for (const job of due) {
        const handle = handlers[job.kind]
        if (!handle) throw new Error(`no handler for jobs of kind ${job.kind}`)
        now = job.runAt
        await handle(job)
        await finishJob(db, job, now)
      }
  }
}
