import { createHash } from 'node:crypto'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { type Anchor, bindingCriteria, expertReference, lessonCases } from '#app/domain/calibration.ts'
import { type Dimension, isDimension } from '#app/domain/dimensions.ts'
import type { Locale } from '#app/domain/locale.ts'
import { type AnchorBody, sampleAnchors } from '#app/domain/scenario/anchor-answers.ts'
import type { SampleList } from '#app/domain/scenario/common.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'
import type { ExampleGrades } from '#app/domain/scenario/samples.ts'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { anchorAnswers, expertRatings } from '../schema/index.ts'

/** The cases of the library that people grade. */
export type Cases = readonly ScenarioContent[]

/** Variants of one case, such as the three lengths of S06, are one group. */
export const groupOf = ({ code, key }: Pick<ScenarioContent, 'code' | 'key'>): string => code ?? key

export const gradedCases = (library: { scenarios: readonly { content: ScenarioContent }[] }): Cases =>
  library.scenarios
    .map(({ content }) => content)
    .filter(({ use, dimensions }) => use === 'graded' && dimensions.length > 0)

/** Those whose examples stand in the lesson with their levels. */
export function teaching(cases: Cases): Cases {
  const keys = lessonCases(
    cases.map((content) => ({ key: content.key, group: groupOf(content), dimensions: content.dimensions })),
  )
  return cases.filter(({ key }) => keys.includes(key))
}

export interface AnchorAnswer {
  key: string
  source: 'shipped' | 'own'
  /** It stands with its levels beside the answers to its case. */
  onDesk: boolean
  scenarioKey: string
  group: string
  locale: Locale
  dimensions: Dimension[]
  body: AnchorBody
  /** The authors' draft; empty for an answer that the installation wrote. */
  grades: ExampleGrades
}

const keyOf = (scenarioKey: string, locale: Locale, body: AnchorBody) =>
  `${scenarioKey}/${locale}/${createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16)}`

const made = new WeakMap<ScenarioContent, Map<string, AnchorAnswer[]>>()

/** Sample answers take a while to play: once for each list of a case in each language. */
function shippedOf(content: ScenarioContent, locale: Locale, list: SampleList): AnchorAnswer[] {
  const place = `${list}/${locale}`
  const known = made.get(content)?.get(place)
  if (known) return known
  const anchors = sampleAnchors(content, locale, list).map(
    ({ grades, body }): AnchorAnswer => ({
      key: keyOf(content.key, locale, body),
      source: 'shipped',
      onDesk: list === 'examples',
      scenarioKey: content.key,
      group: groupOf(content),
      locale,
      dimensions: Object.keys(grades).filter(isDimension),
      body,
      grades,
    }),
  )
  const byPlace = made.get(content) ?? new Map<string, AnchorAnswer[]>()
  made.set(content, byPlace.set(place, anchors))
  return anchors
}

/**
 * Every anchor in one language: the examples of those cases that do not teach, the answers of every case that are for
 * calibration alone, and what the installation has written.
 */
export async function anchorsIn(
  db: Db | Tx,
  { cases, locale }: { cases: Cases; locale: Locale },
): Promise<AnchorAnswer[]> {
  const lesson = teaching(cases)
  const shipped = cases.flatMap((one) => [
    ...(lesson.includes(one) ? [] : shippedOf(one, locale, 'examples')),
    ...shippedOf(one, locale, 'calibration'),
  ])
  const own = await db
    .select()
    .from(anchorAnswers)
    .where(
      and(eq(anchorAnswers.source, 'own'), eq(anchorAnswers.locale, locale), isNull(anchorAnswers.retiredAt)),
    )
  return [
    ...shipped,
    ...own.flatMap(({ key, source, scenarioKey, dimensions: graded, body, grades }): AnchorAnswer[] => {
      const content = cases.find((one) => one.key === scenarioKey)
      if (!content) return []
      const dimensions = graded.filter(isDimension)
      const group = groupOf(content)
      return [{ key, source, onDesk: false, scenarioKey, group, locale, dimensions, body, grades }]
    }),
  ]
}

/** Keeps the anchor so that ratings can point at it; gives its id. Kept once, it is left as it is. */
export async function keepAnchor(
  tx: Tx,
  { anchor, by, now }: { anchor: AnchorAnswer; by?: string; now: Date },
): Promise<string> {
  const { key, source, scenarioKey, locale, dimensions, body, grades } = anchor
  await tx
    .insert(anchorAnswers)
    .values({
      id: newId(now.getTime()),
      key,
      source,
      scenarioKey,
      locale,
      dimensions,
      body,
      grades,
      addedBy: by ?? null,
      addedAt: now,
    })
    .onConflictDoNothing()
  const [row] = await tx
    .select({ id: anchorAnswers.id })
    .from(anchorAnswers)
    .where(eq(anchorAnswers.key, key))
  if (!row) throw new Error(`the anchor ${key} was not kept`)
  return row.id
}

export const ownKey = keyOf

export interface ExpertWord {
  anchorKey: string
  expertId: string
  dimension: Dimension
  level: number
  why: string
}

/** What experts gave, of these anchors or of all. */
export const expertWords = (db: Db | Tx, keys?: readonly string[]): Promise<ExpertWord[]> =>
  db
    .select({
      anchorKey: anchorAnswers.key,
      expertId: expertRatings.expertId,
      dimension: expertRatings.dimension,
      level: expertRatings.level,
      why: expertRatings.why,
    })
    .from(expertRatings)
    .innerJoin(anchorAnswers, eq(anchorAnswers.id, expertRatings.anchorId))
    .where(keys ? inArray(anchorAnswers.key, [...keys]) : undefined)
    .orderBy(expertRatings.at, expertRatings.id)

/** An anchor with what it is measured by: the experts' word where there is one, else the authors' draft. */
export function asAnchor(
  anchor: Pick<AnchorAnswer, 'key' | 'group' | 'dimensions' | 'grades'>,
  words: readonly ExpertWord[],
): Anchor & { draft: boolean } {
  const own = words.filter(({ anchorKey }) => anchorKey === anchor.key)
  const levels: Partial<Record<Dimension, number>> = {}
  let rated = true
  for (const dimension of anchor.dimensions) {
    const { level } = expertReference(
      own.filter((word) => word.dimension === dimension).map((word) => word.level),
    )
    if (level === undefined) rated = false
    const known = level ?? anchor.grades[dimension]?.level
    if (known !== undefined) levels[dimension] = known
  }
  return { id: anchor.key, group: anchor.group, levels, rated, draft: !rated }
}

/** The criteria on which only who has passed is asked to grade in a language: those that enough rated anchors show. */
export async function bindingIn(db: Db | Tx, locale: Locale): Promise<Dimension[]> {
  const rows = await db
    .selectDistinct({
      key: anchorAnswers.key,
      scenarioKey: anchorAnswers.scenarioKey,
      grades: anchorAnswers.grades,
      dimensions: anchorAnswers.dimensions,
    })
    .from(anchorAnswers)
    .innerJoin(expertRatings, eq(expertRatings.anchorId, anchorAnswers.id))
    .where(and(eq(anchorAnswers.locale, locale), isNull(anchorAnswers.retiredAt)))
  if (rows.length === 0) return []
  const words = await expertWords(
    db,
    rows.map(({ key }) => key),
  )
  return bindingCriteria(
    rows.map(({ key, scenarioKey, grades, dimensions }) =>
      asAnchor({ key, group: scenarioKey, dimensions: dimensions.filter(isDimension), grades }, words),
    ),
  )
}
