import { userById } from '#db/users.ts'
import type { MailSource } from '../mail.ts'

const key: MailSource = async ({ db }, { userId = '' }) => {
  const user = await userById(db, userId)
  if (!user || user.disabledAt) return undefined
  return {
    to: { name: user.name, address: user.email },
    locale: user.locale,
    params: {},
    link: { purpose: 'staff-sign-in', subject: { userId } },
    userId,
  }
}

const invite: MailSource = async ({ db }, { userId = '' }) => {
  const user = await userById(db, userId)
  if (!user || user.disabledAt) return undefined
  return {
    to: { name: user.name, address: user.email },
    locale: user.locale,
    params: {},
    link: { purpose: 'staff-invite', subject: { userId } },
    userId,
  }
}

export const staffMails = { 'staff.key': key, 'staff.invite': invite } satisfies Record<string, MailSource>
