import type { MailSource } from '../mail.ts'

export const attemptMails = {} satisfies Record<string, MailSource>
