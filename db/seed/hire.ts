import { asc, eq } from 'drizzle-orm'
import { type DecisionForm, decisionForm } from '#app/domain/decision.ts'
import { interviewForm } from '#app/domain/interview.ts'
import { type OfferForm, offerForm } from '#app/domain/offer.ts'
import { decide } from '../decisions.ts'
import { inviteToInterview, saveNote } from '../interviews.ts'
import { acceptOffer, makeOffer } from '../offers.ts'
import { openings } from '../schema/index.ts'
import { cast } from './cast.ts'
import { sampleZone } from './clock.ts'
import type { SampleStaff } from './staff.ts'
import { type Beat, did, staff, vacancyOf, type Who } from './world.ts'

const mirela = staff('mirela')

/** One interview, from the invitation; the notes are the interviewer's own. */
export function interview(
  who: Who,
  given: { invited: Date; back: number; time: string; by: SampleStaff },
): { invited: Beat; noted(at: Date, text: string): Beat } {
  const { db, clock } = who.world
  const held = { id: '' }
  return {
    invited: {
      at: given.invited,
      async act(now) {
        const { applicationId } = who.viewer
        const form = interviewForm.parse({
          day: clock.day(given.back),
          time: given.time,
          zone: sampleZone,
          minutes: 40,
          place: `https://meet.example.com/lumo-${who.key}`,
          interviewerId: staff(given.by).userId,
        })
        const invited = { viewer: mirela, applicationId, form, now }
        held.id = did(await inviteToInterview(db, invited), `${who.key} is invited to talk`).interviewId
      },
    },
    noted: (at, text) => ({
      at,
      async act(now) {
        const { applicationId } = who.viewer
        const note = { viewer: staff(given.by), applicationId, interviewId: held.id, text, baseRev: 0, now }
        did(await saveNote(db, note), `the interview of ${who.key} is noted`)
      },
    }),
  }
}

type Decision = Pick<DecisionForm, 'kind' | 'reasonCode' | 'reason'> & Partial<DecisionForm>

/** `feedback`: what the candidate reads of a rejection, in their language. */
export const isDecided = (who: Who, at: Date, decision: Decision, feedback?: string): Beat => ({
  at,
  async act(now) {
    const { applicationId } = who.viewer
    const form = decisionForm.parse(decision)
    const made = { viewer: mirela, applicationId, form, feedback, now }
    did(await decide(who.world.db, made), `${who.key} is decided on`)
  },
})

interface Offer extends Pick<OfferForm, 'pay' | 'answerBy' | 'note'> {
  /** Which seat, the first is 0. */
  seat: number
  /** Another day than the seat's. */
  startsOn?: string
}

export function offer(who: Who, at: Date, { seat, ...given }: Offer) {
  const { db } = who.world
  const made = { id: '' }
  return {
    made: {
      at,
      async act(now: Date) {
        const { applicationId } = who.viewer
        const seats = await db
          .select({ id: openings.id, startsOn: openings.startsOn })
          .from(openings)
          .where(eq(openings.vacancyId, vacancyOf(who).id))
          .orderBy(asc(openings.ordinal))
        const { id: openingId, startsOn } = seats[seat] ?? {}
        const form = offerForm.parse({ openingId, startsOn, ...given })
        const offered = { viewer: mirela, applicationId, form, now }
        made.id = did(await makeOffer(db, offered), `${who.key} is offered the work`).offerId
      },
    },
    accepted: (on: Date): Beat => ({
      at: on,
      async act(now) {
        const { name } = cast[who.key]
        const { viewer } = who
        did(await acceptOffer(db, { viewer, offerId: made.id, name, now }), `${who.key} accepts`)
      },
    }),
  }
}
