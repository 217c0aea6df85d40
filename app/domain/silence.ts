/** A candidate who is still considered hears from us at least this often, even if there is no decision yet. */
export const promisedDays = 7

/** Until when the next word is due. */
export function wordDue(lastWordAt: Date): Date {
  return new Date(lastWordAt.getTime() + promisedDays * 24 * 60 * 60 * 1000)
}
