import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible'
import type { Db } from '#db/client.ts'
import { rateLimits } from '#db/schema/limits.ts'

/** How often each act may happen per key (an address, an account, a link), in a window of seconds. */
const table = {
  token: { points: 30, duration: 60 },
  apply: { points: 20, duration: 3600 },
  'sign-in': { points: 10, duration: 900 },
  'sign-in-anyone': { points: 50, duration: 900 },
  mail: { points: 5, duration: 900 },
  save: { points: 240, duration: 60 },
  signs: { points: 60, duration: 60 },
  write: { points: 120, duration: 60 },
  /** Pages that are read and taken apart: half a second of a processor each. */
  bring: { points: 20, duration: 600 },
} as const
export type LimitName = keyof typeof table

export interface Limits {
  /** Counts one act; `undefined` when it may go on, else seconds to wait. */
  take(name: LimitName, key: string): Promise<number | undefined>
}

/** Counters live in Postgres, so that several processes share one limit. */
export function openLimits(db: Db, scale = 1): Limits {
  const limiters = new Map(
    Object.entries(table).map(([name, { points, duration }]) => [
      name,
      new RateLimiterDrizzle({
        storeClient: db,
        schema: rateLimits,
        keyPrefix: name,
        points: points * scale,
        duration,
        clearExpiredByTimeout: false,
      }),
    ]),
  )
  return {
    async take(name, key) {
      try {
        await limiters.get(name)?.consume(key)
        return undefined
      } catch (error) {
        if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000))
        throw error
      }
    },
  }
}
