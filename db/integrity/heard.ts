import { sql } from 'drizzle-orm'
import { attemptRules } from '#app/domain/attempt.ts'
import { attempts } from '../schema/index.ts'

/**
 * A page of the attempt is there. After a silence its beginning is kept: the page that comes back may beat before it
 * tells of the gap, and that beat must not close it.
 */
export function heardNow(now: Date) {
  const before = new Date(now.getTime() - 2 * attemptRules.heartbeatSeconds * 1000)
  return {
    heardAt: now,
    quietSince: sql`case when ${attempts.heardAt} < ${before.toISOString()}::timestamptz
      then ${attempts.heardAt} else ${attempts.quietSince} end`,
  }
}
