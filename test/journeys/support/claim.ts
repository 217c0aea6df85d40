import { hashToken, linkToken } from '#app/server/tokens.ts'
import { ownerClaimLink } from '#db/owner.ts'
import { inDatabase } from './database.ts'

/** The address at which an installation is claimed. It is printed at start and stands nowhere else. */
export const claimAddress = (): Promise<string> =>
  inDatabase(async (db, secret) => {
    const hashOf = (one: string) => hashToken(linkToken(secret, one))
    return `/claim/${linkToken(secret, await ownerClaimLink(db, { hashOf, now: new Date() }))}`
  })
