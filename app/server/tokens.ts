import { createHash, createHmac, randomBytes } from 'node:crypto'

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** 256 random bits for a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/**
 * A link's token is computed from the link's id and the installation's secret: mails can be rendered late and read
 * again on the mail page, and the database still holds nothing but a hash.
 */
export const linkToken = (secret: string, linkId: string): string =>
  createHmac('sha256', secret).update(`link:${linkId}`).digest('base64url')
