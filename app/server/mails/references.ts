import type { MailSource } from '../mail.ts'

export const referencesMails = {} satisfies Record<string, MailSource>
