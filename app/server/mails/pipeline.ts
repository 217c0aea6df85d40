import type { MailSource } from '../mail.ts'

export const pipelineMails = {} satisfies Record<string, MailSource>
