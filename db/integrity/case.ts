import { and, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import type { SignKind } from '#app/domain/signs.ts'
import { sharedPassages } from '#app/domain/similarity.ts'
import type { Db } from '../client.ts'
import { authorOf } from '../grading/author.ts'
import { gradedText } from '../grading/text.ts'
import { pinnedScenario } from '../pinned.ts'
import { hidden } from '../pipeline/judged.ts'
import { answers, integrityCases, persons, users, vacancies } from '../schema/index.ts'
import { partNames } from './cases.ts'
import { shownTo } from './shown.ts'
import { signsOf } from './signs.ts'
import { a, casesFor, mayBeSeen, t } from './visible.ts'

/** More are not read; the longest come first. */
const mostPassages = 6

/** Two answers beside each other. Names are hidden in both texts; the other's stands above only where the viewer may know it. */
export interface Pair {
  answerId: string
  other: { name: string | null; code: string; applicationId: string | null }
  passages: { here: string; there: string }[]
}

async function written(db: Db, viewer: StaffViewer, ids: readonly string[]) {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({
      id: answers.id,
      hash: answers.scenarioHash,
      body: answers.body,
      code: answers.code,
      locale: t.locale,
      seed: t.seed,
      author: authorOf(a.id),
      applicationId: a.id,
      teamId: vacancies.teamId,
      hidden: hidden(viewer.userId),
    })
    .from(answers)
    .innerJoin(t, eq(t.id, answers.attemptId))
    .innerJoin(a, eq(a.id, t.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, a.vacancyId))
    .innerJoin(persons, eq(persons.id, a.personId))
    .where(inArray(answers.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Pairs whose other answer has been erased since are left out. */
async function pairsOf(
  db: Db,
  viewer: StaffViewer,
  reasons: (typeof integrityCases.$inferSelect)['reasons'],
) {
  const alike = reasons.flatMap((reason) => (reason.code === 'similar' ? [reason] : []))
  const texts = await written(
    db,
    viewer,
    alike.flatMap(({ answer, other }) => [answer, other]),
  )
  const own = teamsWhere(viewer, 'see-identity')
  const pairs: Pair[] = []
  for (const { answer, other } of alike) {
    const [mine, theirs] = [texts.get(answer), texts.get(other)]
    if (!mine || !theirs) continue
    const content = await pinnedScenario(db, mine.hash)
    const here = gradedText(content, mine).text
    const there = gradedText(await pinnedScenario(db, theirs.hash), theirs).text
    const known = own.includes(theirs.teamId) && !theirs.hidden
    pairs.push({
      answerId: answer,
      other: {
        name: known ? theirs.author.name : null,
        code: theirs.code,
        applicationId: known ? theirs.applicationId : null,
      },
      passages: sharedPassages(here, there, shownTo(content, mine))
        .slice(0, mostPassages)
        .map((shared) => ({
          here: here.slice(shared.here.start, shared.here.end),
          there: there.slice(shared.there.start, shared.there.end),
        })),
    })
  }
  return pairs
}

const reviewers = alias(users, 'reviewers')

/** One case in full, or null where it is not the viewer's, or not theirs to know yet. */
export async function findCase(db: Db, { viewer, id }: { viewer: StaffViewer; id: string }) {
  const [row] = await casesFor(db, viewer).where(and(mayBeSeen(viewer), eq(integrityCases.id, id)))
  if (!row) return null
  const { attempt, applicationId } = row
  if (row.hidden) return { applicationId, hidden: true as const }
  const { status, reasons, reason, at, askedAt, statement, statementAt, reviewerId, createdAt } = row.case
  const [reviewer] = await db
    .select({ name: reviewers.name })
    .from(reviewers)
    .where(eq(reviewers.id, reviewerId ?? viewer.userId))
  const noted = await signsOf(db, attempt.id)
  return {
    hidden: false as const,
    id,
    applicationId,
    zone: row.zone,
    candidateLocale: row.candidateLocale,
    policy: row.policy,
    declaration: attempt.declaration,
    finishedAt: attempt.finishedAt,
    createdAt,
    status,
    reasons,
    parts: await partNames(db, attempt),
    pairs: await pairsOf(db, viewer, reasons),
    noted: countsOf(noted),
    asked: askedAt && { at: askedAt },
    statement: statement !== null && statementAt ? { text: statement, at: statementAt } : null,
    decided: at && reason !== null ? { at, reason, by: reviewer?.name ?? '' } : null,
  }
}

/** What was noted in all: how often, how many characters, how many seconds. */
function countsOf(noted: Awaited<ReturnType<typeof signsOf>>) {
  const of = (kind: SignKind) => noted.filter((sign) => sign.kind === kind)
  const chars = (kind: SignKind) => of(kind).reduce((sum, { data }) => sum + (data.chars ?? 0), 0)
  return {
    pastes: of('paste').length,
    pastedChars: chars('paste'),
    typedChars: chars('typed'),
    left: of('left').length,
    leftSeconds: of('left').reduce((sum, { data }) => sum + (data.seconds ?? 0), 0),
    devices: of('device').length,
  }
}
