import { asc, eq } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import { locales } from '#app/domain/locale.ts'
import {
  type Advice,
  adviceOf,
  bandWord,
  mayRelease,
  type ReleaseRefusal,
  type ReportContent,
} from '#app/domain/report.ts'
import type { Db, Tx } from '../client.ts'
import { decisionInForce } from '../decisions/rows.ts'
import { undoUntil } from '../decisions/undo.ts'
import { pinnedScenario } from '../pinned.ts'
import { profileOf } from '../profile.ts'
import { answers, applications, attempts } from '../schema/index.ts'
import { lastReport } from './rows.ts'

export interface ReportDraft {
  candidateLocale: Locale
  zone: string
  /** Grades are still awaited: what they would say is not in it. */
  asking: boolean
  /** Criteria with enough evidence. */
  judged: number
  dimensions: ReportContent['dimensions']
  scenarios: ReportContent['scenarios']
  nameKnown: boolean
  advice: { strengths: Advice[]; steps: Advice[] }
  refused: ReleaseRefusal | null
  released: { content: ReportContent; at: Date; by: string } | null
}

/** What the rule says of one application, from revealed grades only; and what was released before. */
export async function reportDraft(
  db: Db,
  input: { viewer: StaffViewer; applicationId: string; now: Date },
): Promise<ReportDraft | null> {
  const { applicationId, now } = input
  const profile = await profileOf(db, input)
  if (!profile) return null
  const [own] = await db
    .select({ locale: applications.locale, stage: applications.stage })
    .from(applications)
    .where(eq(applications.id, applicationId))
  if (!own) return null
  const asked = profile.dimensions.filter(({ tested }) => tested)
  const scores = asked.map(({ dimension, score }) => ({ dimension, ...score }))
  const tested = profile.state !== 'before'
  const allowed = await releaseAllowed(db, { applicationId, stage: own.stage, tested, now })
  const last = await lastReport(db, applicationId)
  return {
    candidateLocale: own.locale,
    zone: profile.zone,
    asking: profile.state === 'asking',
    judged: scores.filter(({ enough }) => enough).length,
    dimensions: scores.map((score) => ({ dimension: score.dimension, word: bandWord(score) })),
    scenarios: tested ? await scenarioTitles(db, applicationId) : [],
    nameKnown: profile.nameKnown,
    advice: adviceOf(scores),
    refused: 'refused' in allowed ? allowed.refused : null,
    released: last ? { content: last.content, at: last.releasedAt, by: last.by } : null,
  }
}

export async function releaseAllowed(
  db: Db | Tx,
  input: {
    applicationId: string
    stage: Parameters<typeof mayRelease>[0]['stage']
    tested: boolean
    now: Date
  },
) {
  const last = await decisionInForce(db, input.applicationId)
  return mayRelease({
    stage: input.stage,
    decision: last?.kind,
    tested: input.tested,
    undoable: last?.kind === 'reject' && input.stage === 'rejected' && input.now <= undoUntil(last),
  })
}

/** The scenarios that were given, in their order, in every language. */
async function scenarioTitles(db: Db, applicationId: string): Promise<ReportContent['scenarios']> {
  const given = await db
    .select({ hash: answers.scenarioHash })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .where(eq(attempts.applicationId, applicationId))
    .orderBy(asc(answers.position))
  const found: ReportContent['scenarios'] = []
  for (const { hash } of given) {
    const { texts } = await pinnedScenario(db, hash)
    const titles = locales.map((locale) => [locale, texts[locale].title] as const)
    found.push(Object.fromEntries(titles) as Record<Locale, string>)
  }
  return found
}
