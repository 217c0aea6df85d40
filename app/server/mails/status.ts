import type { MailSource } from '../mail.ts'

export const statusMails = {} satisfies Record<string, MailSource>
