import type { StaffViewer } from '#app/domain/access.ts'
import {
  type ReleaseRefusal,
  type ReportContent,
  type ReportField,
  type ReportForm,
  reportAlgorithm,
  reportGaps,
} from '#app/domain/report.ts'
import { same } from '#app/domain/same.ts'
import type { Db } from '../client.ts'
import { record } from '../events.ts'
import { holdForStaff, tellCandidate } from '../held-application.ts'
import { newId } from '../id.ts'
import { candidateReports } from '../schema/index.ts'
import { releaseAllowed, reportDraft } from './draft.ts'
import { lastReport } from './rows.ts'

export type Released =
  | { ok: true }
  | { refused: 'words-missing'; gaps: Partial<Record<ReportField, 'required'>> }
  | { refused: ReleaseRefusal | 'role-too-low' }

const sameMoment = 10 * 60_000

/**
 * A person releases what the candidate will read: the bands in words by the rule, the strengths and steps as that
 * person left them. It is kept as it was; released again it is a new one. The same sent twice is one.
 */
export async function releaseReport(
  db: Db,
  input: { viewer: StaffViewer; applicationId: string; form: ReportForm; now: Date },
): Promise<Released | null> {
  const { viewer, applicationId, form, now } = input
  const draft = await reportDraft(db, input)
  if (!draft) return null
  return db.transaction(async (tx) => {
    const held = await holdForStaff(tx, { viewer, applicationId, act: 'decide' })
    if (!held || 'refused' in held) return held
    const tested = draft.refused !== 'report-not-tested'
    const allowed = await releaseAllowed(tx, { applicationId, stage: held.stage, tested, now })
    if ('refused' in allowed) return allowed
    const gaps = reportGaps(form, draft.judged)
    if (Object.keys(gaps).length > 0) return { refused: 'words-missing', gaps }
    const said = (...texts: string[]) => texts.map((text) => text.trim()).filter((text) => text !== '')
    const content: ReportContent = {
      locale: held.locale,
      dimensions: draft.dimensions,
      strengths: said(form.strength1, form.strength2),
      steps: said(form.step1, form.step2),
      scenarios: draft.scenarios,
      nameKnown: draft.nameKnown,
    }
    const last = await lastReport(tx, applicationId)
    if (
      last?.releasedBy === viewer.userId &&
      same(last.content, content) &&
      now.getTime() - last.releasedAt.getTime() < sameMoment
    )
      return { ok: true }
    const id = newId(now.getTime())
    await tx.insert(candidateReports).values({
      id,
      applicationId,
      content,
      algorithm: reportAlgorithm,
      releasedBy: viewer.userId,
      releasedAt: now,
    })
    await record(tx, {
      by: viewer,
      now,
      subject: 'candidate-report',
      subjectId: id,
      applicationId,
      teamId: held.teamId,
      kind: 'report-released',
    })
    await tellCandidate(tx, { applicationId, template: 'reports.released', now })
    return { ok: true }
  })
}
