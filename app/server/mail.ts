import { createTransport } from 'nodemailer'
import type { Locale } from '#app/domain/locale.ts'
import type { Formats } from '#app/i18n/formats.ts'
import { openFormats } from '#app/i18n/formats.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { MessageKey, Params, Translate } from '#app/i18n/keys.ts'
import type { Db } from '#db/client.ts'
import type { Job } from '#db/jobs.ts'
import { issueLink, type LinkSubject, type Purpose } from '#db/links.ts'
import { keepMessage, type Message, markSent } from '#db/messages.ts'
import { organisation } from '#db/organisation.ts'
import { mails } from './mails/index.ts'
import { hashToken, linkToken } from './tokens.ts'

/** What a room says about one of its mails: to whom, in which language, with which words filled in. */
export interface Mail {
  to: { name: string; address: string }
  locale: Locale
  params: Params
  /** A link of ours, put where the text says {{link}}. */
  link?: { purpose: Purpose; subject: LinkSubject; until?: Date }
  applicationId?: string
  userId?: string
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string }
}

export interface MailTools {
  db: Db
  now: Date
  appUrl: string
  t: (locale: Locale) => Translate
  formats: (locale: Locale) => Formats
}

/** Reads what a mail needs from the database at the time of sending; `undefined` when it no longer applies. */
export type MailSource = (tools: MailTools, payload: Record<string, string>) => Promise<Mail | undefined>

const paths: Record<Purpose, string> = {
  'candidate-status': '/a/',
  referee: '/r/',
  'staff-sign-in': '/sign-in/',
  'staff-invite': '/welcome/',
  'owner-claim': '/claim/',
  'attempt-entry': '/a/enter/',
}

/** Puts the real addresses in the place of the kept `{link:purpose:id}` marks. */
export const fillLinks = (text: string, options: { secret: string; appUrl: string }): string =>
  text.replace(/\{link:([a-z-]+):([0-9a-f-]{36})\}/g, (mark, purpose: string, id: string) => {
    const path = paths[purpose as Purpose]
    return path ? `${options.appUrl}${path}${linkToken(options.secret, id)}` : mark
  })

/** Line breaks in a subject or a name would start a header of their own. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

export interface Postman {
  deliver(message: Message, text: string, from: string): Promise<void>
}

/** Without SMTP_URL a mail is kept for the mail page and counts as sent. */
export function openPostman(smtpUrl: string | undefined): Postman {
  if (!smtpUrl) return { deliver: async () => undefined }
  const transport = createTransport(smtpUrl)
  return {
    async deliver(message, text, from) {
      await transport.sendMail({
        from,
        to: { name: oneLine(message.toName), address: message.toAddress },
        subject: oneLine(message.subject),
        text,
        messageId: message.messageId,
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(message.calendar
          ? {
              icalEvent: {
                method: message.calendarMethod ?? 'REQUEST',
                content: message.calendar,
                filename: 'invite.ics',
              },
            }
          : {}),
      })
    },
  }
}

/** The handler of `mail` jobs. At least once, with a stable Message-ID: a mail that comes twice can be recognised. */
export function mailHandler(options: {
  db: Db
  now: () => Date
  secret: string
  appUrl: string
  postman: Postman
  mailFrom?: string
}) {
  const { db, secret, appUrl, postman } = options
  return async (job: Job): Promise<void> => {
    const template = job.payload.template ?? ''
    const source = mails[template]
    if (!source) throw new Error(`no mail called ${template}`)
    const now = options.now()
    const mail = await source({ db, now, appUrl, t: translator, formats: openFormats }, job.payload)
    if (!mail) return
    const company = await organisation(db)
    const t = translator(mail.locale)
    const words = template.replace('.', '.mails.')
    const linkId =
      mail.link &&
      (await issueLink(db, { ...mail.link, hashOf: (id) => hashToken(linkToken(secret, id)), now }))
    const params: Params = {
      ...mail.params,
      name: mail.to.name,
      organisation: company.name,
      link: linkId && mail.link ? `{link:${mail.link.purpose}:${linkId}}` : '',
      appUrl,
    }
    const body = t(`${words}.body` as MessageKey, params)
    const message = await keepMessage(db, {
      jobId: job.id,
      kind: template,
      toName: mail.to.name,
      toAddress: mail.to.address,
      locale: mail.locale,
      subject: oneLine(t(`${words}.subject` as MessageKey, params)),
      text: t('mails.frame', { ...params, body }),
      calendar: mail.calendar?.content ?? null,
      calendarMethod: mail.calendar?.method ?? null,
      applicationId: mail.applicationId ?? null,
      userId: mail.userId ?? null,
      host: new URL(appUrl).hostname,
      now,
    })
    if (message.sentAt) return
    const from = options.mailFrom ?? `${company.name} <${company.contactEmail}>`
    await postman.deliver(message, fillLinks(message.text, { secret, appUrl }), from)
    await markSent(db, message.id, options.now())
  }
}
