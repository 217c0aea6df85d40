import { and, asc, eq, isNull } from 'drizzle-orm'
import { type Dimension, isLevel, type Level, quoteNeeded } from '#app/domain/dimensions.ts'
import type { GradeDraft, GradingDraft, Place } from '#app/domain/grading-draft.ts'
import { sentences } from '#app/domain/sentences.ts'
import type { DeskAnswer } from '../grading/answer.ts'
import { answerForGrader, inviteGrader, lockGrades, openAnswer } from '../grading.ts'
import { newId } from '../id.ts'
import { answers, attempts, gradingAssignments } from '../schema/index.ts'
import type { CastKey, VacancyKey } from './cast.ts'
import { criteria, type GradedScenario, judged, type Sheet, sheets } from './sheets.ts'
import type { SampleStaff } from './staff.ts'
import { type Beat, did, staff, type Who, type World } from './world.ts'

export const asksToGrade = (world: World, at: Date, vacancy: VacancyKey, grader: SampleStaff): Beat => ({
  at,
  async act(now) {
    const vacancyId = world.vacancies.get(vacancy)?.id ?? ''
    const { userId } = staff(grader)
    const asked = { viewer: staff('mirela'), vacancyId, userId, random: world.random, now }
    did(await inviteGrader(world.db, asked), `${grader} is asked to grade`)
  },
})

/** Where a dimension usually shows: the passage and the sentence in it, counted from the start or the end. */
const shows: Record<GradedScenario, Partial<Record<Dimension, [passage: number, sentence: number]>>> = {
  's01-sales-page': { K4: [1, 0], K1: [4, 0], K2: [-1, -1], K3: [0, 0], A4: [-1, -1] },
  's03-first-fifty': { A1: [0, 1], A3: [0, 4], K3: [0, 2] },
  's17-why-support': { A1: [0, -2], A3: [1, -1], A4: [2, 0] },
  's02-the-insult': { A1: [0, -2], A2: [1, 0], A6: [0, 0], K3: [1, -3] },
}
/** Words that tell more than the place does. */
const tells: Partial<Record<GradedScenario, Partial<Record<Dimension, RegExp>>>> = {
  's01-sales-page': { K4: /courier|курьера/ },
  's03-first-fifty': {
    A1: /forum|форум|kërkojnë kohë|мелочь|domatet|ndjesë|tomatoes/,
    A3: /18:00|before six|prisni|wait until|подождите/i,
    K3: / 2510/,
  },
}

/** The sentence that a grader marks. For what he finds exemplary, Viktor goes by the place. */
function quote(
  { text, passages }: DeskAnswer,
  scenario: GradedScenario,
  { dimension, level, grader }: { dimension: Dimension; level: Level; grader: SampleStaff },
): Place[] {
  const telling = grader === 'viktor' && level === 5 ? undefined : tells[scenario]?.[dimension]
  const told = telling && sentences(text).find(({ start, end }) => telling.test(text.slice(start, end)))
  if (told) return [told]
  const [at, nth] = shows[scenario][dimension] ?? [0, 0]
  const passage = passages.at(at) ?? passages[0]
  const spans = passage ? sentences(passage.text) : []
  const span = spans.at(nth) ?? spans[0]
  return passage && span ? [{ start: passage.start + span.start, end: passage.start + span.end }] : []
}

function draftOf(
  answer: DeskAnswer,
  scenario: GradedScenario,
  { sheet, grader, key }: { sheet: Sheet; grader: SampleStaff; key: CastKey },
): GradingDraft {
  const grades = criteria[scenario].map((dimension, index): GradeDraft => {
    const level = Number(sheet.levels[scenario]?.[index])
    if (!isLevel(level)) throw new Error(`${key}: no level for ${dimension}`)
    return {
      dimension,
      level,
      noEvidence: false,
      quotes: quoteNeeded(level) ? quote(answer, scenario, { dimension, level, grader }) : [],
      comment: sheet.said?.[scenario]?.[dimension] ?? '',
      incident: null,
    }
  })
  return { grades, verdicts: answer.suggestions.map((one) => verdictOn(one, key)) }
}

/** As the desk suggests, where it is sure of one defect; a decoy or a guess among several stays a valid remark. */
function verdictOn(
  { finding, matches }: DeskAnswer['suggestions'][number],
  key: CastKey,
): GradingDraft['verdicts'][number] {
  const own = judged[key]?.[finding]
  if (own) return { finding, ...own }
  const defects = matches.filter(({ kind }) => kind === 'defect')
  const sure = defects.find(({ hinted }) => hinted) ?? (defects.length === 1 ? defects[0] : undefined)
  return sure ? { finding, verdict: 'planted', defect: sure.id } : { finding, verdict: 'valid', defect: null }
}

/** Everything that lies on this grader's desk of one candidate, answer after answer, some minutes for each. */
export function grades(who: Who, at: Date, grader: SampleStaff): Beat[] {
  const { world, key } = who
  const viewer = staff(grader)
  const sheet = sheets[key]?.[grader]
  if (!sheet) throw new Error(`${grader} has no sheet for ${key}`)
  const minutes = [0, 9, 15, 21]
  return Object.keys(sheet.levels).map((_, index): Beat => {
    const opened = new Date(at.getTime() + (minutes[index] ?? 0) * 60_000)
    return {
      at: opened,
      async act(now) {
        const assignmentId = await firstOpen(who, viewer.userId)
        if (!assignmentId) return
        await openAnswer(world.db, { viewer, assignmentId, now })
        const answer = await answerForGrader(world.db, { viewer, assignmentId, now })
        if (!answer) throw new Error(`${grader} has no answer of ${key} on the desk`)
        const draft = draftOf(answer, answer.scenarioKey as GradedScenario, { sheet, grader, key })
        const lockedAt = new Date(now.getTime() + (index === 0 ? 8 : 5) * 60_000)
        const lock = { viewer, assignmentId, saveId: newId(), baseRev: answer.rev, draft, now: lockedAt }
        did(await lockGrades(world.db, lock), `${grader} locks ${answer.scenarioKey} of ${key}`)
      },
    }
  })
}

async function firstOpen({ world: { db }, viewer }: Who, graderId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ id: gradingAssignments.id })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .where(
      and(
        eq(attempts.applicationId, viewer.applicationId),
        eq(gradingAssignments.graderId, graderId),
        isNull(gradingAssignments.lockedAt),
        isNull(gradingAssignments.voidedAt),
      ),
    )
    .orderBy(asc(answers.position))
    .limit(1)
  return row?.id
}
