import { createHmac, timingSafeEqual } from 'node:crypto'

const sign = (secret: string, moment: string) =>
  createHmac('sha256', secret).update(`form:${moment}`).digest('base64url')

/** When a form was opened, signed, so that what comes back can be believed. */
export function stampForm(secret: string, now: Date): string {
  const moment = String(now.getTime())
  return `${moment}.${sign(secret, moment)}`
}

/** The moment of a stamp of ours; undefined when it is missing or somebody else's. */
export function readStamp(secret: string, stamp: string): Date | undefined {
  const [moment = '', signature = ''] = stamp.split('.')
  const [given, own] = [Buffer.from(signature), Buffer.from(sign(secret, moment))]
  if (!/^\d{1,15}$/.test(moment) || given.length !== own.length || !timingSafeEqual(given, own))
    return undefined
  return new Date(Number(moment))
}
