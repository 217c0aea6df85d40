/** The start cannot go on. The message is the one line that the person at the terminal reads: what is wrong and the way out. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}

export const reason = (error: unknown) => (error instanceof Error ? error.message : String(error))

export const errorCode = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
