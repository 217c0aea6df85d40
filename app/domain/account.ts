import { z } from 'zod'
import { locales } from './locale.ts'
import { givenRoles } from './staff.ts'
import { emailAddress, line, personName } from './text.ts'
import { isZone } from './zones.ts'

/** Passwords that the first guesses of anybody would hit; length does the rest. */
const wornOut = new Set([
  'password123',
  'passwordpassword',
  '1234567890',
  '12345678910',
  'qwertyuiop',
  'firstline123',
  'adminadmin',
])

/** At least ten characters, at most 200, in any script; spaces count. */
export const password = z
  .string({ error: 'password-short' })
  .max(200, { error: 'password-long' })
  .refine((value) => [...value.normalize('NFC')].length >= 10, { error: 'password-short' })
  .refine((value) => !wornOut.has(value.toLowerCase()) && new Set(value).size > 3, { error: 'password-worn' })

export const claimSchema = z.object({
  organisation: line(120),
  website: z.url({ error: 'website' }).max(254, { error: 'too-long' }),
  team: line(120),
  timeZone: z.string().refine(isZone, { error: 'zone' }),
  name: personName,
  email: emailAddress,
  password,
})
export type Claim = z.infer<typeof claimSchema>

export const welcomeSchema = z.object({ name: personName, password })

export const staffSchema = z.object({
  name: personName,
  email: emailAddress,
  role: z.enum(givenRoles, { error: 'required' }),
  locale: z.enum(locales, { error: 'required' }),
  teamId: z.uuid({ error: 'required' }),
})
