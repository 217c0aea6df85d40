import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { type Dimension, dimensions } from '#app/domain/dimensions.ts'
import type { Locale } from '#app/domain/locale.ts'
import { type AnchorBody, anchorQuestions } from '#app/domain/scenario/anchor-answers.ts'
import type { Db } from '#db/client.ts'
import { placeAnchors } from '#db/grading/hidden/place.ts'
import {
  anchorAnswers,
  calibrationRatings,
  calibrationRuns,
  expertRatings,
  hiddenAnchors,
} from '#db/schema/index.ts'
import { testLibrary } from '#test/support/context.ts'
import { graded, openRequests } from './grading.ts'
import { type Lumo, later, lumosPeople } from './lumo.ts'
import { ownDesk } from './own-desk.ts'

const reasons = [
  'the question is answered, and no day is named by which anybody would know more.',
  'it says what was done and when there will be news; the worry itself is passed over.',
  'clear and short, and it reads like a letter that everybody gets.',
]

/** Answers that Lumo wrote itself, each rated by three experts; half of them low. No grader has seen one. */
export async function ratedAnchors(
  db: Db,
  { mirela, agim, tomasz }: Lumo,
  { scenario = 's03-first-fifty', many = 8, now }: { scenario?: string; many?: number; now: Date },
): Promise<string[]> {
  const ids: string[] = []
  const content = testLibrary().scenario(scenario)?.content
  if (!content) throw new Error(`there is no ${scenario}`)
  for (let n = 1; n <= many; n++) {
    const words = anchorQuestions(content, 'en').map((asked, at) => ({
      asked,
      text: `Dear customer, this is number ${n}.${at}. I have looked at your payout and write again by six.`,
    }))
    const body: AnchorBody = { kind: 'words', words, draw: `own${n}` }
    const id = randomUUID()
    ids.push(id)
    const { dimensions } = content
    await db.insert(anchorAnswers).values({
      id,
      key: `${scenario}/en/${id}`,
      source: 'own',
      scenarioKey: scenario,
      locale: 'en',
      body,
      dimensions,
      grades: {},
      addedBy: mirela.userId,
      addedAt: now,
    })
    await db.insert(expertRatings).values(
      [mirela, agim, tomasz].flatMap(({ userId: expertId }, at) =>
        dimensions.map((dimension) => ({
          id: randomUUID(),
          anchorId: id,
          expertId,
          dimension,
          level: n % 2 === 0 ? 2 : 4,
          why: `expert-why-${n}: ${reasons[at]}`,
          at: now,
        })),
      ),
    )
  }
  return ids
}

/**
 * A pass for each of them: of experts' levels unless `advisory`, with two levels of each criterion that it speaks for.
 * What they were asked has been taken out since, so that it lies on no desk.
 */
export async function passes(
  db: Db,
  graders: readonly StaffViewer[],
  now: Date,
  input: {
    days?: number
    locale?: Locale
    advisory?: boolean
    criteria?: readonly Dimension[]
  } = {},
): Promise<void> {
  const { days = 90, locale = 'en', advisory = false, criteria = dimensions } = input
  const asked = [1, 2].map((n) => ({ id: randomUUID(), text: `Number ${n}, which is there no more.` }))
  await db.insert(anchorAnswers).values(
    asked.map(({ id, text }) => ({
      id,
      key: `s03-first-fifty/${locale}/${id}`,
      source: 'own' as const,
      scenarioKey: 's03-first-fifty',
      locale,
      body: { kind: 'words' as const, words: [{ asked: null, text }] },
      dimensions: [...criteria],
      grades: {},
      addedAt: now,
      retiredAt: now,
    })),
  )
  for (const { userId: graderId } of graders) {
    const runId = randomUUID()
    await db.insert(calibrationRuns).values({
      id: runId,
      graderId,
      rubricHash: 'r',
      locale,
      anchorIds: asked.map(({ id }) => id),
      advisory,
      startedAt: now,
      finishedAt: now,
      passed: true,
      validUntil: later(now, { days }),
      outcome: { n: 24, exact: 24, adjacent: 24, kappa: 1, bias: 0, failed: [] },
    })
    await db.insert(calibrationRatings).values(
      asked.flatMap(({ id: anchorId }) =>
        criteria.map((dimension) => ({
          id: randomUUID(),
          ...{ runId, anchorId, dimension },
          level: 4,
          reference: 4,
          at: now,
        })),
      ),
    )
  }
}

/** The anchors on this person's desk. */
export const hiddenFor = (db: Db, { userId }: StaffViewer) =>
  db
    .select()
    .from(hiddenAnchors)
    .where(and(eq(hiddenAnchors.graderId, userId), isNull(hiddenAnchors.voidedAt)))
    .orderBy(hiddenAnchors.code)

/**
 * Somebody of the sample team who has locked all their answers and was told that one of them was an anchor. In one piece:
 * while eight rated anchors stand, calibration binds for every grader of the installation, and here they never do.
 */
export const toldGrader = (db: Db, { now }: { now: Date }): Promise<{ grader: StaffViewer; told: string }> =>
  db.transaction(async (tx) => {
    const within = tx as unknown as Db
    const { grader, vacancyId, applicationIds } = await ownDesk(within, { candidates: 3, now })
    const anchors = await ratedAnchors(within, lumosPeople, { now })
    await passes(within, [grader], now)
    await placeAnchors(tx, { graders: [grader.userId], vacancyId, locale: 'en', now })
    const [laid] = await hiddenFor(within, grader)
    if (!laid) throw new Error('no anchor was laid')
    const at = later(now, { minutes: -1 })
    // First: one that nobody has begun leaves the desk with the last answer.
    await graded(within, { grader, assignmentId: laid.id, levels: { A1: 5, A3: 2, K3: 'ne' }, now: at })
    for (const applicationId of applicationIds)
      for (const { id } of await openRequests(within, grader, applicationId))
        await graded(within, { grader, assignmentId: id, levels: {}, now: at })
    await tx.update(anchorAnswers).set({ retiredAt: now }).where(inArray(anchorAnswers.id, anchors))
    return { grader, told: laid.id }
  })
