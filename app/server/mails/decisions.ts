import type { MailSource } from '../mail.ts'

export const decisionsMails = {} satisfies Record<string, MailSource>
