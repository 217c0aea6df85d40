import { isActive } from '#app/domain/pipeline.ts'
import { wordDue } from '#app/domain/silence.ts'
import { addressee } from '#db/addressee.ts'
import { gradingComplete } from '#db/grading.ts'
import type { MailSource } from '../mail.ts'
import { toCandidate } from './apply.ts'

/** Where the application is when the mail leaves; nothing is said of one that has left the road meanwhile. */
const moved: MailSource = async ({ db, t }, { applicationId = '' }) => {
  const [mail, whom] = [await toCandidate(db, applicationId), await addressee(db, applicationId)]
  if (!mail || !whom || !isActive(whom.stage)) return undefined
  return { ...mail, params: { ...mail.params, stage: t(mail.locale)(`ui.stage.${whom.stage}`) } }
}

/** Where things stand and when we write again. `heard` is the last word before this one. */
const word: MailSource = async ({ db, t, formats, now }, { applicationId = '', heard = '' }) => {
  const [mail, whom] = [await toCandidate(db, applicationId), await addressee(db, applicationId)]
  if (!mail || !whom || !isActive(whom.stage)) return undefined
  const graded = whom.stage === 'grading' && (await gradingComplete(db, { applicationId, now }))
  const { day } = formats(mail.locale)
  return {
    ...mail,
    params: {
      ...mail.params,
      where: t(mail.locale)(`pipeline.where.${graded ? 'graded' : whom.stage}`),
      promised: day(wordDue(new Date(heard)), whom.zone),
      until: day(wordDue(now), whom.zone),
    },
  }
}

export const pipelineMails = {
  'pipeline.moved': moved,
  'pipeline.word': word,
  'pipeline.late': word,
} satisfies Record<string, MailSource>
