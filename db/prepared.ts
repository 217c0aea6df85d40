import type { Db } from './client.ts'

/**
 * A query whose text is put together once for a pool, with placeholders where its values go. drizzle puts a text
 * together each time it is asked, which for what every request asks costs more than the answer.
 */
export function prepared<Query>(prepare: (db: Db) => Query): (db: Db) => Query {
  const known = new WeakMap<Db, Query>()
  return (db) => {
    const query = known.get(db) ?? prepare(db)
    known.set(db, query)
    return query
  }
}
