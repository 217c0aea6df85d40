import { and, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { can, type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import { rulesQuiz } from '#app/domain/house-rules.ts'
import {
  type PlanFacts,
  type PlanSection,
  planOf,
  quizResult,
  type StepOwner,
  type StepState,
} from '#app/domain/onboarding.ts'
import type { Day } from '#app/domain/zones.ts'
import { latestAcknowledgement, readingsOf, triesOf } from '../acknowledgements.ts'
import type { Db } from '../client.ts'
import { shownRun } from '../practice.ts'
import { latestDelay, signatureOf } from '../readiness.ts'
import { newcomers, steps, teams, users } from '../schema/index.ts'
import { together } from '../together.ts'
import { factsOfOne } from './facts.ts'
import { articlesOpened } from './handbook.ts'

export type StepRow = {
  key: (typeof steps.$inferSelect)['key']
  section: PlanSection
  owner: StepOwner
  state: StepState
  dueOn: Day
  doneAt: Date | null
  /** Whose tick it is. */
  doneBy: string | null
}

export interface Person {
  id: string
  name: string
  email: string
}

export interface NewcomerPlan {
  id: string
  userId: string
  name: string
  email: string
  startsOn: Day
  team: { id: string; name: string; zone: string }
  lead: Person | null
  facts: PlanFacts
  steps: StepRow[]
  clausesRead: string[]
  questionsRight: string[]
  articlesOpened: string[]
  acknowledgement: Awaited<ReturnType<typeof latestAcknowledgement>>
  practice: { startedAt: Date; submittedAt: Date | null; placedAt: Date | null } | null
  signature: Awaited<ReturnType<typeof signatureOf>>
  /** The last time that a lead said "not yet"; gone once readiness is signed. */
  delay: Awaited<ReturnType<typeof latestDelay>>
}

const leads = alias(users, 'leads')

async function person(db: Db, where: ReturnType<typeof and>) {
  const [row] = await db
    .select({
      id: newcomers.id,
      userId: newcomers.userId,
      name: users.name,
      email: users.email,
      startsOn: newcomers.startsOn,
      team: { id: teams.id, name: teams.name, zone: teams.timeZone },
      lead: { id: leads.id, name: leads.name, email: leads.email },
    })
    .from(newcomers)
    .innerJoin(users, eq(users.id, newcomers.userId))
    .innerJoin(teams, eq(teams.id, newcomers.teamId))
    .leftJoin(leads, eq(leads.id, newcomers.leadId))
    .where(where)
  return row
}

/** The plan of the viewer's own; null for whoever has none. */
export async function ownPlan(db: Db, input: { viewer: StaffViewer }): Promise<NewcomerPlan | null> {
  const row = await person(db, eq(newcomers.userId, input.viewer.userId))
  return row ? planOfPerson(db, row) : null
}

/** The same plan for those who look after newcomers in that team; `maySign` says whether this viewer signs readiness. */
export async function planForTeam(
  db: Db,
  input: { viewer: StaffViewer; id: string },
): Promise<(NewcomerPlan & { maySign: boolean }) | null> {
  const { viewer, id } = input
  const theirs = inArray(newcomers.teamId, teamsWhere(viewer, 'see-newcomers'))
  const row = await person(db, and(eq(newcomers.id, id), theirs))
  if (!row) return null
  const maySign = can(viewer, 'sign-readiness', { teamId: row.team.id }) && row.userId !== viewer.userId
  return { ...(await planOfPerson(db, row)), maySign }
}

async function planOfPerson(
  db: Db,
  row: NonNullable<Awaited<ReturnType<typeof person>>>,
): Promise<NewcomerPlan> {
  const { id } = row
  const facts = await factsOfOne(db, id)
  const [ticks, clausesRead, tries, acknowledgement, run, signature, delay, opened] = await together(
    db,
    () => [
      db
        .select({ key: steps.key, dueOn: steps.dueOn, doneAt: steps.doneAt, doneBy: users.name })
        .from(steps)
        .leftJoin(users, eq(users.id, steps.doneBy))
        .where(eq(steps.newcomerId, id))
        .execute(),
      readingsOf(db, id),
      triesOf(db, id, rulesQuiz.version),
      latestAcknowledgement(db, id),
      shownRun(db, id),
      signatureOf(db, id),
      latestDelay(db, id),
      articlesOpened(db, id),
    ],
  )
  const rows = new Map(ticks.map((tick) => [tick.key, tick]))
  return {
    ...row,
    facts,
    steps: planOf(facts).map(({ key, section, owner, state }) => {
      const tick = rows.get(key)
      const done = state === 'done' && tick
      return {
        key,
        section,
        owner,
        state,
        dueOn: tick?.dueOn ?? row.startsOn,
        doneAt: done ? tick.doneAt : null,
        doneBy: done ? tick.doneBy : null,
      }
    }),
    clausesRead,
    questionsRight: quizResult(
      rulesQuiz.questions,
      tries.map(({ choices }) => choices),
    ).settled,
    articlesOpened: opened,
    acknowledgement,
    practice: run ? { startedAt: run.startedAt, submittedAt: run.submittedAt, placedAt: run.placedAt } : null,
    signature,
    delay: signature ? null : delay,
  }
}
