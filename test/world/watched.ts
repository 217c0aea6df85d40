import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Dimension, Level } from '#app/domain/dimensions.ts'
import type { GradingDraft } from '#app/domain/grading-draft.ts'
import type { Files } from '#app/server/files.ts'
import { workOutAgreement } from '#db/agreement.ts'
import type { Db } from '#db/client.ts'
import { decide } from '#db/decisions.ts'
import { amendGrade, answerForGrader, saveGrades, writeGradeNote } from '#db/grading.ts'
import { newId } from '#db/id.ts'
import { askModeration, moderate } from '#db/moderations.ts'
import { addNote } from '#db/pipeline/note.ts'
import { moveApplication } from '#db/pipeline.ts'
import { askForReferences } from '#db/references.ts'
import { answers, grades, gradingAssignments, memberships, teams, users } from '#db/schema/index.ts'
import { startedAttempt, submittedAttempt } from './attempts.ts'
import { canaries } from './canaries.ts'
import { colleague, secondLead } from './colleague.ts'
import { received, rejection } from './decisions.ts'
import { draftWith, graded, invitedGraders } from './grading.ts'
import { elirasAnswers } from './handed-in.ts'
import { type Lumo, later, monday } from './lumo.ts'
import { admitted, did } from './newcomers.ts'
import { publishedVacancy } from './vacancies.ts'

const { name, surname, email, letter, phone, city, answer } = canaries
const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)
const person = `${capital(name)} ${capital(surname)}`

const signed = `С уважением, ${capital(canaries['surname in Cyrillic'])}, linkedin.com/in/${canaries.account}`

/**
 * The candidate's answers, in which they say who they are. Signed in two of the three: an interview draws two by the
 * application's id, and so one of these at least.
 */
const bodies = {
  ...elirasAnswers,
  's17-why-support': {
    answers: {
      customer: 'My bank answered on the third day and blamed me. I wrote down what would have helped.',
      fifth: 'On the fifth time I made a page with two pictures, and after that nobody asked.',
      learned: `I learned to read server logs; I found a broken backup with it.\n${signed}`,
    },
  },
  's03-first-fifty': {
    text: `Good morning (${answer}). I am ${person}, write to ${email}@example.com or ring +${phone}. Your first payout left on 10 November. I will check on the 18th and write to you.\n${signed}\n${person}`,
  },
}

export interface Watched {
  vacancyId: string
  applicationId: string
  attemptId: string
  otherId: string
  manager: StaffViewer
  /** A lead who is invited to grade here. */
  gradingLead: StaffViewer
  newcomer: StaffViewer
  elsewhere: StaffViewer
}

/** Somebody who manages another team. */
async function managerElsewhere(db: Db): Promise<StaffViewer> {
  const [teamId, userId] = [newId(), newId()]
  const [name, email, locale] = ['Luan Dushi', 'luan@partners.example.com', 'en'] as const
  await db
    .insert(teams)
    .values({ id: teamId, name: 'Partners', timeZone: 'Europe/Tirane', createdAt: monday })
  await db.insert(users).values({ id: userId, name, email, locale, createdAt: monday })
  await db.insert(memberships).values({ teamId, userId, role: 'manager', createdAt: monday })
  return { kind: 'staff', userId, name, email, locale, memberships: [{ teamId, role: 'manager' }] }
}

const noon = later(monday, { hours: 4 })

async function requestOf(db: Db, applicationAttempt: string, grader: StaffViewer, scenarioKey: string) {
  const [row] = await db
    .select({ id: gradingAssignments.id, answerId: answers.id })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .where(
      and(
        eq(answers.attemptId, applicationAttempt),
        eq(answers.scenarioKey, scenarioKey),
        eq(gradingAssignments.graderId, grader.userId),
      ),
    )
  if (!row) throw new Error(`${grader.name} is not asked for ${scenarioKey}`)
  return row
}

/** A desk's draft for one answer, with this comment on every criterion. */
async function draftFor(
  db: Db,
  viewer: StaffViewer,
  assignmentId: string,
  levels: Partial<Record<Dimension, Level>>,
  comment: string,
): Promise<GradingDraft> {
  const read = await answerForGrader(db, { viewer, assignmentId, now: noon })
  if (!read) throw new Error('not on this desk')
  const findings = read.suggestions.map(({ finding }) => finding)
  const draft = draftWith(
    read.criteria.map(({ dimension }) => dimension),
    levels,
    findings,
  )
  return { ...draft, grades: draft.grades.map((grade) => ({ ...grade, comment })) }
}

/**
 * A vacancy in the middle of grading. The letter about the first fifty euros has two grades two levels apart, and the
 * third grader is asked; the page is locked by A and begun by B; the reasons are locked and amended by B, begun by A.
 */
export async function gradingUnderway(db: Db, world: Lumo, files: Files): Promise<Watched> {
  const { viktor: a, dorina: b, tomasz, mirela } = world
  const manager = await colleague(db, world)
  const gradingLead = await secondLead(db, world)
  const vacancy = await publishedVacancy(db, world, monday)
  const newcomer = await admitted(db, world, { vacancy, now: monday })
  await invitedGraders(db, world, vacancy.id, [a, b], monday)
  const bytes = new TextEncoder().encode(`%PDF-1.7 ${canaries.résumé} +${phone} ${city}`)
  const resume = { name: `${canaries.fileName}.pdf`, type: 'application/pdf', ...(await files.put(bytes)) }
  const why = `${letter}: I live in ${city}, my number is +${phone}. I want to be that calm person.`
  const { applicationId, attemptId } = await submittedAttempt(db, world, {
    vacancy,
    form: { name: person, email: `${email}@example.com`, why },
    resume,
    bodies,
    now: monday,
  })
  const other = await startedAttempt(db, world, {
    vacancy,
    form: { name: `${capital(canaries.otherName)} Kola`, email: 'second@example.com' },
    now: later(noon, { minutes: 110 }),
  })
  await invitedGraders(db, world, vacancy.id, [tomasz], monday)
  did(await addNote(db, { viewer: mirela, id: applicationId, text: canaries.note, now: noon }), 'not noted')

  const of = (grader: StaffViewer, key: string) => requestOf(db, attemptId, grader, key)
  const lock = async (
    who: StaffViewer,
    key: string,
    levels: Partial<Record<Dimension, Level>>,
    said: string,
  ) => {
    const { id } = await of(who, key)
    const { grades } = await draftFor(db, who, id, levels, said)
    await graded(db, { grader: who, assignmentId: id, levels, draft: { grades }, now: noon })
    return id
  }
  const begin = async (viewer: StaffViewer, key: string, said: string) => {
    const { id: assignmentId } = await of(viewer, key)
    const draft = await draftFor(db, viewer, assignmentId, { A4: 1 }, said)
    const save = { viewer, assignmentId, saveId: newId(), baseRev: 0, draft, now: noon }
    did(await saveGrades(db, save), 'not saved')
  }
  await lock(a, 's03-first-fifty', { K3: 2 }, canaries['comment of A'])
  await lock(b, 's03-first-fifty', { K3: 4 }, canaries['comment of B'])
  await lock(a, 's01-sales-page', { K3: 4 }, canaries['comment of A'])
  await begin(b, 's01-sales-page', canaries['draft of B'])
  await begin(a, 's17-why-support', canaries['draft of A'])
  const assignmentId = await lock(b, 's17-why-support', { A4: 4 }, canaries['amended by B'])
  const { grades } = await draftFor(db, b, assignmentId, { A4: 5 }, canaries['comment of B'])
  const now = later(noon, { minutes: 1 })
  const reason = canaries['reason of B']
  did(await amendGrade(db, { viewer: b, assignmentId, grades, reason, now }), 'not amended')
  await invitedGraders(db, world, vacancy.id, [gradingLead], now)
  return {
    vacancyId: vacancy.id,
    applicationId,
    attemptId,
    otherId: other.applicationId,
    manager,
    gradingLead,
    newcomer: newcomer.viewer,
    elsewhere: await managerElsewhere(db),
  }
}

const ofB = async (db: Db, { dorina }: Lumo, { attemptId }: Watched) =>
  (
    await db
      .select({ id: gradingAssignments.id })
      .from(gradingAssignments)
      .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
      .where(and(eq(answers.attemptId, attemptId), eq(gradingAssignments.graderId, dorina.userId)))
  ).map(({ id }) => id)

/** The same world, had B given other levels, quotes and words. What is answered puts it back. */
export async function gradedOtherwise(
  db: Db,
  world: Lumo,
  watched: Watched,
  now: Date,
): Promise<() => Promise<void>> {
  const own = await ofB(db, world, watched)
  const marks = await db.select().from(grades).where(inArray(grades.assignmentId, own))
  const desks = await db.select().from(gradingAssignments).where(inArray(gradingAssignments.id, own))
  for (const { id, level } of marks)
    await db
      .update(grades)
      .set({
        level: level === 3 ? 1 : 3,
        quotes: [{ start: 1, end: 9, text: 'ood morni' }],
        comment: 'Quite otherwise.',
        incident: 'abuse',
      })
      .where(eq(grades.id, id))
  await db
    .update(gradingAssignments)
    .set({ draft: { grades: [], verdicts: [] } })
    .where(inArray(gradingAssignments.id, own))
  await workOutAgreement(db, { vacancyId: watched.vacancyId, now })
  return async () => {
    for (const { id, ...mark } of marks) await db.update(grades).set(mark).where(eq(grades.id, id))
    for (const { id, ...desk } of desks)
      await db.update(gradingAssignments).set(desk).where(eq(gradingAssignments.id, id))
  }
}

/** And had B locked, and opened, at other times. */
export async function lockedAtOtherTimes(db: Db, world: Lumo, watched: Watched): Promise<void> {
  const at = later(noon, { minutes: -37 })
  const own = and(
    inArray(gradingAssignments.id, await ofB(db, world, watched)),
    isNotNull(gradingAssignments.lockedAt),
  )
  await db.update(gradingAssignments).set({ openedAt: at, lockedAt: at, settledAt: at }).where(own)
}

/** The letter on which A and B disagree lies on the desk of the lead who grades, in the place of the third grader. */
export async function askedInsteadOfTheThird(
  db: Db,
  world: Lumo,
  { attemptId, gradingLead }: Watched,
): Promise<{ code: string; restore: () => Promise<void> }> {
  const { id, answerId } = await requestOf(db, attemptId, world.tomasz, 's03-first-fifty')
  const lyingWith = async ({ userId: graderId }: StaffViewer) => {
    await db.update(gradingAssignments).set({ graderId }).where(eq(gradingAssignments.id, id))
  }
  await lyingWith(gradingLead)
  const [letter] = await db.select({ code: answers.code }).from(answers).where(eq(answers.id, answerId))
  return { code: letter?.code ?? '', restore: () => lyingWith(world.tomasz) }
}

/** The rest is locked, the third with them; a lead has the last word on two criteria; a reference is in. */
export async function gradesOpen(db: Db, world: Lumo, watched: Watched): Promise<string> {
  const { viktor: a, dorina: b, tomasz, mirela, agim } = world
  const { attemptId, applicationId, vacancyId } = watched
  const at = later(noon, { hours: 1 })
  for (const [grader, key, said] of [
    [b, 's01-sales-page', canaries['draft of B']],
    [a, 's17-why-support', canaries['draft of A']],
    [tomasz, 's03-first-fifty', canaries['third comment']],
  ] as const) {
    const { id } = await requestOf(db, attemptId, grader, key)
    const levels: Partial<Record<Dimension, Level>> = key === 's03-first-fifty' ? { K3: 5 } : { K3: 4, A4: 4 }
    const { grades } = await draftFor(db, grader, id, levels, said)
    await graded(db, { grader, assignmentId: id, levels, draft: { grades }, now: at })
  }
  const { id: assignmentId, answerId } = await requestOf(db, attemptId, a, 's03-first-fifty')
  const now = later(at, { minutes: 1 })
  const text = canaries['said of the grades']
  did(await writeGradeNote(db, { viewer: a, assignmentId, dimension: 'K3', text, now }), 'not said')
  const cell = { vacancyId, answerId, now }
  const asked = {
    kind: 'request' as const,
    moderatorId: agim.userId,
    reason: canaries['asked for a last word'],
  }
  did(await askModeration(db, { ...cell, ...asked, viewer: mirela, dimension: 'A1' }), 'not asked')
  for (const dimension of ['A1', 'K3'] as const)
    did(
      await moderate(db, { ...cell, viewer: agim, dimension, value: 3, reason: canaries['last word'] }),
      'not moderated',
    )
  did(await moveApplication(db, { viewer: mirela, id: applicationId, to: 'references', now }), 'not moved')
  did(await askForReferences(db, { viewer: mirela, applicationId, now }), 'not asked')
  const who = { applicationId, viewer: { kind: 'candidate' as const, applicationId }, now }
  const vacancy = { id: vacancyId, slug: '' }
  const { requestId } = await received(db, { ...who, vacancy }, { form: { text: canaries.reference } })
  return requestId
}

/** Refused by a named manager, with words for the candidate. */
export async function decidedAgainst(db: Db, world: Lumo, { applicationId }: Watched): Promise<void> {
  const now = later(noon, { days: 1 })
  did(
    await moveApplication(db, { viewer: world.mirela, id: applicationId, to: 'decision', now }),
    'not moved',
  )
  const form = { ...rejection, reason: `${canaries.decision}: two others answered in their own words.` }
  did(
    await decide(db, { viewer: world.mirela, applicationId, form, feedback: 'Thank you.', now }),
    'not decided',
  )
}
