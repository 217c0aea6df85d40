import { and, asc, eq } from 'drizzle-orm'
import { applicationForm } from '#app/domain/application.ts'
import { normaliseEmail } from '#app/domain/characters.ts'
import { noticeVersion } from '#app/domain/notice.ts'
import type { Stage } from '#app/domain/pipeline.ts'
import { draw, fill, mapText, values } from '#app/domain/scenario/draw.ts'
import type { Act } from '#app/domain/scenario/inbox.ts'
import type { Sign } from '#app/domain/signs.ts'
import { saveAnswer } from '../answers.ts'
import { apply } from '../applications.ts'
import { submitAttempt } from '../attempt-end.ts'
import { inviteToAssignment } from '../attempts.ts'
import { newId } from '../id.ts'
import { actInCase, lookAtCase, openCase } from '../inbox.ts'
import { noteSigns } from '../integrity/signs.ts'
import { pinnedScenario } from '../pinned.ts'
import { addNote, moveApplication, sendStatusMail } from '../pipeline.ts'
import { answers, attempts } from '../schema/index.ts'
import { endSitting, startAttempt, startSitting } from '../sittings.ts'
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

/** Beside the words: which aids were named, and how many characters of a scenario's answer were pasted. */
interface Noted {
  aids?: string
  pasted?: Record<string, number>
}

/** What the page notes of one part, where the rest of it was typed. */
const pastes = (who: Who, at: Date, scenarioKey: string, chars: number): Beat => ({
  at,
  async act(now) {
    const { db } = who.world
    const [answer] = await db
      .select({ id: answers.id })
      .from(answers)
      .innerJoin(attempts, eq(attempts.id, answers.attemptId))
      .where(and(eq(attempts.applicationId, who.viewer.applicationId), eq(answers.scenarioKey, scenarioKey)))
    const note = async (at: Date, signs: Sign[]) => {
      const batch = { batch: newId(at.getTime()), answer: answer?.id ?? '', signs }
      did(await noteSigns(db, { viewer: who.viewer, ...batch, now: at }), `${who.key} is noted by the page`)
    }
    await note(minutesAfter(now, -4), [])
    await note(now, [
      { kind: 'first-key', ago: 190_000 },
      { kind: 'paste', chars, ago: 180_000 },
      { kind: 'typed', chars: 120, ago: 0 },
    ])
  },
})

/** The whole assignment in one evening, handed in five minutes before the end; the chat after a rest, if there is one. */
export function handsIn(who: Who, at: Date, written: Written, noted: Noted = {}): Beat[] {
  const bodies = Object.entries(bodiesOf(written))
  const { db, random } = who.world
  const { chat } = written
  return [
    starts(who, at),
    ...Object.entries(noted.pasted ?? {}).map(([key, chars]) =>
      pastes(who, minutesAfter(at, 20), key, chars),
    ),
    ...bodies.map(([key, body], index) => saves(who, minutesAfter(at, 22 + 12 * index), key, body)),
    ...(chat ? [rests(who, minutesAfter(at, 47)), chats(who, minutesAfter(at, 70), chat)] : []),
    {
      at: minutesAfter(at, chat ? 95 : 47),
      act: async (now) =>
        did(
          await submitAttempt(db, { viewer: who.viewer, aids: noted.aids, random, now }),
          `${who.key} hands in`,
        ),
    },
  ]
}

const rests = (who: Who, at: Date): Beat => ({
  at,
  act: async (now) =>
    did(await endSitting(who.world.db, { viewer: who.viewer, sitting: 1, now }), `${who.key} rests`),
})

/** The second sitting: the inbox is opened, and the page looks in every half minute as a browser does. */
const chats = (who: Who, at: Date, chat: NonNullable<Written['chat']>): Beat => ({
  at,
  async act(start) {
    const { db } = who.world
    const { viewer } = who
    did(await startSitting(db, { viewer, sitting: 2, now: start }), `${who.key} goes on`)
    const [answer] = await db
      .select({ id: answers.id, hash: answers.scenarioHash, seed: attempts.seed, locale: attempts.locale })
      .from(answers)
      .innerJoin(attempts, eq(attempts.id, answers.attemptId))
      .where(and(eq(attempts.applicationId, viewer.applicationId), eq(answers.scenarioKey, 's02-the-insult')))
    if (!answer) throw new Error(`${who.key} has no chat`)
    const content = await pinnedScenario(db, answer.hash)
    const drawn = values(content, answer.locale, draw(content, String(answer.seed)))
    const here = { viewer, answerId: answer.id }
    let now = start
    did(await openCase(db, { ...here, now }), `${who.key} opens the chat`)
    for (const [after, { after: minutes, ...row }] of chat.entries()) {
      for (const until = minutesAfter(now, minutes); now < until; ) {
        now = minutesAfter(now, 0.5)
        did(await lookAtCase(db, { ...here, now }), `${who.key} waits`)
      }
      const act = chatAct(row, (text) => fill(text, drawn))
      did(
        await actInCase(db, { ...here, actId: newId(now.getTime()), after, act, now }),
        `${who.key} ${act.do}`,
      )
    }
  },
})

function chatAct(
  { reply, choose, close }: Omit<NonNullable<Written['chat']>[number], 'after'>,
  filled: (text: string) => string,
): Act {
  const thread = 'partner'
  if (reply !== undefined) return { do: 'reply', thread, text: filled(reply) }
  if (choose !== undefined) return { do: 'choose', thread, choice: choose }
  return { do: 'close', thread, outcome: close ?? '' }
}

export const withdraws = (who: Who, at: Date): Beat => ({
  at,
  act: async (now) => did(await withdraw(who.world.db, { viewer: who.viewer, now }), `${who.key} withdraws`),
})
