import { asc, eq } from 'drizzle-orm'
import { applicationForm } from '#app/domain/application.ts'
import { normaliseEmail } from '#app/domain/characters.ts'
import { noticeVersion } from '#app/domain/notice.ts'
import type { Stage } from '#app/domain/pipeline.ts'
import { draw, fill, mapText, values } from '#app/domain/scenario/draw.ts'
import { saveAnswer } from '../answers.ts'
import { apply } from '../applications.ts'
import { submitAttempt } from '../attempt-end.ts'
import { inviteToAssignment } from '../attempts.ts'
import { newId } from '../id.ts'
import { pinnedScenario } from '../pinned.ts'
import { addNote, moveApplication, sendStatusMail } from '../pipeline.ts'
import { answers, attempts } from '../schema/index.ts'
import { startAttempt } from '../sittings.ts'
import { withdraw } from '../withdrawals.ts'
import { applicants } from './applicants.ts'
import { cast } from './cast.ts'
import { resumeOf } from './resume.ts'
import { type Beat, did, staff, vacancyOf, type Who } from './world.ts'
import { bodiesOf, type Written } from './written.ts'

const mirela = staff('mirela')

export const applies = (who: Who, at: Date): Beat => ({
  at,
  async act(now) {
    const { world, key } = who
    const { name, email, locale } = cast[key]
    const form = applicationForm.parse({ ...applicants[key], name, email, notice: noticeVersion })
    const resume = await resumeOf(world, key)
    const { id: vacancyId, slug } = vacancyOf(who)
    did(await apply(world.db, { slug, form, locale, suspected: false, resume, now }), `${key} applies`)
    const made = await world.db.query.applications.findFirst({
      where: (t, { and, eq }) => and(eq(t.vacancyId, vacancyId), eq(t.emailNormal, normaliseEmail(email))),
    })
    who.viewer.applicationId = made?.id ?? ''
  },
})

export const isMoved = (who: Who, at: Date, to: Stage, note?: string): Beat => ({
  at,
  act: async (now) =>
    did(
      await moveApplication(who.world.db, {
        viewer: mirela,
        id: who.viewer.applicationId,
        to,
        note,
        now,
      }),
      `${who.key} moves to ${to}`,
    ),
})

/** Mirela says where things stand, although there is nothing new. */
export const isToldNews = (who: Who, at: Date): Beat => ({
  at,
  act: async (now) =>
    did(
      await sendStatusMail(who.world.db, { viewer: mirela, id: who.viewer.applicationId, now }),
      `${who.key} is told`,
    ),
})

export const isNoted = (who: Who, at: Date, text: string): Beat => ({
  at,
  act: async (now) =>
    did(
      await addNote(who.world.db, { viewer: mirela, id: who.viewer.applicationId, text, now }),
      `${who.key} is noted`,
    ),
})

export const isInvited = (who: Who, at: Date): Beat => ({
  at,
  async act(now) {
    const entry: { seed?: number } = cast[who.key]
    const { applicationId } = who.viewer
    did(
      await inviteToAssignment(who.world.db, { viewer: mirela, applicationId, seed: entry.seed, now }),
      `${who.key} is invited`,
    )
  },
})

const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)

export const starts = (who: Who, at: Date): Beat => ({
  at,
  act: async (now) => did(await startAttempt(who.world.db, { viewer: who.viewer, now }), `${who.key} starts`),
})

/** Saves one answer, its figures and names as this attempt drew them. */
export const saves = (who: Who, at: Date, scenarioKey: string, body: unknown): Beat => ({
  at,
  async act(now) {
    const { db } = who.world
    const own = await db
      .select({
        id: answers.id,
        key: answers.scenarioKey,
        rev: answers.rev,
        hash: answers.scenarioHash,
        seed: attempts.seed,
        locale: attempts.locale,
      })
      .from(answers)
      .innerJoin(attempts, eq(attempts.id, answers.attemptId))
      .where(eq(attempts.applicationId, who.viewer.applicationId))
      .orderBy(asc(answers.position))
    const answer = own.find(({ key }) => key === scenarioKey)
    if (!answer) throw new Error(`${who.key} has no answer to ${scenarioKey}`)
    const content = await pinnedScenario(db, answer.hash)
    const drawn = values(content, answer.locale, draw(content, String(answer.seed)))
    const filled = mapText(body, (text) => fill(text, drawn))
    const save = { viewer: who.viewer, answerId: answer.id, saveId: newId(now.getTime()), body: filled }
    did(await saveAnswer(db, { ...save, baseRev: answer.rev, now }), `${who.key} saves ${scenarioKey}`)
  },
})

/** The whole assignment in one evening, handed in five minutes before the end. */
export function handsIn(who: Who, at: Date, written: Written): Beat[] {
  const bodies = Object.entries(bodiesOf(written))
  const { db, random } = who.world
  return [
    starts(who, at),
    ...bodies.map(([key, body], index) => saves(who, minutesAfter(at, 22 + 12 * index), key, body)),
    {
      at: minutesAfter(at, 47),
      act: async (now) =>
        did(await submitAttempt(db, { viewer: who.viewer, random, now }), `${who.key} hands in`),
    },
  ]
}

export const withdraws = (who: Who, at: Date): Beat => ({
  at,
  act: async (now) => did(await withdraw(who.world.db, { viewer: who.viewer, now }), `${who.key} withdraws`),
})
