import type { Db } from './client.ts'

type Ask<Answers> = () => { [At in keyof Answers]: Promise<Answers[At]> }
/** Our pool's client, which drizzle keeps; a transaction has none, and sends one query after the other. */
interface Asked {
  $client?: { together<Answers>(ask: () => Answers): Answers }
}

/**
 * Asks several things of which none needs another's answer in one message to the server: a message costs both sides more
 * than most answers do. Only what `ask` sends off before it returns goes along (`.execute()`, not a query to be awaited).
 */
export async function together<Answers extends readonly unknown[]>(
  db: Db,
  ask: Ask<Answers>,
): Promise<Answers> {
  const { $client } = db as Db & Asked
  const answers = $client ? $client.together(ask) : ask()
  return (await Promise.all(answers as readonly unknown[])) as unknown as Answers
}
