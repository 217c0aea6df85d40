import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashToken, linkToken } from '#app/server/tokens.ts'
import { openPool } from '#db/client.ts'
import { socketUrl } from '#db/connect.ts'
import { socketFolder } from '#db/embedded/place.ts'
import { APP } from '#db/embedded.ts'
import { ownerClaimLink } from '#db/owner.ts'
import { clusterOf } from '#test/support/cluster.ts'

/** The address at which an installation is claimed. It is printed at start and stands nowhere else. */
export async function claimAddress(): Promise<string> {
  const { JOURNEY_DATA: dataFolder = '' } = process.env
  const secret = readFileSync(join(dataFolder, 'secret'), 'utf8')
  const socket = socketFolder(clusterOf(dataFolder))
  const { db, end } = openPool(socketUrl(socket.folder, APP, 'firstline'), 1)
  try {
    const id = await ownerClaimLink(db, {
      hashOf: (one) => hashToken(linkToken(secret, one)),
      now: new Date(),
    })
    return `/claim/${linkToken(secret, id)}`
  } finally {
    await end()
    socket.remove()
  }
}
