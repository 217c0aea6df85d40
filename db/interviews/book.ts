import { eq } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { type InterviewForm, type SlotRefusal, slotOf } from '#app/domain/interview.ts'
import type { Db, Tx } from '../client.ts'
import { record } from '../events.ts'
import { type HeldApplication, holdForStaff, tellCandidate } from '../held-application.ts'
import { newId } from '../id.ts'
import { enqueue } from '../jobs.ts'
import { identityViews, interviews } from '../schema/index.ts'
import { aheadFor, type InterviewRow, interviewers, isAhead, rowsOf } from './rows.ts'

type Told = 'invited' | 'moved' | 'cancelled'
const happened = {
  invited: 'interview-booked',
  moved: 'interview-moved',
  cancelled: 'interview-cancelled',
} as const satisfies Record<Told, string>
const colleagueMail = {
  invited: 'interviews.assigned',
  moved: 'interviews.assigned-moved',
  cancelled: 'interviews.assigned-cancelled',
} as const satisfies Record<Told, string>

/** The event, and a mail to each side with the same calendar entry: whoever accepts it sees later changes in it. */
async function tellBoth(
  tx: Tx,
  held: HeldApplication,
  input: { interview: InterviewRow; told: Told; viewer: StaffViewer; now: Date },
): Promise<void> {
  const { interview, told, viewer, now } = input
  await record(tx, {
    by: viewer,
    now,
    subject: 'interview',
    subjectId: interview.id,
    applicationId: held.id,
    teamId: held.teamId,
    kind: happened[told],
    data: { sequence: interview.sequence },
  })
  const payload = { interviewId: interview.id, sequence: String(interview.sequence) }
  await tellCandidate(tx, { applicationId: held.id, template: `interviews.${told}`, payload, now })
  await enqueue(tx, { kind: 'mail', payload: { template: colleagueMail[told], ...payload }, now })
}

const sameSlot = (row: InterviewRow, slot: Pick<InterviewRow, 'startsAt' | 'minutes' | 'zone' | 'place'>) =>
  row.startsAt.getTime() === slot.startsAt.getTime() &&
  row.minutes === slot.minutes &&
  row.zone === slot.zone &&
  row.place === slot.place

export type InviteRefusal =
  | SlotRefusal
  | 'role-too-low'
  | 'interview-stage'
  | 'interview-booked'
  | 'interviewer-unknown'

/** Books the one slot and invites. The same slot again is the same interview; another one is refused while it is ahead. */
export async function inviteToInterview(
  db: Db,
  input: { viewer: StaffViewer; applicationId: string; form: InterviewForm; now: Date },
): Promise<{ ok: true; interviewId: string } | { refused: InviteRefusal } | null> {
  const { viewer, applicationId, form, now } = input
  return db.transaction(async (tx) => {
    const held = await holdForStaff(tx, { viewer, applicationId, act: 'manage-interviews' })
    if (!held || 'refused' in held) return held
    if (held.stage !== 'interview') return { refused: 'interview-stage' }
    const slot = slotOf(form, now)
    if ('refused' in slot) return slot
    const { minutes, zone, place, interviewerId } = form
    const ahead = await aheadFor(tx, applicationId, now)
    if (ahead)
      return sameSlot(ahead, { ...slot, minutes, zone, place }) && ahead.interviewerId === interviewerId
        ? { ok: true, interviewId: ahead.id }
        : { refused: 'interview-booked' }
    if (!(await interviewers(tx, held.teamId)).some(({ id }) => id === interviewerId))
      return { refused: 'interviewer-unknown' }
    const id = newId(now.getTime())
    const [interview] = await tx
      .insert(interviews)
      .values({
        id,
        applicationId,
        interviewerId,
        startsAt: slot.startsAt,
        minutes,
        zone,
        place,
        uid: id,
        createdBy: viewer.userId,
        createdAt: now,
      })
      .returning()
    // Whoever is to meet the person knows who it is from now on.
    await tx
      .insert(identityViews)
      .values({ id: newId(now.getTime()), applicationId, userId: interviewerId, at: now })
      .onConflictDoNothing()
    if (interview) await tellBoth(tx, held, { interview, told: 'invited', viewer, now })
    return { ok: true, interviewId: id }
  })
}

async function holdInterview(
  tx: Tx,
  input: { viewer: StaffViewer; applicationId: string; interviewId: string },
): Promise<{ held: HeldApplication; interview: InterviewRow } | { refused: 'role-too-low' } | null> {
  const held = await holdForStaff(tx, { ...input, act: 'manage-interviews' })
  if (!held || 'refused' in held) return held
  const interview = (await rowsOf(tx, held.id)).find(({ id }) => id === input.interviewId)
  return interview ? { held, interview } : null
}

export type ChangeRefusal = SlotRefusal | 'role-too-low' | 'interview-cancelled' | 'interview-held' | 'stale'

/** Moves an interview that is ahead. `sequence` is the state that the form was opened on. */
export async function moveInterview(
  db: Db,
  input: {
    viewer: StaffViewer
    applicationId: string
    interviewId: string
    sequence: number
    form: Omit<InterviewForm, 'interviewerId'>
    now: Date
  },
): Promise<{ ok: true } | { refused: ChangeRefusal } | null> {
  const { viewer, form, now } = input
  return db.transaction(async (tx) => {
    const found = await holdInterview(tx, input)
    if (!found || 'refused' in found) return found
    const { held, interview } = found
    if (interview.cancelledAt) return { refused: 'interview-cancelled' }
    if (!isAhead(interview, now)) return { refused: 'interview-held' }
    const slot = slotOf(form, now)
    if ('refused' in slot) return slot
    const { minutes, zone, place } = form
    const change = { startsAt: slot.startsAt, minutes, zone, place }
    if (sameSlot(interview, change)) return { ok: true }
    if (interview.sequence !== input.sequence) return { refused: 'stale' }
    const [moved] = await tx
      .update(interviews)
      .set({ ...change, sequence: interview.sequence + 1 })
      .where(eq(interviews.id, interview.id))
      .returning()
    if (moved) await tellBoth(tx, held, { interview: moved, told: 'moved', viewer, now })
    return { ok: true }
  })
}

/** Cancels an interview that is ahead. Twice is once. */
export async function cancelInterview(
  db: Db,
  input: { viewer: StaffViewer; applicationId: string; interviewId: string; now: Date },
): Promise<{ ok: true } | { refused: 'role-too-low' | 'interview-held' } | null> {
  const { viewer, now } = input
  return db.transaction(async (tx) => {
    const found = await holdInterview(tx, input)
    if (!found || 'refused' in found) return found
    const { held, interview } = found
    if (interview.cancelledAt) return { ok: true }
    if (!isAhead(interview, now)) return { refused: 'interview-held' }
    const [cancelled] = await tx
      .update(interviews)
      .set({ cancelledAt: now, sequence: interview.sequence + 1 })
      .where(eq(interviews.id, interview.id))
      .returning()
    if (cancelled) await tellBoth(tx, held, { interview: cancelled, told: 'cancelled', viewer, now })
    return { ok: true }
  })
}
