import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { type AnchorBody, anchorQuestions } from '#app/domain/scenario/anchor-answers.ts'
import type { Db } from '#db/client.ts'
import { placeAnchors } from '#db/grading/hidden/place.ts'
import { anchorAnswers, calibrationRuns, expertRatings, hiddenAnchors } from '#db/schema/index.ts'
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
    const body: AnchorBody = { kind: 'words', words }
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

/** A binding pass for each of them. */
export const passes = (db: Db, graders: readonly StaffViewer[], now: Date, days = 90) =>
  db.insert(calibrationRuns).values(
    graders.map(({ userId: graderId }) => ({
      id: randomUUID(),
      graderId,
      rubricHash: 'r',
      locale: 'en' as const,
      anchorIds: [],
      advisory: false,
      startedAt: now,
      finishedAt: now,
      passed: true,
      validUntil: new Date(now.getTime() + days * 86_400_000),
      outcome: { n: 24, exact: 24, adjacent: 24, kappa: 1, bias: 0, failed: [] },
    })),
  )

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
