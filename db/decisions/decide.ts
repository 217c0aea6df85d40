import { and, eq } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { normaliseEmail } from '#app/domain/characters.ts'
import {
  type DecisionForm,
  type DecisionGap,
  type DecisionKind,
  type DecisionRefusal,
  decisionGaps,
  mayDecide,
} from '#app/domain/decision.ts'
import type { Fact, Stage } from '#app/domain/pipeline.ts'
import { moveHeld } from '../attempt-rows.ts'
import type { Db, Tx } from '../client.ts'
import { record } from '../events.ts'
import { type HeldApplication, holdForStaff, tellCandidate } from '../held-application.ts'
import { newId } from '../id.ts'
import { aheadFor } from '../interviews/rows.ts'
import { lastOffer, stands } from '../offers/rows.ts'
import { factsOf } from '../pipeline/facts.ts'
import { writeLater } from '../pipeline/outgoing.ts'
import { decisions, referenceRequests } from '../schema/index.ts'
import { type Evidence, evidenceOf, needsAttention, wasTested } from './evidence.ts'
import { type DecisionRow, decisionInForce } from './rows.ts'

/** The timeline's words for each kind. */
export const eventOf = {
  offer: 'offer-decided',
  reject: 'rejection-decided',
  hold: 'hold-decided',
  reopen: 'reopening-decided',
} as const satisfies Record<DecisionKind, string>

const sameMoment = 10 * 60_000
const pressedTwice = (last: DecisionRow | undefined, viewer: StaffViewer, form: DecisionForm, now: Date) =>
  last !== undefined &&
  last.decidedBy === viewer.userId &&
  last.kind === form.kind &&
  last.reasonCode === form.reasonCode &&
  last.reason === form.reason.trim() &&
  now.getTime() - last.createdAt.getTime() < sameMoment

export type Decided =
  | { ok: true; decisionId: string; undoUntil: Date | null }
  | { refused: 'words-missing'; gaps: DecisionGap }
  | { refused: DecisionRefusal | 'role-too-low' | 'evidence-changed' }

export interface DecideInput {
  viewer: StaffViewer
  applicationId: string
  form: DecisionForm
  /** The evidence's key as the decider saw it. Whatever came since is looked at first. */
  seenKey?: string
  /** What the candidate will read of a rejection, in their language, made of the two fields of the form. */
  feedback?: string
  /** The candidate hears of a reopening in another mail. */
  toldElsewhere?: boolean
  now: Date
}

/**
 * A person decides, with a reason of their own and what lay before them; nothing else ever does. A rejection moves the
 * application and writes a mail that waits for ten seconds. The same decision sent twice is one.
 */
export async function decide(db: Db | Tx, input: DecideInput): Promise<Decided | null> {
  const { viewer, applicationId, form, now } = input
  const evidence = await evidenceOf(db, { viewer, applicationId, now })
  if (!evidence) return null
  return db.transaction(async (tx) => {
    const held = await holdForStaff(tx, { viewer, applicationId, act: 'decide' })
    if (!held || 'refused' in held) return held
    const last = await decisionInForce(tx, applicationId)
    if (last && pressedTwice(last, viewer, form, now))
      return { ok: true, decisionId: last.id, undoUntil: null }
    const allowed = mayDecide(form.kind, await factsBefore(tx, held, viewer, now))
    if ('refused' in allowed) return allowed
    if (input.seenKey !== undefined && input.seenKey !== evidence.key) return { refused: 'evidence-changed' }
    const tested = wasTested(evidence)
    const gaps = decisionGaps(form, { attention: needsAttention(evidence), tested })
    if (Object.keys(gaps).length > 0) return { refused: 'words-missing', gaps }
    const id = newId(now.getTime())
    await write(tx, { ...input, id, held, evidence, supersedes: last })
    if (form.kind === 'reject') {
      await moveBy(tx, held, { to: 'rejected', needs: 'rejection-decided', viewer, now })
      const template = tested ? 'decisions.rejected' : 'decisions.rejected-early'
      const subject = { ...held, vacancyId: held.vacancy.id }
      const more = { decisionId: id, since: held.stageSince.toISOString() }
      const undoUntil = await writeLater(tx, subject, { name: 'rejected', template, more, now })
      return { ok: true, decisionId: id, undoUntil }
    }
    if (form.kind === 'reopen') {
      await moveBy(tx, held, { to: 'decision', needs: 'reopening-decided', viewer, now })
      if (!input.toldElsewhere)
        await tellCandidate(tx, { applicationId, template: 'decisions.reopened', now })
    }
    return { ok: true, decisionId: id, undoUntil: null }
  })
}

async function factsBefore(tx: Tx, held: HeldApplication, viewer: StaffViewer, now: Date) {
  const email = normaliseEmail(viewer.email)
  const [reference] = await tx
    .select({ id: referenceRequests.id })
    .from(referenceRequests)
    .where(and(eq(referenceRequests.applicationId, held.id), eq(referenceRequests.email, email)))
  return {
    stage: held.stage,
    offerOpen: stands(await lastOffer(tx, held.id)),
    interviewAhead: (await aheadFor(tx, held.id, now)) !== undefined,
    own: held.emailNormal === email,
    referee: reference !== undefined,
  }
}

async function write(
  tx: Tx,
  input: DecideInput & {
    id: string
    held: HeldApplication
    evidence: Evidence
    supersedes: DecisionRow | undefined
  },
): Promise<void> {
  const { id, held, form, viewer, now } = input
  await tx.insert(decisions).values({
    id,
    applicationId: held.id,
    kind: form.kind,
    decidedBy: viewer.userId,
    reasonCode: form.reasonCode,
    reason: form.reason.trim(),
    attentionComment: form.attentionComment.trim(),
    feedback: form.kind === 'reject' ? (input.feedback ?? '') : '',
    // The stage as it is held: an undone rejection goes back to it.
    seen: { ...input.evidence.seen, stage: held.stage },
    supersedesId: input.supersedes?.id ?? null,
    createdAt: now,
  })
  await record(tx, {
    by: viewer,
    now,
    subject: 'decision',
    subjectId: id,
    applicationId: held.id,
    teamId: held.teamId,
    kind: eventOf[form.kind],
    data: { reasonCode: form.reasonCode },
  })
}

/** The move that a decision makes, by the table like every other; what was decided must have been possible. */
async function moveBy(
  tx: Tx,
  held: HeldApplication,
  input: { to: Stage; needs: Fact; viewer: StaffViewer; now: Date },
): Promise<void> {
  const { to, needs, viewer, now } = input
  const subject = { applicationId: held.id, vacancyId: held.vacancy.id, now }
  const moved = await moveHeld(tx, {
    applicationId: held.id,
    teamId: held.teamId,
    from: held.stage,
    to,
    facts: await factsOf(tx, subject, [needs]),
    mover: 'staff',
    by: viewer,
    now,
  })
  if ('refused' in moved) throw new Error(`decided, but not moved: ${moved.refused}`)
}
