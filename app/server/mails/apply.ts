import type { MailSource } from '../mail.ts'

export const applyMails = {} satisfies Record<string, MailSource>
