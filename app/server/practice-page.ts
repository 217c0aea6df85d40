import type { StaffViewer } from '#app/domain/access.ts'
import { practiceFeedback } from '#app/domain/onboarding.ts'
import { type AnswerBody, emptyBody, readAnswer } from '#app/domain/scenario/body.ts'
import type { Kind } from '#app/domain/scenario/common.ts'
import { practiceView } from '#app/domain/scenario/grader-view.ts'
import { type DimensionView, dimensionView, type RubricContent } from '#app/domain/scenario/rubric.ts'
import { candidateView, type ReplyView } from '#app/domain/scenario/views.ts'
import type { Db } from '#db/client.ts'
import { ownPractice, type PracticeWithCase } from '#db/practice-view.ts'
import { found, refuse } from './guard.ts'

/** The case of every newcomer, until there are more to choose from. */
export const practiceKey = 'practice-late-payout'

export type PracticeStage = 'none' | 'writing' | 'levels' | 'done'

export const stageOf = (run: PracticeWithCase | null): PracticeStage =>
  !run ? 'none' : run.placedAt ? 'done' : run.submittedAt ? 'levels' : 'writing'

export const stagePaths = {
  none: '/start/practice',
  writing: '/start/practice/reply',
  levels: '/start/practice/levels',
  done: '/start/practice/feedback',
} as const satisfies Record<PracticeStage, string>

/** The run at this stage; at another stage, or before the gate, the way to where it stands. */
export async function runAt(
  db: Db,
  input: { viewer: StaffViewer; stage: PracticeStage },
): Promise<{ run: PracticeWithCase } | { elsewhere: string }> {
  const practice = found(await ownPractice(db, input))
  if ('refused' in practice || !practice.run) return { elsewhere: stagePaths.none }
  const stage = stageOf(practice.run)
  return stage === input.stage ? { run: practice.run } : { elsewhere: stagePaths[stage] }
}

/** The case as its writer sees it, in the language of the work. */
export function caseOf(run: PracticeWithCase): { view: ReplyView; text: string } {
  const view = candidateView(run.content, run.locale, run.id)
  if (view.kind !== 'reply') return refuse(404, 'not-found')
  return { view, text: textOf(run) }
}

export function textOf(run: PracticeWithCase): string {
  const body: AnswerBody[Kind] = readAnswer(run.content, run.body)?.body ?? emptyBody('reply')
  return 'text' in body ? body.text : ''
}

/** The case's criteria with their five descriptions, in the language of the work. */
export const levelsOf = (run: PracticeWithCase, rubric: RubricContent): DimensionView[] =>
  run.content.dimensions.map((dimension) => dimensionView(rubric, dimension, run.locale))

/** What the newcomer's own levels lead to; empty before they are placed. */
export function feedbackOf(run: PracticeWithCase, rubric: RubricContent) {
  const read = practiceFeedback(run.content.dimensions, run.selfLevels)
  if ('refused' in read) return []
  const { feedback } = practiceView(run.content, run.locale, run.id)
  return read.feedback.map(({ dimension, level, next }) => ({
    shown: dimensionView(rubric, dimension, run.locale),
    level,
    next,
    here: feedback[dimension]?.[level] ?? '',
  }))
}
