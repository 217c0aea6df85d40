import type { MailSource } from '../mail.ts'
import { agreementMails } from './agreement.ts'
import { applyMails } from './apply.ts'
import { attemptMails } from './attempt.ts'
import { decisionsMails } from './decisions.ts'
import { gradingMails } from './grading.ts'
import { integrityMails } from './integrity.ts'
import { interviewsMails } from './interviews.ts'
import { newcomersMails } from './newcomers.ts'
import { pipelineMails } from './pipeline.ts'
import { referencesMails } from './references.ts'
import { reportsMails } from './reports.ts'
import { staffMails } from './staff.ts'
import { statusMails } from './status.ts'

/** Every mail the product sends, `<room>.<name>`; its words stand in the room's catalogue under `mails.<name>`. */
export const mails: Record<string, MailSource> = {
  ...agreementMails,
  ...applyMails,
  ...attemptMails,
  ...decisionsMails,
  ...gradingMails,
  ...integrityMails,
  ...interviewsMails,
  ...newcomersMails,
  ...pipelineMails,
  ...referencesMails,
  ...reportsMails,
  ...staffMails,
  ...statusMails,
}
