import type { MailSource } from '../mail.ts'

export const interviewsMails = {} satisfies Record<string, MailSource>
