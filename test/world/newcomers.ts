import { randomUUID } from 'node:crypto'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Dimension, Level } from '#app/domain/dimensions.ts'
import { agreementInForce, rulesQuiz } from '#app/domain/house-rules.ts'
import type { Locale } from '#app/domain/locale.ts'
import { dayIn } from '#app/domain/zones.ts'
import { agreementText } from '#app/server/house-rules.ts'
import { practiceKey } from '#app/server/practice-page.ts'
import { readClause, signAgreement, tryQuiz } from '#db/acknowledgements.ts'
import type { Db } from '#db/client.ts'
import { startNewcomer } from '#db/newcomers.ts'
import { beginPractice, finishPractice, placeLevels, savePractice } from '#db/practice.ts'
import { testLibrary } from '#test/support/context.ts'
import { application } from './applications.ts'
import { seatIds } from './decisions.ts'
import type { Lumo } from './lumo.ts'

export interface Hired {
  newcomerId: string
  userId: string
  applicationId: string
  viewer: StaffViewer
}

export interface Hire {
  name?: string
  email?: string
  locale?: Locale
  startsOn?: string
  teamId?: string
  /** Without it another evening shift is published for this hire. */
  vacancy?: { id: string; slug: string }
  now: Date
}

export function did<Result extends object>(
  result: Result | null,
  what: string,
): Exclude<Result, { refused: string }> {
  if (!result || 'refused' in result) throw new Error(`${what}: ${JSON.stringify(result)}`)
  return result as Exclude<Result, { refused: string }>
}

/** Nora, or whoever is given, on her first day: an application of the evening shift, hired for its first seat. */
export async function hired(db: Db, world: Lumo, given: Hire): Promise<Hired> {
  const {
    name = 'Nora Veseli',
    email = 'nora.veseli@example.com',
    locale = 'en',
    teamId = world.teamId,
    now,
  } = given
  const applicant = { vacancy: given.vacancy, form: { name, email }, locale, now }
  const { id: applicationId, vacancy } = await application(db, world, applicant)
  const [openingId = ''] = await seatIds(db, vacancy.id)
  const startsOn = given.startsOn ?? dayIn('Europe/Tirane', now)
  const hire = { applicationId, openingId, name, email, locale, teamId, startsOn, now }
  const { newcomerId, userId } = did(await db.transaction((tx) => startNewcomer(tx, hire)), 'not hired')
  const memberships = [{ teamId, role: 'newcomer' as const }]
  return {
    newcomerId,
    userId,
    applicationId,
    viewer: { kind: 'staff', userId, name, email, locale, memberships },
  }
}

/** Clause by clause, then the name. */
export async function signed(db: Db, world: Lumo, given: Hire): Promise<Hired> {
  const who = await hired(db, world, given)
  await sign(db, who.viewer, given.now)
  return who
}

export async function sign(db: Db, viewer: StaffViewer, now: Date): Promise<void> {
  for (const clause of agreementInForce.clauses)
    did(await readClause(db, { viewer, clause, now }), 'not read')
  const { hash } = agreementText('en', 'Lumo Hosting')
  did(
    await signAgreement(db, {
      viewer,
      typedName: viewer.name,
      locale: 'en',
      seen: hash,
      text: { hash },
      now,
    }),
    'not signed',
  )
}

export const rightChoices: Record<string, string> = Object.fromEntries(
  rulesQuiz.questions.map(({ key, right }) => [key, right]),
)

/** Signed, and all five answered right at the first try: the handbook is open. */
export async function admitted(db: Db, world: Lumo, given: Hire): Promise<Hired> {
  const who = await signed(db, world, given)
  did(
    await tryQuiz(db, { viewer: who.viewer, quiz: rulesQuiz, choices: rightChoices, now: given.now }),
    'wrong',
  )
  return who
}

export const norasReply =
  'Hello Adam,\n\nyour €412 are with us. The bank returned them on the 12th, because the old account is closed.'
export const norasLevels: Partial<Record<Dimension, Level>> = { A1: 4, A3: 3, K3: 4 }

/** A case begun, its text saved once. */
export async function practising(db: Db, world: Lumo, given: Hire): Promise<Hired & { runId: string }> {
  const who = await admitted(db, world, given)
  const { viewer } = who
  const { now } = given
  const scenario = testLibrary().scenario(practiceKey)
  if (!scenario) throw new Error('the practice case is not on the shelf')
  const { runId } = did(await beginPractice(db, { viewer, scenario, now }), 'not begun')
  const body = { text: norasReply }
  did(await savePractice(db, { viewer, runId, saveId: randomUUID(), baseRev: 0, body, now }), 'not saved')
  return { ...who, runId }
}

/** Everything done but the lead's signature and the tick at the handbook. */
export async function practised(db: Db, world: Lumo, given: Hire): Promise<Hired & { runId: string }> {
  const who = await practising(db, world, given)
  const { viewer, runId } = who
  did(await finishPractice(db, { viewer, runId, now: given.now }), 'not handed in')
  did(await placeLevels(db, { viewer, runId, levels: norasLevels, now: given.now }), 'not placed')
  return who
}
