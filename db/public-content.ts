import type { Db } from './client.ts'
import { prepared } from './prepared.ts'
import { publicContent } from './schema/index.ts'

const rev = prepared((db) => db.select({ rev: publicContent.rev }).from(publicContent).prepare('public_rev'))

/** Another number after every change to what everybody may read. */
export async function publicRev(db: Db): Promise<number> {
  const [row] = await rev(db).execute()
  if (!row) throw new Error('the changes to public content are not counted')
  return row.rev
}
