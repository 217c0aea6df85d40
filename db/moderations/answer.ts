import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { can, type StaffViewer } from '#app/domain/access.ts'
import { type Dimension, type IncidentKind, isLevel, type Level } from '#app/domain/dimensions.ts'
import { moderationNeeded } from '#app/domain/grading.ts'
import type { Verdict } from '#app/domain/grading-draft.ts'
import type { Locale } from '#app/domain/locale.ts'
import {
  type ModerationKind,
  type ModerationRefusal,
  mayAskAgain,
  mayModerate,
} from '#app/domain/moderation.ts'
import type { Passage } from '#app/domain/scenario/body.ts'
import type { LevelTexts } from '#app/domain/scenario/common.ts'
import { type GraderView, graderView } from '#app/domain/scenario/grader-view.ts'
import { dimensionView } from '#app/domain/scenario/rubric.ts'
import type { Db } from '../client.ts'
import { viewGrades } from '../grade-views.ts'
import { type Beside, besideOf } from '../grading/beside.ts'
import { type GradeNote, notesOn } from '../grading/notes.ts'
import { asShown, gradedText } from '../grading/text.ts'
import { pinnedRubric } from '../pinned.ts'
import { findingVerdicts, gradingAssignments, users } from '../schema/index.ts'
import { type Suspicion, suspicionsOnAnswer } from '../suspicions.ts'
import { type VacancyHead, vacancyFor } from '../vacancies/head.ts'
import { disputedAnswer, gradersIn, marksIn, moderationsIn, moderatorsFor } from './held.ts'

export interface SeenGrade {
  grader: string
  level: Level | null
  quotes: { start: number; end: number; text: string }[]
  comment: string
  incident: IncidentKind | null
}
export interface DisputedCriterion {
  dimension: Dimension
  anchors: LevelTexts
  grades: SeenGrade[]
  /** What the graders said to each other when they saw each other's grades. */
  notes: GradeNote[]
  /** The rule asks for moderation. */
  needed: boolean
  moderation: {
    kind: ModerationKind
    asked: string
    askedBy: string
    moderatorId: string
    moderator: string
    value: Level | null
    reason: string
    at: Date | null
  } | null
  /** Why this viewer may not give the last word here; null if they may. */
  refused: ModerationRefusal | null
}
export interface ModeratedAnswer {
  vacancy: VacancyHead
  id: string
  code: string
  scenario: string | null
  scenarioKey: string
  locale: Locale
  /** While false somebody has yet to lock, and there is no grade in here. */
  visible: boolean
  applicationId: string | null
  text: string
  passages: Passage[]
  case: GraderView
  beside: Beside | null
  suspicions: Suspicion[]
  criteria: DisputedCriterion[]
  verdicts: { grader: string; finding: string; verdict: Verdict; defect: string | null }[]
  /** What a manager may ask for. */
  may: { ask: boolean; again: boolean }
  moderators: { id: string; name: string }[]
}

/** Everything of one answer for its moderator: what was written with the name hidden, the case, and what each grader gave. */
export async function answerForModerator(
  db: Db,
  input: { viewer: StaffViewer; vacancyId: string; answerId: string; locale: Locale; now: Date },
): Promise<ModeratedAnswer | null> {
  const { viewer } = input
  const vacancy = await vacancyFor(db, { ...input, act: 'moderate' })
  const answer = vacancy && (await disputedAnswer(db, input))
  if (!answer) return null
  const { content, locale, marked, visible } = answer
  if (visible && !answer.gradesSeen)
    await viewGrades(db, { viewer, applicationIds: [answer.applicationId], now: input.now })
  const seed = String(answer.seed)
  const rubric = await pinnedRubric(db, answer.rubricHash)
  const written = gradedText(content, answer)
  const view = graderView(content, locale, seed)
  const words = await moderationsIn(db, answer.answerId)
  const notes = visible ? await notesOn(db, answer.answerId) : []
  const names = await namesOf(db, [
    ...gradersIn(marked),
    ...words.flatMap(({ moderatorId, askedBy }) => [moderatorId, askedBy]),
  ])
  const name = (id: string) => names.get(id) ?? ''
  const manages = can(viewer, 'see-agreement', answer)
  const again = mayAskAgain({
    visible,
    graders: marked.requests.length,
    moderated: words.some(({ moderatedAt }) => moderatedAt !== null),
  })
  return {
    vacancy,
    id: answer.answerId,
    code: answer.code,
    scenario: content.code ?? null,
    scenarioKey: answer.scenarioKey,
    locale,
    visible,
    applicationId: can(viewer, 'see-profile', answer) ? answer.applicationId : null,
    text: written.text,
    passages: written.passages,
    case: view,
    beside: besideOf(content, view, written, { locale, seed }),
    suspicions: visible
      ? (await suspicionsOnAnswer(db, answer.answerId)).map((one) => ({
          ...one,
          quote: written.text.slice(one.start, one.end),
        }))
      : [],
    criteria: answer.dimensions.map((dimension) => {
      const own = words.find((one) => one.dimension === dimension)
      const marks = marksIn(marked, dimension)
      const verdict = mayModerate({
        visible,
        marks,
        graders: gradersIn(marked),
        moderation: own ? { moderatorId: own.moderatorId, given: own.moderatedAt !== null } : null,
        viewerId: viewer.userId,
      })
      return {
        dimension,
        anchors: view.anchors[dimension] ?? dimensionView(rubric, dimension, locale).anchors,
        grades: visible
          ? marked.requests.flatMap(({ graderId, grades }) =>
              grades
                .filter((grade) => grade.dimension === dimension)
                .map((grade) => asShown(written, grade))
                .map(({ level, quotes, comment, incident }) => ({
                  grader: name(graderId),
                  level: isLevel(level) ? level : null,
                  quotes,
                  comment,
                  incident,
                })),
            )
          : [],
        notes: notes.filter((note) => note.dimension === dimension),
        needed: visible && moderationNeeded(marks),
        moderation:
          own && visible
            ? {
                kind: own.kind,
                asked: own.asked,
                askedBy: name(own.askedBy),
                moderatorId: own.moderatorId,
                moderator: name(own.moderatorId),
                value: isLevel(own.value) ? own.value : null,
                reason: own.reason ?? '',
                at: own.moderatedAt,
              }
            : null,
        refused: 'refused' in verdict ? verdict.refused : null,
      }
    }),
    verdicts: visible ? await verdictsIn(db, answer.answerId) : [],
    may: { ask: manages && visible, again: manages && 'ok' in again },
    moderators: manages && visible ? await moderatorsFor(db, answer) : [],
  }
}

async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const verdictsIn = (db: Db, answerId: string) =>
  db
    .select({
      grader: users.name,
      finding: findingVerdicts.findingId,
      verdict: findingVerdicts.verdict,
      defect: findingVerdicts.defectId,
    })
    .from(gradingAssignments)
    .innerJoin(findingVerdicts, eq(findingVerdicts.assignmentId, gradingAssignments.id))
    .innerJoin(users, eq(users.id, gradingAssignments.graderId))
    .where(and(eq(gradingAssignments.answerId, answerId), isNull(gradingAssignments.voidedAt)))
    .orderBy(asc(gradingAssignments.ordinal))
