import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { type Db, openPool } from '#db/client.ts'
import { socketUrl } from '#db/connect.ts'
import { socketFolder } from '#db/embedded/place.ts'
import { APP } from '#db/embedded.ts'
import { rateLimits } from '#db/schema/index.ts'
import { clusterOf } from '#test/support/cluster.ts'

/**
 * The database of the product that the journeys meet: where a world is brought about by the verbs themselves, since a
 * journey is not about how it came to be, and where one looks at what was kept.
 */
export async function inDatabase<T>(work: (db: Db, secret: string) => Promise<T>): Promise<T> {
  const { JOURNEY_DATA: dataFolder = '' } = process.env
  const secret = readFileSync(join(dataFolder, 'secret'), 'utf8')
  const socket = socketFolder(clusterOf(dataFolder))
  const { db, end } = openPool(socketUrl(socket.folder, APP, 'firstline'), 1)
  try {
    return await work(db, secret)
  } finally {
    await end()
    socket.remove()
  }
}

/** All journeys come from one address, as no thirty people do within a minute: what was counted against it is forgotten. */
export const fromHome = () =>
  inDatabase((db) =>
    db.delete(rateLimits).where(sql`${rateLimits.key} ~ ':(127[.]0[.]0[.]1|::1|::ffff:127[.]0[.]0[.]1)$'`),
  )
