import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { type AnchorBody, anchorQuestions } from '#app/domain/scenario/anchor-answers.ts'
import type { Db } from '#db/client.ts'
import { anchorAnswers, calibrationRuns, expertRatings, hiddenAnchors } from '#db/schema/index.ts'
import { testLibrary } from '#test/support/context.ts'
import type { Lumo } from './lumo.ts'

/** Answers that Lumo wrote itself, each rated by three experts; half of them low. No grader has seen one. */
export async function ratedAnchors(
  db: Db,
  { mirela, agim, tomasz }: Lumo,
  { scenario = 's03-first-fifty', many = 8, now }: { scenario?: string; many?: number; now: Date },
): Promise<void> {
  const content = testLibrary().scenario(scenario)?.content
  if (!content) throw new Error(`there is no ${scenario}`)
  for (let n = 1; n <= many; n++) {
    const words = anchorQuestions(content, 'en').map((asked, at) => ({
      asked,
      text: `Dear customer, this is number ${n}.${at}. I have looked at your payout and write again by six.`,
    }))
    const body: AnchorBody = { kind: 'words', words }
    const id = randomUUID()
    const { dimensions } = content
    await db.insert(anchorAnswers).values({
      id,
      key: `${scenario}/en/${n}`,
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
      [mirela, agim, tomasz].flatMap(({ userId: expertId }) =>
        dimensions.map((dimension) => ({
          id: randomUUID(),
          anchorId: id,
          expertId,
          dimension,
          level: n % 2 === 0 ? 2 : 4,
          why: `expert-why-${n}`,
          at: now,
        })),
      ),
    )
  }
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
