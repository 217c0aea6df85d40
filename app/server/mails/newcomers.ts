import { offeredZones } from '#app/domain/offered.ts'
import { welcomeUntil } from '#app/domain/onboarding.ts'
import { delayToTell, newcomerToTell } from '#db/newcomers.ts'
import { organisation } from '#db/organisation.ts'
import { signatureOf } from '#db/readiness.ts'
import type { Mail, MailSource, MailTools } from '../mail.ts'

type Told = Mail & { zone: string; startsOn: string }

async function toNewcomer({ db }: MailTools, newcomerId: string): Promise<Told | undefined> {
  const whom = await newcomerToTell(db, newcomerId)
  if (!whom) return undefined
  const company = await organisation(db)
  const { name, email, locale, userId, zone, startsOn } = whom
  const lead = whom.lead ?? { name: company.name, email: company.contactEmail }
  const params = { lead: lead.name, leadEmail: lead.email }
  return { to: { name, address: email }, locale, params, userId, zone, startsOn }
}

async function welcome(tools: MailTools, newcomerId: string): Promise<Told | undefined> {
  const mail = await toNewcomer(tools, newcomerId)
  if (!mail) return undefined
  return { ...mail, params: { ...mail.params, day: tools.formats(mail.locale).day(mail.startsOn) } }
}

/** To somebody whose account is made by the hire: the link opens it. */
const invited: MailSource = async (tools, { newcomerId = '' }) => {
  const mail = await welcome(tools, newcomerId)
  if (!mail?.userId) return undefined
  const until = welcomeUntil({ ...mail, now: tools.now })
  return {
    ...mail,
    params: { ...mail.params, until: tools.formats(mail.locale).day(until, mail.zone) },
    link: { purpose: 'staff-invite', subject: { userId: mail.userId }, until },
  }
}

const known: MailSource = (tools, { newcomerId = '' }) => welcome(tools, newcomerId)

const ready: MailSource = async (tools, { newcomerId = '' }) => {
  const mail = await toNewcomer(tools, newcomerId)
  const signature = await signatureOf(tools.db, newcomerId)
  if (!mail || !signature) return undefined
  const { zone, locale } = mail
  const formats = tools.formats(locale)
  const t = tools.t(locale)
  const offered = offeredZones.find((one) => one === zone)
  const params = {
    lead: signature.by,
    weekday: formats.weekday(signature.firstShiftAt, zone),
    day: formats.day(signature.firstShiftAt, zone),
    time: formats.time(signature.firstShiftAt, zone),
    zone: offered ? t(`domain.zones.${offered}`) : t('domain.zoneOther', { zone }),
  }
  return { ...mail, params }
}

const notYet: MailSource = async (tools, { delayId = '' }) => {
  const delay = await delayToTell(tools.db, delayId)
  const mail = delay && (await toNewcomer(tools, delay.newcomerId))
  if (!delay || !mail) return undefined
  const formats = tools.formats(mail.locale)
  const t = tools.t(mail.locale)
  const params = {
    lead: delay.by,
    count: delay.dimensions.length,
    criteria: formats.list(delay.dimensions.map((dimension) => t(`domain.dimensions.${dimension}.name`))),
    weekday: formats.weekday(delay.lookAgainOn),
    day: formats.day(delay.lookAgainOn),
    note: delay.note,
  }
  return { ...mail, params }
}

export const newcomersMails = {
  'newcomers.welcome': invited,
  'newcomers.welcome-back': known,
  'newcomers.ready': ready,
  'newcomers.not-yet': notYet,
} satisfies Record<string, MailSource>
