import { asc, eq } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import type { Accommodation, AttemptStatus } from '#app/domain/attempt.ts'
import { type Dimension, dimensions } from '#app/domain/dimensions.ts'
import type { AiPolicy } from '#app/domain/integrity.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Stage } from '#app/domain/pipeline.ts'
import { type AssignmentContent, assignmentMinutes } from '#app/domain/scenario/assignment.ts'
import { type AnswerBody, readAnswer } from '#app/domain/scenario/body.ts'
import type { Kind } from '#app/domain/scenario/common.ts'
import { draw, values, writer } from '#app/domain/scenario/draw.ts'
import type { ArticleView } from '#app/domain/scenario/handbook.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'
import { candidateView, type ShownView, shownView } from '#app/domain/scenario/views.ts'
import { titleIn } from '#app/domain/vacancy-title.ts'
import { rests, statusOf } from './attempt-rows.ts'
import type { Db } from './client.ts'
import { pinnedAssignment, pinnedScenario } from './pinned.ts'
import {
  accommodations,
  answers,
  applications,
  attempts,
  scoringPlans,
  teams,
  vacancies,
} from './schema/index.ts'

export interface PartOfAttempt {
  /** null before the start. */
  answerId: string | null
  key: string
  kind: Kind
  title: string
  minutes: number
  sitting: number
  words: number
}

/** What a candidate may know of their own attempt. Nothing of the key, of grading, or of how the seed drew. */
export interface AttemptOverview {
  id: string
  applicationId: string
  status: AttemptStatus
  stage: Stage
  vacancyTitle: string
  zone: string
  /** The language in which the scenarios are given and answered. */
  jobLocale: Locale
  minutes: number
  openUntil: Date
  startedAt: Date | null
  /** The sitting that is under way, or was last; between two of them the candidate rests. */
  sitting: number
  sittings: number
  sittingStartedAt: Date | null
  resting: boolean
  allowedSeconds: number | null
  deadlineAt: Date | null
  finishedAt: Date | null
  extensions: number
  creditedSeconds: number
  extra: Accommodation
  secondLanguage: boolean
  aiPolicy: AiPolicy
  dimensions: Dimension[]
  parts: PartOfAttempt[]
}

type Viewing = { viewer: CandidateViewer; locale: Locale; now: Date }

async function ownAttempt(db: Db, viewer: CandidateViewer) {
  const [row] = await db
    .select({
      attempt: attempts,
      stage: applications.stage,
      texts: vacancies.texts,
      zone: teams.timeZone,
      aiPolicy: vacancies.aiPolicy,
      scenarioHashes: scoringPlans.scenarioHashes,
      extra: accommodations.extra,
      secondLanguage: accommodations.secondLanguage,
    })
    .from(attempts)
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .innerJoin(scoringPlans, eq(scoringPlans.id, attempts.scoringPlanId))
    .leftJoin(accommodations, eq(accommodations.applicationId, attempts.applicationId))
    .where(eq(attempts.applicationId, viewer.applicationId))
  return row
}

type Own = NonNullable<Awaited<ReturnType<typeof ownAttempt>>>

/** The candidate's own attempt with its parts, or null where nobody has invited them yet. */
export async function assignmentOf(
  db: Db,
  { viewer, locale, now }: Viewing,
): Promise<AttemptOverview | null> {
  const row = await ownAttempt(db, viewer)
  if (!row) return null
  const assignment = await pinnedAssignment(db, row.attempt.assignmentHash)
  return overview(row, assignment, await partsOf(db, row, assignment), locale, now)
}

function overview(
  row: Own,
  assignment: AssignmentContent,
  parts: PartOfAttempt[],
  locale: Locale,
  now: Date,
): AttemptOverview {
  const { attempt, texts, stage, zone } = row
  const { id, applicationId, openUntil, startedAt, sitting, sittings, sittingStartedAt } = attempt
  const { allowedSeconds, deadlineAt, finishedAt } = attempt
  const scored = new Set(assignment.sections.flatMap(({ weights }) => Object.keys(weights)))
  return {
    id,
    applicationId,
    status: statusOf(attempt, now),
    stage,
    vacancyTitle: titleIn({ texts, jobLocale: attempt.locale }, locale),
    zone,
    jobLocale: attempt.locale,
    minutes: assignmentMinutes(assignment),
    openUntil,
    startedAt,
    sitting,
    sittings,
    sittingStartedAt,
    resting: rests(attempt, now),
    allowedSeconds,
    deadlineAt,
    finishedAt,
    extensions: attempt.extensions,
    creditedSeconds: attempt.creditedSeconds,
    extra: row.extra ?? 'none',
    secondLanguage: row.secondLanguage ?? false,
    aiPolicy: row.aiPolicy,
    dimensions: dimensions.filter((dimension) => scored.has(dimension)),
    parts,
  }
}

async function partsOf(db: Db, row: Own, { sections }: AssignmentContent): Promise<PartOfAttempt[]> {
  const { attempt } = row
  const sectionOf = new Map(sections.map((section) => [section.scenario, section]))
  const part = async (
    hash: string,
    rest: { answerId: string | null; words: number },
  ): Promise<PartOfAttempt> => {
    const content = await pinnedScenario(db, hash)
    const { key, kind } = content
    const section = sectionOf.get(key)
    return {
      ...rest,
      key,
      kind,
      title: titleOf(content, attempt),
      minutes: section?.minutes ?? 0,
      sitting: section?.sitting ?? 1,
    }
  }
  if (!attempt.startedAt) {
    return Promise.all(
      sections.map(({ scenario }) => part(row.scenarioHashes[scenario] ?? '', { answerId: null, words: 0 })),
    )
  }
  const rows = await db
    .select({ answerId: answers.id, hash: answers.scenarioHash, words: answers.wordCount })
    .from(answers)
    .where(eq(answers.attemptId, attempt.id))
    .orderBy(asc(answers.position))
  return Promise.all(rows.map(({ answerId, hash, words }) => part(hash, { answerId, words })))
}

type Drawn = { locale: Locale; seed: number }
const titleOf = (content: ScenarioContent, { locale, seed }: Drawn) =>
  writer(locale, values(content, locale, draw(content, String(seed))))(content.texts[locale].title)

export interface AnswerForCandidate {
  attempt: AttemptOverview
  answer: { id: string; position: number; rev: number; body: AnswerBody[Kind]; savedAt: Date | null }
  view: ShownView
}

/** One part of the candidate's own attempt, with what they may see of its scenario and what is saved. */
export async function answerForCandidate(
  db: Db,
  input: Viewing & { answerId: string },
): Promise<AnswerForCandidate | null> {
  const row = await ownAttempt(db, input.viewer)
  if (!row) return null
  const [answer] = await db.select().from(answers).where(eq(answers.id, input.answerId))
  if (answer?.attemptId !== row.attempt.id) return null
  const content = await pinnedScenario(db, answer.scenarioHash)
  const read = readAnswer(content, answer.body)
  if (!read) throw new Error('a kept answer does not fit its scenario')
  const assignment = await pinnedAssignment(db, row.attempt.assignmentHash)
  const { id, position, rev, savedAt } = answer
  return {
    attempt: overview(row, assignment, await partsOf(db, row, assignment), input.locale, input.now),
    answer: { id, position, rev, body: read.body, savedAt },
    view: shownView(candidateView(content, row.attempt.locale, String(row.attempt.seed))),
  }
}

type Reading = { viewer: CandidateViewer; answerId: string }

async function viewForCandidate(db: Db, { viewer, answerId }: Reading) {
  const [row] = await db
    .select({ hash: answers.scenarioHash, attempt: attempts })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .where(eq(answers.id, answerId))
  if (!row || row.attempt.applicationId !== viewer.applicationId) return null
  return candidateView(await pinnedScenario(db, row.hash), row.attempt.locale, String(row.attempt.seed))
}

/** The page under review of one's own answer, a whole document; null for another kind or somebody else's answer. */
export async function pageForCandidate(db: Db, input: Reading): Promise<string | null> {
  const view = await viewForCandidate(db, input)
  return view?.kind === 'page-review' ? view.html : null
}

/** The handbook beside one's own inbox; null for another kind or somebody else's answer. */
export async function handbookForCandidate(db: Db, input: Reading): Promise<ArticleView[] | null> {
  const view = await viewForCandidate(db, input)
  return view?.kind === 'inbox' ? view.articles : null
}
