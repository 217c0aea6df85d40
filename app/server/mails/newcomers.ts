import type { MailSource } from '../mail.ts'

export const newcomersMails = {} satisfies Record<string, MailSource>
