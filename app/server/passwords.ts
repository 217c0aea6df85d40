import { hash, verify } from '@node-rs/argon2'

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost)

/** A hash of nothing anybody knows: unknown addresses take as long as known ones. */
let nobody: Promise<string> | undefined

export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID())
  const fits = await verify(stored ?? (await nobody), password.normalize('NFC'))
  return fits && Boolean(stored)
}
