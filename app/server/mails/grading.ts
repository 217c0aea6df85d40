import type { MailSource } from '../mail.ts'

export const gradingMails = {} satisfies Record<string, MailSource>
