import type { StaffViewer } from '#app/domain/access.ts'
import { type Agreement, agreement } from '#app/domain/agreement.ts'
import type { Counting } from '#app/domain/counting.ts'
import { dimensions, isLevel } from '#app/domain/dimensions.ts'
import { gradingRules } from '#app/domain/grading.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Stage } from '#app/domain/pipeline.ts'
import { lockEffective, sameGraders } from '#app/domain/reveal.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import type { Db } from './client.ts'
import { viewGrades } from './grade-views.ts'
import { gradedAnswers } from './grading/complete.ts'
import { asKnownTo, type MarkedAnswer, markedAnswers, visible } from './grading/marks.ts'
import { pinnedAssignment, pinnedScenario } from './pinned.ts'
import {
  type CountedByRule,
  countedByRule,
  type ObjectivePart,
  objectiveParts,
  type ProfileSuspicion,
  profileSuspicions,
} from './profile/counted.ts'
import { countingBy, objectiveBy, reviewMark, severityTable } from './profile/counting.ts'
import { type DimensionProfile, dimensionProfile } from './profile/dimension.ts'
import { type LastWord, lastWordsOf } from './profile/last-words.ts'
import { identityOpenings, profileSubject, verdictsOf } from './profile/subject.ts'
import { signalsOf } from './signals.ts'
import { suspicionsOfAttempt } from './suspicions.ts'
import { together } from './together.ts'

export type { DimensionProfile } from './profile/dimension.ts'

export interface ScenarioOfProfile {
  key: string
  /** S01 and so on; a company's own scenario has none. */
  code: string | null
  title: string
}
export interface Profile {
  applicationId: string
  /** null while the person is hidden from this viewer, who might still be asked to grade: then the code stands for it. */
  name: string | null
  code: string
  /** The viewer has opened who it is before. */
  opened: boolean
  stage: Stage
  appliedAt: Date
  zone: string
  vacancy: { id: string; title: string; lang: Locale }
  /** before: nothing handed in. asking: grades are awaited. complete: all that was asked for is revealed. */
  state: 'before' | 'asking' | 'complete'
  /** Grades that were asked for and those locked, as far as this viewer may know; all that is seen before the reveal. */
  progress: { asked: number; locked: number }
  /** Answers that wait for a third or fourth grade. */
  furtherAwaited: number
  /** Answers with fewer graders than two, because nobody else may be asked. */
  shortOfGraders: number
  /** Somebody had opened the person's identity before locking. */
  nameKnown: boolean
  /** The same few people graded most of the answers; the bands are wider for it. */
  sameGraders: number
  dimensions: DimensionProfile[]
  /** Disputed grades that were settled, in the order of the assignment. */
  lastWords: LastWord[]
  scenarios: ScenarioOfProfile[]
  objective: ObjectivePart[]
  /** What was counted by rule in the answers whose grades are open: beside the grades, unless the plan gives it a share. */
  counted: CountedByRule
  counting: Counting
  suspicions: ProfileSuspicion[]
  agreement: Agreement
}

/**
 * What the locked and revealed grades of one application say. Computed each time and stored nowhere; before the reveal
 * it holds counts and no grade. Where it holds one, it is written down that this viewer has been sent it.
 */
export async function profileOf(
  db: Db,
  input: { viewer: StaffViewer; applicationId: string; locale?: Locale; now: Date },
): Promise<Profile | null> {
  const { viewer, applicationId, now, locale = viewer.locale } = input
  const [subject, openings] = await together(db, () => [
    profileSubject(db, viewer, applicationId),
    identityOpenings(db, applicationId),
  ])
  if (!subject) return null
  const { attempt, plan, vacancyTexts, jobLocale } = subject
  const opened = openings.some(({ userId }) => userId === viewer.userId)
  const named = (state: Profile['state']) =>
    opened || state === 'complete' || !blindStages.has(subject.stage) ? subject.name : null
  const base = {
    applicationId,
    code: subject.code,
    opened,
    stage: subject.stage,
    appliedAt: subject.appliedAt,
    zone: subject.zone,
    vacancy: { id: subject.vacancyId, ...titleOf({ texts: vacancyTexts, jobLocale }, locale) },
  }
  const handedIn = attempt?.status === 'submitted' || attempt?.status === 'expired'
  if (!attempt || !plan || !handedIn) return { ...base, name: named('before'), ...nothingYet }

  const assignment = await pinnedAssignment(db, attempt.assignmentHash)
  const [answered, lastWords, verdicts, signals, suspected, severities] = await together(db, () => [
    markedAnswers(db, 'attempt', attempt.id),
    lastWordsOf(db, attempt.id),
    verdictsOf(db, attempt.id),
    signalsOf(db, attempt.id),
    suspicionsOfAttempt(db, attempt.id),
    plan.severityAdjusted ? severityTable(db, subject.vacancyId) : Promise.resolve([]),
  ])
  const all = answered.map(asKnownTo(viewer.userId, now))
  const marked = await gradedAnswers(db, all)
  const seen = ({ requests }: MarkedAnswer) => visible(requests, now)
  if (!subject.gradesSeen && marked.some(seen))
    await viewGrades(db, { viewer, applicationIds: [applicationId], now })
  const requests = marked.flatMap((answer) => answer.requests)
  const repeated = sameGraders(
    marked.filter(seen).map((answer) => answer.requests.map(({ graderId }) => graderId)),
  )
  const state = marked.every(seen) ? 'complete' : 'asking'
  // Where nothing was written nobody grades; what was counted there waits until all grades are open.
  const open = all.filter((answer) => seen(answer) || (state === 'complete' && answer.requests.length === 0))
  const counted = countedByRule(signals, open)
  const reviews = await objectiveParts(db, verdicts, marked.filter(seen))
  const { severity, counting } = countingBy(plan, severities, gradersOf(marked.filter(seen)))
  const objective = objectiveBy(plan, {
    sums: counted.sums,
    reviews: reviews.flatMap(({ graders }) => reviewMark(graders.map((one) => one.objective)) ?? []),
  })
  const profiles = dimensions.map((dimension) =>
    dimensionProfile({
      dimension,
      marked,
      assignment,
      plan,
      severity,
      objective: objective?.[dimension],
      parameters: { sameGraders: repeated },
      seen,
    }),
  )
  return {
    ...base,
    name: named(state),
    state,
    progress: {
      asked: requests.length,
      locked: requests.filter((request) => lockEffective(request, now)).length,
    },
    furtherAwaited: requests.filter(
      (request) => request.ordinal > gradingRules.initialGrades && !lockEffective(request, now),
    ).length,
    shortOfGraders: marked.filter((answer) => answer.requests.length < gradingRules.initialGrades).length,
    nameKnown: requests.some(({ graderId, lockedAt }) =>
      openings.some(({ userId, at }) => userId === graderId && lockedAt !== null && at < lockedAt),
    ),
    sameGraders: repeated,
    dimensions: profiles,
    lastWords: lastWords.filter(({ answerId }) =>
      marked.some((answer) => answer.id === answerId && seen(answer)),
    ),
    scenarios: await scenariosOf(db, all, locale),
    objective: reviews,
    counted,
    counting,
    suspicions: profileSuspicions(suspected, open),
    agreement: agreement(levelsByCell(marked.filter(seen))),
  }
}

/** The stages at which answers are taken and graded: until all grades are in, a reader may still become a grader. */
const blindStages: ReadonlySet<Stage> = new Set(['assignment', 'grading'])

const nothingYet = {
  state: 'before' as const,
  progress: { asked: 0, locked: 0 },
  furtherAwaited: 0,
  shortOfGraders: 0,
  nameKnown: false,
  sameGraders: 0,
  dimensions: [],
  lastWords: [],
  scenarios: [],
  objective: [],
  counted: { sums: [], escalation: null, handling: null, byScenario: [] },
  counting: { severity: null, omega: null },
  suspicions: [],
  agreement: { pairs: 0, withinOne: 0, exact: 0 },
}

/** Who gave any level in these answers. */
const gradersOf = (marked: readonly MarkedAnswer[]) =>
  marked.flatMap(({ requests }) =>
    requests.flatMap(({ graderId, grades }) =>
      grades.some(({ level }) => isLevel(level)) ? [graderId] : [],
    ),
  )

function levelsByCell(marked: readonly MarkedAnswer[]): number[][] {
  return marked.flatMap(({ requests }) =>
    dimensions.map((dimension) =>
      requests.flatMap(({ grades }) =>
        grades.flatMap((grade) =>
          grade.dimension === dimension && isLevel(grade.level) ? [grade.level] : [],
        ),
      ),
    ),
  )
}

async function scenariosOf(
  db: Db,
  marked: readonly MarkedAnswer[],
  locale: Locale,
): Promise<ScenarioOfProfile[]> {
  const found: ScenarioOfProfile[] = []
  for (const { scenarioHash } of marked) {
    const { key, code, texts } = await pinnedScenario(db, scenarioHash)
    found.push({ key, code: code ?? null, title: texts[locale].title })
  }
  return found
}
