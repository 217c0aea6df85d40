import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { inReplayOrder } from '#app/domain/desk-replay.ts'
import type { Dimension, IncidentKind } from '#app/domain/dimensions.ts'
import { isLevel, type Level } from '#app/domain/dimensions.ts'
import type { GradingDraft, Verdict } from '#app/domain/grading-draft.ts'
import type { Locale } from '#app/domain/locale.ts'
import { effectiveAt, everRevealed, lockEffective } from '#app/domain/reveal.ts'
import type { Passage } from '#app/domain/scenario/body.ts'
import type { LevelTexts } from '#app/domain/scenario/common.ts'
import { type GraderView, graderView } from '#app/domain/scenario/grader-view.ts'
import { type Suggestion, suggestMatches } from '#app/domain/scenario/review-match.ts'
import { dimensionView } from '#app/domain/scenario/rubric.ts'
import type { Db } from '../client.ts'
import { pinnedAssignment, pinnedRubric, pinnedScenario } from '../pinned.ts'
import { prepared } from '../prepared.ts'
import {
  answers,
  applications,
  attempts,
  findingVerdicts,
  gradingAssignments,
  persons,
  users,
  vacancies,
} from '../schema/index.ts'
import { type Suspicion, suspicionsOnRequest } from '../suspicions.ts'
import { together } from '../together.ts'
import { authorOf } from './author.ts'
import { type Beside, besideOf } from './beside.ts'
import { anyViewer, forViewer, gradedDimensions, onDesk } from './desk.ts'
import { readDraft } from './draft.ts'
import { anchorRow, asRead } from './hidden/rows.ts'
import { markedAnswers, visible } from './marks.ts'
import { type GradeNote, notesOn } from './notes.ts'
import { type Author, asShown, gradedText } from './text.ts'

export interface GivenGrade {
  dimension: Dimension
  level: Level | null
  quotes: { start: number; end: number; text: string }[]
  comment: string
  incident: IncidentKind | null
}
export interface OtherGrades {
  grader: string
  grades: GivenGrade[]
  verdicts: { finding: string; verdict: Verdict; defect: string | null }[]
}
/** A suspicion as a grader reads it; until the grades are open nothing of anybody's decision is in it. */
export type DeskSuspicion = Omit<Suspicion, 'answerId'>

/**
 * open: being graded. undoable: locked, and may be taken back. locked: may be amended. revealed: for everybody asked to
 * see. fixed: was to be seen and is hidden again, because somebody else was asked.
 */
export type DeskState = 'open' | 'undoable' | 'locked' | 'revealed' | 'fixed'

/**
 * All that a grader may know of an answer: the code in place of the person, what was written with the name hidden,
 * the case and its key, the rubric, and their own grades; those of others when all have locked. No time that the
 * candidate took, no file, no other answer of the same person, nor why they were asked.
 */
export interface DeskAnswer {
  id: string
  code: string
  scenarioKey: string
  /** S03; null where the scenario has no code. */
  scenario: string | null
  locale: Locale
  dueAt: Date
  state: DeskState
  undoUntil: Date | null
  rev: number
  draft: GradingDraft
  text: string
  passages: Passage[]
  case: GraderView
  criteria: { dimension: Dimension; anchors: LevelTexts }[]
  suggestions: { finding: string; matches: Suggestion[] }[]
  beside: Beside | null
  suspicions: DeskSuspicion[]
  others: OtherGrades[]
  /** What those asked said to each other since the reveal. */
  notes: GradeNote[]
}

export async function answerForGrader(
  db: Db,
  { viewer, assignmentId, now }: { viewer: StaffViewer; assignmentId: string; now: Date },
): Promise<DeskAnswer | null> {
  const [asked, suspected] = await together(db, () => [
    requestOn(db, viewer, assignmentId),
    suspicionsOnRequest(db, assignmentId),
  ])
  const row = asked ?? (await anchorOn(db, viewer, assignmentId))
  if (!row) return null
  const { assignment, code, scenarioKey, locale } = row
  const content = await pinnedScenario(db, row.scenarioHash)
  const rubric = await pinnedRubric(db, row.rubricHash)
  const dimensions = gradedDimensions(content, await pinnedAssignment(db, row.assignmentHash))
  const written = gradedText(content, row)
  const view = graderView(content, locale, String(row.seed))
  const { state, others, notes } = await stateOf(db, assignment, now)
  const beside = besideOf(content, view, written, { locale, seed: String(row.seed) })
  return {
    id: assignment.id,
    code,
    scenarioKey,
    scenario: content.code ?? null,
    locale,
    dueAt: assignment.dueAt,
    state,
    undoUntil: state === 'undoable' ? effectiveAt(assignment) : null,
    rev: assignment.rev,
    draft: readDraft(assignment.draft),
    text: written.text,
    passages: beside?.kind === 'inbox' ? inReplayOrder(beside.replay, written.passages) : written.passages,
    case: view,
    criteria: dimensions.map((dimension) => ({
      dimension,
      anchors: view.anchors[dimension] ?? dimensionView(rubric, dimension, locale).anchors,
    })),
    suggestions:
      content.kind === 'page-review' && written.answer.kind === 'page-review'
        ? written.answer.body.findings.map((finding) => ({
            finding: finding.id,
            matches: suggestMatches(finding, content, locale, String(row.seed)),
          }))
        : [],
    beside,
    suspicions: suspected.map(({ answerId: _, ...one }) => ({
      ...(state === 'revealed' ? one : undecided(one)),
      quote: written.text.slice(one.start, one.end),
    })),
    others: others.map((other) => ({
      ...other,
      grades: other.grades.map((grade) => asShown(written, grade)),
    })),
    notes,
  }
}

/** What the desk reads of a request, whatever it is for. */
interface OnDesk {
  assignment: Pick<
    typeof gradingAssignments.$inferSelect,
    'id' | 'answerId' | 'dueAt' | 'lockedAt' | 'voidedAt' | 'rev' | 'draft'
  >
  code: string
  body: unknown
  scenarioKey: string
  scenarioHash: string
  assignmentHash: string
  rubricHash: string
  locale: Locale
  seed: number | string
  author: Author
}

const request = prepared((db) =>
  db
    .select({
      assignment: gradingAssignments,
      code: answers.code,
      body: answers.body,
      scenarioKey: answers.scenarioKey,
      scenarioHash: answers.scenarioHash,
      assignmentHash: attempts.assignmentHash,
      rubricHash: attempts.rubricHash,
      locale: attempts.locale,
      seed: attempts.seed,
      author: authorOf(),
    })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(persons, eq(persons.id, applications.personId))
    .where(and(eq(gradingAssignments.id, sql.placeholder('id')), onDesk(db, anyViewer)))
    .prepare('request_on_desk'),
)

async function requestOn(db: Db, viewer: StaffViewer, id: string): Promise<OnDesk | undefined> {
  const [row] = await request(db).execute({ ...forViewer(viewer), id })
  return row
}

/** An anchor among them, in the same words: the page cannot tell it from an answer, and so nobody can. */
async function anchorOn(db: Db, viewer: StaffViewer, id: string): Promise<OnDesk | undefined> {
  const [row] = await anchorRow(db, viewer, id)
  return row && { ...asRead(row), assignment: { ...row.hidden, answerId: row.hidden.id } }
}

const undecided = (one: DeskSuspicion): DeskSuspicion => ({
  ...one,
  status: 'suspected',
  reviewer: null,
  reason: null,
  decidedAt: null,
})

/** The page that a review is about, for the frame beside it. */
export async function pageForGrader(
  db: Db,
  { viewer, assignmentId }: { viewer: StaffViewer; assignmentId: string },
): Promise<string | null> {
  const [row] = await db
    .select({ scenarioHash: answers.scenarioHash, locale: attempts.locale, seed: attempts.seed })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(and(eq(gradingAssignments.id, assignmentId), onDesk(db, viewer)))
  if (!row) return null
  const content = await pinnedScenario(db, row.scenarioHash)
  const { shown } = graderView(content, row.locale, String(row.seed))
  return shown.kind === 'page-review' ? shown.html : null
}

async function stateOf(
  db: Db,
  own: OnDesk['assignment'],
  now: Date,
): Promise<Pick<DeskAnswer, 'state' | 'others' | 'notes'>> {
  const nothing = { others: [], notes: [] }
  if (!own.lockedAt) return { state: 'open', ...nothing }
  if (!lockEffective(own, now)) return { state: 'undoable', ...nothing }
  const [answer] = await markedAnswers(db, 'answer', own.answerId)
  const requests = answer?.requests ?? []
  if (!visible(requests, now)) {
    return { state: everRevealed(requests, now) ? 'fixed' : 'locked', ...nothing }
  }
  const theirs = requests.filter(({ id }) => id !== own.id)
  const names = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(
      inArray(
        users.id,
        theirs.map(({ graderId }) => graderId),
      ),
    )
  const verdicts = await db
    .select()
    .from(findingVerdicts)
    .innerJoin(gradingAssignments, eq(gradingAssignments.id, findingVerdicts.assignmentId))
    .where(and(eq(gradingAssignments.answerId, own.answerId), isNull(gradingAssignments.voidedAt)))
  return {
    state: 'revealed',
    notes: await notesOn(db, own.answerId),
    others: theirs.map((request) => ({
      grader: names.find(({ id }) => id === request.graderId)?.name ?? '',
      grades: request.grades.map(({ dimension, level, quotes, comment, incident }) => ({
        dimension,
        level: isLevel(level) ? level : null,
        quotes,
        comment,
        incident,
      })),
      verdicts: verdicts
        .filter(({ finding_verdicts: verdict }) => verdict.assignmentId === request.id)
        .map(({ finding_verdicts: { findingId, verdict, defectId } }) => ({
          finding: findingId,
          verdict,
          defect: defectId,
        })),
    })),
  }
}
