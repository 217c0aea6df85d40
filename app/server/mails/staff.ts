import type { Locale } from '#app/domain/locale.ts'
import type { Params } from '#app/i18n/keys.ts'
import type { Purpose } from '#db/links.ts'
import { userById } from '#db/users.ts'
import type { Mail, MailSource } from '../mail.ts'

interface Colleague {
  userId: string
  name: string
  email: string
  locale: Locale
}

/** A mail to somebody of the team: what all of them have in common. */
export const toStaff = ({ userId, name, email, locale }: Colleague, params: Params): Mail => ({
  to: { name, address: email },
  locale,
  params,
  userId,
})

const withLink =
  (purpose: Purpose): MailSource =>
  async ({ db }, { userId = '' }) => {
    const user = await userById(db, userId)
    if (!user || user.disabledAt) return undefined
    return { ...toStaff({ ...user, userId }, {}), link: { purpose, subject: { userId } } }
  }

export const staffMails = {
  'staff.key': withLink('staff-sign-in'),
  'staff.invite': withLink('staff-invite'),
} satisfies Record<string, MailSource>
