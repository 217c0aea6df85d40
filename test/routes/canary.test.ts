import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { jobHandlers } from '#app/server/handlers.ts'
import { dueJobs, finishJob } from '#db/jobs.ts'
import { disagreements, grades, messages, persons, sessions } from '#db/schema/index.ts'
import { type Browser, openTestContext, testOrigin } from '#test/support/context.ts'
import { crawl, type Found } from '#test/support/crawl.ts'
import { testDb } from '#test/support/db.ts'
import { type Module, openSite, type Site } from '#test/support/site.ts'
import { addresses, type Canary, canaries, type Role, roles } from '#test/world/canaries.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import {
  askedInsteadOfTheThird,
  decidedAgainst,
  gradedOtherwise,
  gradesOpen,
  gradingUnderway,
  lockedAtOtherTimes,
} from '#test/world/watched.ts'

/**
 * Who may read what of one candidate and their graders: before everybody asked has locked, and afterwards up to the
 * decision. What is not in the table is a leak, and what nobody reads does not stand in it.
 */
const graders = ['grader A', 'grader B', 'third grader'] as const
const deciders = ['manager', 'owner'] as const
const moderators = ['lead', 'grading lead', ...deciders] as const
type Readers = readonly Role[]
const may: Record<Canary, { before: Readers; after: Readers }> = {
  name: { before: ['candidate', 'owner'], after: ['candidate', 'referee', ...deciders] },
  surname: { before: ['candidate', 'owner'], after: ['candidate', 'referee', ...deciders] },
  'surname in Cyrillic': { before: ['candidate'], after: ['candidate', ...deciders] },
  account: { before: ['candidate'], after: ['candidate', ...deciders] },
  email: { before: ['candidate', 'owner'], after: ['candidate', ...deciders] },
  fileName: { before: ['candidate', ...deciders], after: ['candidate', ...deciders] },
  résumé: { before: deciders, after: deciders },
  letter: { before: ['candidate'], after: ['candidate', ...deciders] },
  phone: { before: ['candidate', ...deciders], after: ['candidate', ...deciders] },
  city: { before: ['candidate', ...deciders], after: ['candidate', ...deciders] },
  answer: {
    before: ['candidate', ...graders, ...moderators],
    after: ['candidate', ...graders, ...moderators],
  },
  otherName: { before: ['other candidate', 'owner'], after: ['other candidate', ...deciders] },
  note: { before: [], after: deciders },
  'comment of A': { before: ['grader A'], after: [...graders, ...moderators] },
  'comment of B': { before: ['grader B'], after: [...graders, ...moderators] },
  'draft of A': { before: ['grader A'], after: ['grader A', 'grader B', ...moderators] },
  'draft of B': { before: ['grader B'], after: ['grader A', 'grader B', ...moderators] },
  'amended by B': { before: [], after: [] },
  'reason of B': { before: [], after: [] },
  'third comment': { before: [], after: [...graders, ...moderators] },
  'said of the grades': { before: [], after: [...graders, ...moderators] },
  'name of A': { before: ['grader A', ...deciders], after: [...graders, ...moderators] },
  'name of B': { before: ['grader B', ...deciders], after: [...graders, ...moderators] },
  'name of the third': { before: ['third grader', ...deciders], after: [...graders, ...moderators] },
  'asked for a last word': { before: [], after: moderators },
  'last word': { before: [], after: moderators },
  reference: { before: [], after: deciders },
  decision: { before: [], after: deciders },
}

const { db } = await testDb()
const world = await lumo(db)
const { clock, asNobody, asStaff, asCandidate, asReferee } = openTestContext(db, later(monday, { hours: 6 }))
const nobody = asNobody()
const { context } = nobody
// A crawler asks more often than anybody may.
context.limits = { take: async () => undefined }
/** A machine may be busy; a crawl is some thousand pages. */
const patience = 240_000
let site: Site
let watched: Awaited<ReturnType<typeof gradingUnderway>>
const browsers: Partial<Record<Role, Browser>> = {}

/** What the worker would have done by now, mails included. */
async function work(): Promise<void> {
  const { files, secret } = context
  const postman = { deliver: async () => undefined }
  const handlers = jobHandlers({ db, now: () => clock.now, files, secret, appUrl: testOrigin, postman })
  for (const job of await dueJobs(db, clock.now)) {
    await handlers[job.kind]?.(job)
    await finishJob(db, job, clock.now)
  }
}

const drawn = new Set<string>()

interface Sight {
  role: Role
  canary: Canary
  where: string
}

const all = Object.keys(canaries) as Canary[]
const named = new Map(all.map((canary) => [canaries[canary].toLowerCase(), canary]))
const anyCanary = new RegExp([...named.keys()].join('|'), 'gi')
function sights(role: Role, where: string, sent: string): Sight[] {
  const words = new Set([...sent.matchAll(anyCanary)].map(([word]) => word.toLowerCase()))
  return [...words].flatMap((word) => {
    const canary = named.get(word)
    return canary ? [{ role, canary, where }] : []
  })
}
const sightsIn = (role: Role, found: readonly Found[]) =>
  found.flatMap(({ as, pattern, text }) => sights(role, `${as} /${pattern}`, text))

/** Everything that these people are sent: pages, data, files, and the mails of all of them. */
async function look(people: readonly Role[], only?: (pattern: string) => boolean) {
  await work()
  const seen: Sight[] = []
  const sent: Partial<Record<Role, Found[]>> = {}
  for (const role of people) {
    const found = await crawl(db, site, browsers[role] ?? nobody, { drawn, only })
    expect(found.filter(({ status }) => status >= 500)).toEqual([])
    seen.push(...sightsIn(role, found))
    sent[role] = found
  }
  for (const { kind, toName, toAddress, subject, text, calendar } of await db.select().from(messages)) {
    const role = roles.find((one) => addresses[one] === toAddress)
    if (!role) throw new Error(`a mail to ${toAddress}, who is nobody here`)
    seen.push(...sights(role, `mail ${kind}`, [toName, toAddress, subject, text, calendar].join('\n')))
  }
  return { seen, sent }
}

const leaks = (seen: readonly Sight[], moment: 'before' | 'after') => [
  ...new Set(
    seen
      .filter(({ canary, role }) => !may[canary][moment].includes(role))
      .map(({ role, canary, where }) => `${role} reads “${canary}” at ${where}`),
  ),
]
const unread = (seen: readonly Sight[], moment: 'before' | 'after') =>
  all.flatMap((canary) =>
    may[canary][moment]
      .filter((role) => !seen.some((one) => one.role === role && one.canary === canary))
      .map((role) => `${role} does not read “${canary}”`),
  )

/** What of the second is not, to the letter, in the first. */
const changed = (one: readonly Found[] = [], two: readonly Found[] = []) =>
  two.filter(
    ({ address, as, text }) =>
      as === 'data' && !one.some((same) => same.address === address && same.text === text),
  )

beforeAll(async () => {
  site = await openSite()
  watched = await gradingUnderway(db, world, context.files)
  const { manager, gradingLead, newcomer, elsewhere, applicationId, otherId } = watched
  browsers.candidate = await asCandidate(applicationId)
  browsers['other candidate'] = await asCandidate(otherId)
  await db.update(sessions).set({ enteredAt: clock.now }).where(eq(sessions.kind, 'candidate'))
  const staff = {
    'grader A': world.viktor,
    'grader B': world.dorina,
    'third grader': world.tomasz,
    lead: world.agim,
    'grading lead': gradingLead,
    manager,
    owner: world.mirela,
    newcomer,
    'manager elsewhere': elsewhere,
  }
  for (const [role, viewer] of Object.entries(staff)) browsers[role as Role] = await asStaff(viewer)
}, patience)

test('before the reveal a manager who searches for the person finds nobody', async () => {
  const manager = browsers.manager ?? nobody
  for (const path of ['/team/people', `/team/vacancies/${watched.vacancyId}`]) {
    // Half a word, so that what was typed is not taken for what was found.
    const found = async (typed: string) =>
      (await site.get(manager, `${path}?q=${typed}`, 'data')).text.replaceAll(typed, '')
    const nothing = await found('wxyzwxyz')
    for (const canary of ['name', 'surname', 'email', 'letter', 'fileName', 'comment of B'] as const)
      expect(await found(canaries[canary].slice(0, 8)), canary).toBe(nothing)
    if (path === '/team/people') expect(await found('Veseli')).not.toBe(nothing)
  }
})

describe('before everybody asked has locked', () => {
  let before: Awaited<ReturnType<typeof look>>
  beforeAll(async () => {
    before = await look(['candidate', 'other candidate', ...graders, ...moderators])
  }, patience)

  test('nobody is sent what the table does not give them', () => {
    expect(leaks(before.seen, 'before')).toEqual([])
    expect(unread(before.seen, 'before')).toEqual([])
  })

  test(
    'what B gave, and when, changes no letter of what other graders are sent; what B gave, none of a manager’s',
    async () => {
      const numbers = /^team(\/people|\/vacancies\/:id.*|\/applications\/:id\/(profile|report|decide))?$/
      const ofStaff = (pattern: string) => pattern.startsWith('team')
      const managers = async () => (await look(['manager'], (pattern) => numbers.test(pattern))).sent.manager
      const one = await managers()
      const restore = await gradedOtherwise(db, world, watched, clock.now)
      try {
        expect(changed(one, await managers())).toEqual([])
        await lockedAtOtherTimes(db, world, watched)
        for (const role of ['grader A', 'third grader'] as const)
          expect(changed(before.sent[role], (await look([role], ofStaff)).sent[role])).toEqual([])
      } finally {
        await restore()
      }
    },
    patience,
  )

  test('a lead who grades is not sent that others disagree on what lies on their own desk', async () => {
    const lists = async (role: Role) =>
      (await look([role], (pattern) => pattern === 'team/vacancies/:id/disagreements')).sent[role] ?? []
    const { code, restore } = await askedInsteadOfTheThird(db, world, watched)
    try {
      expect((await lists('lead')).map(({ text }) => text).join()).toContain(code)
      const own = await lists('grading lead')
      expect(own.map(({ text }) => text).join()).not.toContain(code)
      const kept = await db.delete(disagreements).returning()
      expect(kept.length).toBeGreaterThan(0)
      // Nor any count: there is no letter in it that would not be there without the disagreement.
      expect(changed(own, await lists('grading lead'))).toEqual([])
      await db.insert(disagreements).values(kept)
    } finally {
      await restore()
    }
  })

  test('a loader that gives more than its page draws is caught', async () => {
    const more = (rows: () => Promise<object[]>) => (own: Module) => ({
      ...own,
      loader: async (args: LoaderFunctionArgs) => ({
        ...((await own.loader?.(args)) as object),
        more: await rows(),
      }),
    })
    const careless = await openSite({
      'routes/team/grading/desk': more(() => db.select().from(persons)),
      'routes/team/grading/queue': more(() => db.select().from(grades)),
    })
    const found = await crawl(db, careless, browsers['grader A'] ?? nobody, {
      only: (pattern) => /^team\/grading(\/:id)?$/.test(pattern),
    })
    expect(leaks(sightsIn('grader A', found), 'before')).toEqual(
      expect.arrayContaining([
        'grader A reads “comment of B” at data /team/grading',
        'grader A reads “name” at data /team/grading/:id',
        'grader A reads “email” at data /team/grading/:id',
      ]),
    )
  })
})

describe('after everybody asked has locked, up to the decision', () => {
  test(
    'nobody is sent what the table does not give them',
    async () => {
      const requestId = await gradesOpen(db, world, watched)
      browsers.referee = await asReferee(requestId)
      clock.now = later(monday, { hours: 12 })
      const open = await look([...graders, ...moderators])
      await decidedAgainst(db, world, watched)
      clock.now = later(monday, { days: 3 })
      // A decision closes the desk: to graders nothing is opened by it.
      const inside: Readers = [...graders, ...moderators]
      const decided = await look(roles.filter((role) => !inside.includes(role)))
      const deciding = await look(deciders, (pattern) => pattern === 'team/applications/:id/decide')
      const seen = [open, decided, deciding].flatMap((one) => one.seen)
      expect(leaks(seen, 'after')).toEqual([])
      expect(unread(seen, 'after')).toEqual([])
    },
    patience,
  )
})
