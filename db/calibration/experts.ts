import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { acts, canAnywhere, type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import { calibrationRules, expertReference, type Gate, gatesOf } from '#app/domain/calibration.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import { isLocale, type Locale } from '#app/domain/locale.ts'
import { type AnchorBody, anchorQuestions } from '#app/domain/scenario/anchor-answers.ts'
import type { Db, Tx } from '../client.ts'
import { record } from '../events.ts'
import { newId } from '../id.ts'
import { anchorAnswers, expertRatings, experts, hiddenAnchors, memberships, users } from '../schema/index.ts'
import {
  type AnchorAnswer,
  anchorsIn,
  asAnchor,
  type Cases,
  expertWords,
  groupOf,
  keepAnchor,
  ownKey,
} from './anchors.ts'

export async function isExpert(db: Db | Tx, viewer: StaffViewer): Promise<boolean> {
  if (!canAnywhere(viewer, 'grade')) return false
  const [row] = await db
    .select({ at: experts.namedAt })
    .from(experts)
    .where(and(eq(experts.userId, viewer.userId), isNull(experts.endedAt)))
  return row !== undefined
}

/** Those of the viewer's teams who may grade, and whether they are named as experts. */
export async function expertsOf(db: Db, viewer: StaffViewer) {
  const rows = await db
    .selectDistinct({
      userId: users.id,
      name: users.name,
      gradesIn: users.gradesIn,
      namedAt: experts.namedAt,
      endedAt: experts.endedAt,
    })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), isNull(users.disabledAt)))
    .leftJoin(experts, eq(experts.userId, users.id))
    .where(
      and(
        inArray(memberships.teamId, teamsWhere(viewer, 'invite-grader')),
        inArray(memberships.role, acts.grade),
      ),
    )
    .orderBy(asc(users.name))
  return rows.map(({ namedAt, endedAt, ...person }) => ({
    ...person,
    named: namedAt !== null && endedAt === null,
  }))
}

/** Names somebody of the viewer's teams as an expert, or takes the name back; their ratings stay. */
export async function nameExpert(
  db: Db,
  input: { viewer: StaffViewer; userId: string; named: boolean; now: Date },
): Promise<{ ok: true } | { refused: 'role-too-low' } | null> {
  const { viewer, userId, named, now } = input
  if (!canAnywhere(viewer, 'invite-grader')) return { refused: 'role-too-low' }
  if (!(await expertsOf(db, viewer)).some((person) => person.userId === userId)) return null
  return db.transaction(async (tx) => {
    const values = { namedBy: viewer.userId, namedAt: now, endedAt: named ? null : now }
    if (named)
      await tx
        .insert(experts)
        .values({ userId, ...values })
        .onConflictDoUpdate({ target: experts.userId, set: values })
    else await tx.update(experts).set({ endedAt: now }).where(eq(experts.userId, userId))
    await record(tx, {
      by: viewer,
      now,
      subject: 'user',
      subjectId: userId,
      kind: named ? 'expert-named' : 'expert-ended',
    })
    return { ok: true }
  })
}

export interface AnchorState {
  key: string
  scenarioKey: string
  source: 'shipped' | 'own'
  /** How many experts have rated all of it. */
  experts: number
  state: 'open' | 'apart' | 'rated'
  /** The viewer has rated it. */
  own: boolean
}

/** How far the experts are, anchor by anchor, in one language; no level of anybody's. */
export async function anchorStates(
  db: Db,
  { viewer, cases, locale }: { viewer: StaffViewer; cases: Cases; locale: Locale },
): Promise<{ anchors: AnchorState[]; gates: Gate[] }> {
  // By the hash in the key: in the authors' order the place would tell the level.
  const all = (await anchorsIn(db, { cases, locale })).sort((a, b) => (a.key < b.key ? -1 : 1))
  const words = await expertWords(db)
  const anchors = all.map((anchor): AnchorState => {
    const own = words.filter(({ anchorKey }) => anchorKey === anchor.key)
    const raters = [...new Set(own.map(({ expertId }) => expertId))]
    const references = anchor.dimensions.map((dimension) =>
      expertReference(own.filter((word) => word.dimension === dimension).map(({ level }) => level)),
    )
    const apart = references.some((one) => one.level === undefined && one.reason === 'experts-apart')
    const { rated } = asAnchor(anchor, words)
    return {
      key: anchor.key,
      scenarioKey: anchor.scenarioKey,
      source: anchor.source,
      experts: raters.length,
      state: rated ? 'rated' : apart ? 'apart' : 'open',
      own: raters.includes(viewer.userId),
    }
  })
  return { anchors, gates: gatesOf(all.map((anchor) => asAnchor(anchor, words))) }
}

/** One anchor for an expert: what was written, and their own levels once given. Neither the authors' nor the others'. */
export async function anchorForExpert(
  db: Db,
  { viewer, key, cases }: { viewer: StaffViewer; key: string; cases: Cases },
): Promise<{ anchor: AnchorAnswer; own: { dimension: Dimension; level: number; why: string }[] } | null> {
  if (!(await isExpert(db, viewer))) return null
  const locale = key.split('/')[1]
  const anchors = isLocale(locale) ? await anchorsIn(db, { cases, locale }) : []
  const anchor = anchors.find((one) => one.key === key)
  if (!anchor) return null
  const words = await expertWords(db, [key])
  return {
    anchor,
    own: words
      .filter(({ expertId }) => expertId === viewer.userId)
      .map(({ dimension, level, why }) => ({ dimension, level, why })),
  }
}

export type ExpertRefusal = 'level-missing' | 'why-missing' | 'already-rated'

/** An expert's levels of one anchor with the reasons; given once. */
export async function rateAsExpert(
  db: Db,
  input: {
    viewer: StaffViewer
    key: string
    cases: Cases
    ratings: Partial<Record<Dimension, { level: number; why: string }>>
    now: Date
  },
): Promise<{ ok: true } | { refused: ExpertRefusal } | null> {
  const { viewer, key, cases, ratings, now } = input
  const found = await anchorForExpert(db, { viewer, key, cases })
  if (!found) return null
  const { anchor, own } = found
  if (own.length > 0) return { refused: 'already-rated' }
  const given = anchor.dimensions.map((dimension) => ({ dimension, rating: ratings[dimension] }))
  if (given.some(({ rating }) => rating === undefined)) return { refused: 'level-missing' }
  if (given.some(({ rating }) => !rating?.why.trim())) return { refused: 'why-missing' }
  return db.transaction(async (tx) => {
    const anchorId = await keepAnchor(tx, { anchor, now })
    const made = await tx
      .insert(expertRatings)
      .values(
        given.flatMap(({ dimension, rating }) =>
          rating
            ? [
                {
                  id: newId(now.getTime()),
                  anchorId,
                  expertId: viewer.userId,
                  dimension,
                  level: rating.level,
                  why: rating.why.trim(),
                  at: now,
                },
              ]
            : [],
        ),
      )
      .onConflictDoNothing()
      .returning({ id: expertRatings.id })
    if (made.length === 0) return { refused: 'already-rated' }
    await record(tx, { by: viewer, now, subject: 'anchor-answer', subjectId: anchorId, kind: 'anchor-rated' })
    return { ok: true }
  })
}

export type AddRefusal = 'role-too-low' | 'anchor-empty' | 'anchor-known'

/** An answer that the installation wrote itself. It has no levels until experts give them. */
export async function addAnchor(
  db: Db,
  input: {
    viewer: StaffViewer
    scenarioKey: string
    locale: Locale
    /** One for each question of the case. */
    texts: readonly string[]
    /** The draw of the case that they were written for. */
    draw: string
    cases: Cases
    now: Date
  },
): Promise<{ ok: true } | { refused: AddRefusal } | null> {
  const { viewer, scenarioKey, locale, draw, cases, now } = input
  if (!canAnywhere(viewer, 'invite-grader')) return { refused: 'role-too-low' }
  const content = cases.find(({ key }) => key === scenarioKey)
  if (!content) return null
  const words = anchorQuestions(content, locale).map((asked, at) => ({
    asked,
    text: input.texts[at]?.trim() ?? '',
  }))
  if (words.some(({ text }) => text.length < calibrationRules.shortest)) return { refused: 'anchor-empty' }
  const body: AnchorBody = { kind: 'words', words, draw }
  const key = ownKey(scenarioKey, locale, { kind: 'words', words })
  return db.transaction(async (tx) => {
    const [known] = await tx.select().from(anchorAnswers).where(eq(anchorAnswers.key, key))
    if (known) return { refused: 'anchor-known' }
    const { dimensions } = content
    const anchor = {
      key,
      source: 'own' as const,
      onDesk: false,
      scenarioKey,
      group: groupOf(content),
      locale,
      dimensions,
      body,
      grades: {},
    }
    const id = await keepAnchor(tx, { anchor, by: viewer.userId, now })
    await record(tx, { by: viewer, now, subject: 'anchor-answer', subjectId: id, kind: 'anchor-added' })
    return { ok: true }
  })
}

/** Takes an answer that the installation wrote out of use; what was measured by it stays. */
export async function retireAnchor(
  db: Db,
  input: { viewer: StaffViewer; key: string; now: Date },
): Promise<{ ok: true } | { refused: 'role-too-low' } | null> {
  const { viewer, key, now } = input
  if (!canAnywhere(viewer, 'invite-grader')) return { refused: 'role-too-low' }
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(anchorAnswers)
      .set({ retiredAt: now })
      .where(
        and(eq(anchorAnswers.key, key), eq(anchorAnswers.source, 'own'), isNull(anchorAnswers.retiredAt)),
      )
      .returning({ id: anchorAnswers.id })
    if (!row) return null
    await tx
      .update(hiddenAnchors)
      .set({ voidedAt: now })
      .where(
        and(
          eq(hiddenAnchors.anchorId, row.id),
          isNull(hiddenAnchors.openedAt),
          isNull(hiddenAnchors.voidedAt),
        ),
      )
    await record(tx, { by: viewer, now, subject: 'anchor-answer', subjectId: row.id, kind: 'anchor-retired' })
    return { ok: true }
  })
}
