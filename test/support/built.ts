import { inject } from 'vitest'
import { build } from '#app/server/prepare.mjs'
import { connect } from '#db/connect.ts'

/** The product as it is shipped. Files of tests that run at the same time wait for each other: there is one build. */
export async function built(): Promise<void> {
  const sql = connect(inject('adminUrl'))
  await sql`select pg_advisory_lock(hashtext('build'))`
  await build().finally(() => sql.end())
}
