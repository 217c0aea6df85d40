import { titleIn } from '#app/domain/vacancy-title.ts'
import { ownReport } from '#db/reports.ts'
import { reviewToTell } from '#db/reviews.ts'
import { userById } from '#db/users.ts'
import type { MailSource } from '../mail.ts'
import { toCandidate } from './apply.ts'
import { toStaff } from './staff.ts'

const released: MailSource = async ({ db }, { applicationId = '' }) => {
  const report = await ownReport(db, { viewer: { kind: 'candidate', applicationId } })
  return report ? toCandidate(db, applicationId) : undefined
}

const received: MailSource = async ({ db, formats }, { applicationId = '', requestId = '' }) => {
  const [mail, request] = [await toCandidate(db, applicationId), await reviewToTell(db, requestId)]
  if (!mail || !request) return undefined
  return { ...mail, params: { ...mail.params, due: formats(mail.locale).date(request.dueAt, request.zone) } }
}

/** To the managers of the team: no name, only that somebody waits and until when. */
const asked: MailSource = async ({ db, formats }, { requestId = '', userId = '' }) => {
  const [request, user] = [await reviewToTell(db, requestId), await userById(db, userId)]
  if (!request || request.answeredAt || !user || user.disabledAt) return undefined
  const due = formats(user.locale).date(request.dueAt, request.zone)
  return toStaff({ ...user, userId }, { vacancy: titleIn(request, user.locale), due })
}

const answered: MailSource = async ({ db, t }, { applicationId = '', requestId = '' }) => {
  const [mail, request] = [await toCandidate(db, applicationId), await reviewToTell(db, requestId)]
  if (!mail || !request?.outcome) return undefined
  const words = t(mail.locale)
  return {
    ...mail,
    params: {
      ...mail.params,
      outcome: words(`reports.review.outcomes.${request.outcome}`),
      answer: request.answer,
    },
  }
}

export const reportsMails = {
  'reports.released': released,
  'reports.review-received': received,
  'reports.review-asked': asked,
  'reports.review-answered': answered,
} satisfies Record<string, MailSource>
