import { desc, eq, lt } from 'drizzle-orm'
import type { Db } from './client.ts'
import { newId } from './id.ts'
import { messages } from './schema/index.ts'

export type Message = typeof messages.$inferSelect

type Input = Omit<
  typeof messages.$inferInsert,
  'id' | 'messageId' | 'createdAt' | 'sentAt' | 'failedAt' | 'error'
> & {
  jobId: string
  host: string
  now: Date
}

/** Keeps the mail of one job. The job again gives the mail that is already there. */
export async function keepMessage(db: Db, { jobId, host, now, ...mail }: Input): Promise<Message> {
  const messageId = `<${jobId}@${host}>`
  const [kept] = await db
    .insert(messages)
    .values({ ...mail, id: newId(now.getTime()), messageId, createdAt: now })
    .onConflictDoNothing({ target: messages.messageId })
    .returning()
  if (kept) return kept
  const [earlier] = await db.select().from(messages).where(eq(messages.messageId, messageId))
  if (!earlier) throw new Error('a kept mail is gone')
  return earlier
}

export const markSent = (db: Db, id: string, now: Date) =>
  db.update(messages).set({ sentAt: now }).where(eq(messages.id, id))

/** The newest mails, fifty at a time, older than `before`. */
export const recentMessages = (db: Db, before?: string) =>
  db
    .select()
    .from(messages)
    .where(before ? lt(messages.id, before) : undefined)
    .orderBy(desc(messages.id))
    .limit(50)

export async function messageById(db: Db, id: string): Promise<Message | undefined> {
  const [row] = await db.select().from(messages).where(eq(messages.id, id))
  return row
}

/** The mails of one application, for its timeline. The caller has checked that the viewer may see it. */
export const messagesOf = (db: Db, applicationId: string) =>
  db
    .select({
      id: messages.id,
      kind: messages.kind,
      toAddress: messages.toAddress,
      userId: messages.userId,
      subject: messages.subject,
      sentAt: messages.sentAt,
      createdAt: messages.createdAt,
    })
    .from(messages)
    .where(eq(messages.applicationId, applicationId))
    .orderBy(desc(messages.id))
    .limit(100)
