import { randomUUID } from 'node:crypto'
import type { Locale } from '#app/domain/locale.ts'
import { draw, values } from '#app/domain/scenario/draw.ts'
import { exampleDraw, playExample } from '#app/domain/scenario/inbox/examples.ts'
import type { Act, InboxContent, TimedAct } from '#app/domain/scenario/inbox.ts'
import { contentHash, type Library } from '#app/server/scenarios.ts'
import { saveAnswer } from '#db/answers.ts'
import { submitAttempt } from '#db/attempt-end.ts'
import type { Db } from '#db/client.ts'
import { actInCase, lookAtCase, openCase } from '#db/inbox.ts'
import { testLibrary } from '#test/support/context.ts'
import { type Started, startedAttempt } from './attempts.ts'
import { type Lumo, later } from './lumo.ts'
import { publishedVacancy } from './vacancies.ts'

// Read while the file is loaded, so that no test waits for it.
const library = testLibrary()

/** The shipped scenarios with one assignment more: an afternoon at the desk. */
export function deskShelf(sections: { scenario: string; weights: Record<string, number> }[]): Library {
  const content = {
    key: 'desk-day',
    status: 'draft' as const,
    titles: { en: 'At the desk', ru: 'За столом', sq: 'Në tavolinë' },
    warmUps: [],
    sections: sections.map((section) => ({ ...section, minutes: 45, sitting: 1 })),
  }
  const entry = { key: content.key, hash: contentHash(content), content }
  return {
    ...library,
    assignments: [...library.assignments, entry],
    assignment: (key) => (key === content.key ? entry : library.assignment(key)),
  }
}

export const insult = { scenario: 's02-the-insult', weights: { A1: 1.5, A2: 1.5, A6: 1, K3: 1 } }
export const letter = { scenario: 's03-first-fifty', weights: { A1: 1, A3: 1 } }

export const insultContent = (): InboxContent => {
  const content = library.scenario('s02-the-insult')?.content
  if (content?.kind !== 'inbox') throw new Error('S02 is not there')
  return content
}

/** A seed with which the case has the cause that a sample transcript was written for. */
export function seedLike(content: InboxContent, drawn: Record<string, string>): number {
  for (let seed = 1; seed < 500; seed++) if (draw(content, String(seed)).code === drawn.code) return seed
  throw new Error('no seed draws that')
}

/** A sample transcript of the scenario, told with the figures of this attempt. */
export function retold(
  content: InboxContent,
  locale: Locale,
  place: number,
  to: { seed: number },
): { acts: TimedAct[]; until: number } {
  const example = content.texts[locale].grader?.examples[place]
  if (!example) throw new Error('no such sample')
  const { transcript, state } = playExample(content, locale, example)
  const written = values(content, locale, exampleDraw(content, example.draw))
  const drawn = values(content, locale, draw(content, String(to.seed)))
  const pairs = Object.entries(written)
    .flatMap(([name, value]) =>
      drawn[name] !== undefined && value !== drawn[name] ? [[value, drawn[name]]] : [],
    )
    .sort(([a = ''], [b = '']) => b.length - a.length)
  const told = (text: string) => {
    // By way of signs that stand in no text, so that nothing is put in the place of what was put in.
    const marked = pairs.reduce(
      (now, [from = ''], index) => now.replaceAll(from, `\uE100${index}\uE101`),
      text,
    )
    return marked.replace(/\uE100(\d+)\uE101/g, (_, index) => pairs[Number(index)]?.[1] ?? '')
  }
  const acts = transcript.map(({ at, act }) => ({
    at,
    act: 'text' in act ? ({ ...act, text: told(act.text) } as Act) : act,
  }))
  return { acts, until: state.at }
}

/** Works a case by the verbs of the candidate's page: opened, watched every 45 s at most, each act at its time. */
export async function worked(
  db: Db,
  input: { started: Started; key: string; acts: readonly TimedAct[]; until?: number; now: Date },
): Promise<Date> {
  const { started, key, acts, now } = input
  const answerId = started.answers.find((one) => one.key === key)?.id
  if (!answerId) throw new Error(`no answer to ${key}`)
  const { viewer } = started
  const opened = await openCase(db, { viewer, answerId, now })
  if (!opened || 'refused' in opened) throw new Error('not opened')
  let at = 0
  const moment = () => new Date(now.getTime() + at)
  const wait = async (until: number) => {
    while (at < until) {
      at = Math.min(until, at + 45_000)
      if (at < until) await lookAtCase(db, { viewer, answerId, now: moment() })
    }
  }
  for (const [after, { at: when, act }] of acts.entries()) {
    await wait(when)
    const done = await actInCase(db, { viewer, answerId, actId: randomUUID(), after, act, now: moment() })
    if (!done || 'refused' in done) throw new Error(`${act.do}: ${JSON.stringify(done)}`)
  }
  await wait(input.until ?? at)
  await lookAtCase(db, { viewer, answerId, now: moment() })
  return moment()
}

/** A candidate who worked S02 as a sample did, wrote the letter, left a draft, and handed in. */
export async function workedInsult(
  db: Db,
  world: Lumo,
  input: {
    name?: string
    email?: string
    locale?: Locale
    /** Which sample: 0 ideal, 1 average, 2 poor. */
    sample?: number
    drafts?: Record<string, string>
    /** What is put before the first reply. */
    first?: string
    letter?: string
    vacancy?: { id: string; slug: string }
    now: Date
  },
): Promise<Started & { seed: number; handedIn: Date }> {
  const { now, locale = 'en', sample = 0, name = 'Elira Gashi', email = 'elira.gashi@example.com' } = input
  const content = insultContent()
  const vacancy = input.vacancy ?? (await deskVacancy(db, world, now, locale))
  const example = content.texts[locale].grader?.examples[sample]
  const seed = seedLike(content, exampleDraw(content, example?.draw ?? {}))
  const started = await startedAttempt(db, world, { vacancy, form: { name, email }, seed, now })
  const told = retold(content, locale, sample, { seed })
  const acts = told.acts.map((timed, index) =>
    index === 0 && timed.act.do === 'reply' && input.first
      ? { ...timed, act: { ...timed.act, text: `${input.first} ${timed.act.text}` } }
      : timed,
  )
  const end = await worked(db, {
    started,
    key: content.key,
    acts,
    until: told.until,
    now: later(now, { minutes: 1 }),
  })
  const save = async (key: string, body: unknown) => {
    const answer = started.answers.find((one) => one.key === key)
    if (!answer) return
    const by = { viewer: started.viewer, answerId: answer.id, saveId: randomUUID(), baseRev: 0, body }
    const saved = await saveAnswer(db, { ...by, now: end })
    if (!saved || 'refused' in saved) throw new Error(`${key} was not saved: ${JSON.stringify(saved)}`)
  }
  if (input.drafts) await save(content.key, { drafts: input.drafts })
  await save('s03-first-fifty', {
    text:
      input.letter ?? 'Good morning. Your first payout left on 10 November; I will write again on the 18th.',
  })
  const handedIn = later(end, { minutes: 1 })
  const done = await submitAttempt(db, { viewer: started.viewer, now: handedIn })
  if (!done || 'refused' in done) throw new Error('not handed in')
  return { ...started, seed, handedIn }
}

export const deskVacancy = (db: Db, world: Lumo, now: Date, jobLocale: Locale = 'en') =>
  publishedVacancy(db, world, now, {
    vacancy: {
      jobLocale,
      languages: [{ language: jobLocale, level: 'B2' }],
      assignmentKey: 'desk-day',
      weights: { A1: 2, A2: 2, A3: 1, A6: 1, K3: 1 },
    },
    shelf: deskShelf([insult, letter]),
  })
