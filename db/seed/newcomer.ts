import type { StaffViewer } from '#app/domain/access.ts'
import type { Dimension, Level } from '#app/domain/dimensions.ts'
import { agreementInForce, rulesQuiz } from '#app/domain/house-rules.ts'
import type { QuizChoices } from '#app/domain/onboarding.ts'
import { draw, fill, values } from '#app/domain/scenario/draw.ts'
import { instantOf } from '#app/domain/zones.ts'
import { readClause, signAgreement, tryQuiz } from '../acknowledgements.ts'
import { newId } from '../id.ts'
import { openArticle, tickHandbook } from '../newcomers.ts'
import { beginPractice, finishPractice, placeLevels, savePractice } from '../practice.ts'
import { userByEmail } from '../users.ts'
import { cast } from './cast.ts'
import { sampleZone } from './clock.ts'
import { sampleTeamId } from './staff.ts'
import { type Beat, did, type Who } from './world.ts'

/** The viewer whom the hire has made; not before the offer is accepted. */
async function viewerOf(who: Who): Promise<StaffViewer> {
  const user = await userByEmail(who.world.db, cast[who.key].email)
  if (!user) throw new Error(`${who.key} was not hired`)
  const { id: userId, name, email, locale } = user
  return {
    kind: 'staff',
    userId,
    name,
    email,
    locale,
    memberships: [{ teamId: sampleTeamId, role: 'newcomer' }],
  }
}

const right: QuizChoices = Object.fromEntries(rulesQuiz.questions.map((one) => [one.key, one.right]))

interface FirstDays {
  /** What was chosen wrong in the first try at the quiz: question → option. */
  wrong: QuizChoices
  practice: { key: string; text: string; levels: Partial<Record<Dimension, Level>> }
}

/** The first days of a newcomer: the gate, the handbook, the practice case with the own levels. Readiness is not signed. */
export function firstDays(who: Who, { wrong, practice }: FirstDays): Beat[] {
  const { db, clock, library, agreement } = who.world
  const on = (days: number, time: string) => instantOf(clock.day(clock.lastMonday - days), time, sampleZone)
  const beat = (at: Date, act: (viewer: StaffViewer, now: Date) => Promise<unknown>): Beat => ({
    at,
    act: async (now) => act(await viewerOf(who), now),
  })
  const run = { id: '' }
  const scenario = library.scenario(practice.key)
  if (!scenario) throw new Error(`there is no practice case ${practice.key}`)
  const { hash: handbookHash, content: handbook } = library.handbook
  return [
    ...agreementInForce.clauses.map((clause, index) =>
      beat(on(0, `09:1${index + 2}`), async (viewer, now) =>
        did(await readClause(db, { viewer, clause, now }), `${who.key} reads ${clause}`),
      ),
    ),
    beat(on(0, '09:19'), async (viewer, now) => {
      const { name: typedName, locale } = viewer
      const text = agreement(locale)
      const signed = { viewer, typedName, locale, seen: text.hash, text, now }
      did(await signAgreement(db, signed), `${who.key} signs`)
    }),
    ...[{ ...right, ...wrong }, right].map((choices, index) =>
      beat(on(0, `09:2${4 + 3 * index}`), async (viewer, now) =>
        did(await tryQuiz(db, { viewer, quiz: rulesQuiz, choices, now }), `${who.key} tries the quiz`),
      ),
    ),
    ...handbook.articles.map(({ id }, index) =>
      beat(on(index < 8 ? 0 : 1, `1${index % 8}:05`), async (viewer, now) =>
        did(await openArticle(db, { viewer, article: id, handbookHash, now }), `${who.key} opens ${id}`),
      ),
    ),
    beat(on(1, '15:40'), async (viewer, now) =>
      did(await tickHandbook(db, { viewer, done: true, now }), `${who.key} has read the handbook`),
    ),
    beat(on(2, '10:30'), async (viewer, now) => {
      run.id = did(await beginPractice(db, { viewer, scenario, now }), `${who.key} begins to practise`).runId
    }),
    beat(on(2, '10:43'), async (viewer, now) => {
      const text = fill(
        practice.text,
        values(scenario.content, viewer.locale, draw(scenario.content, run.id)),
      )
      const save = { viewer, runId: run.id, saveId: newId(now.getTime()), baseRev: 0, body: { text }, now }
      did(await savePractice(db, save), `${who.key} writes`)
      did(await finishPractice(db, { viewer, runId: run.id, now }), `${who.key} hands in`)
    }),
    beat(on(3, '11:15'), async (viewer, now) =>
      did(
        await placeLevels(db, { viewer, runId: run.id, levels: practice.levels, now }),
        `${who.key} places`,
      ),
    ),
  ]
}
