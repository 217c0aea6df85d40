import type { Page } from '@playwright/test'
import { toldGrader } from '#test/world/hidden-anchors.ts'
import { patternOf, patterns, plain, type Visited, walk } from './support/addresses.ts'
import { handIn, onward, writePrompts } from './support/assignment.ts'
import { begun } from './support/attempt.ts'
import { accessible } from './support/axe.ts'
import { claimAddress } from './support/claim.ts'
import { inDatabase } from './support/database.ts'
import { doorIn, letters } from './support/doors.ts'
import { mailFor } from './support/mail.ts'
import { expect, test } from './support/people.ts'
import { words } from './support/words.ts'

const { en, sq } = words
/** Lines of app/routes.ts: those whose page was looked at, and all that have answered. */
const reached = new Set<string>()
const tried = new Set<string>()

/** Along every link: nothing fails. Then each page of one's own that nobody has looked at yet stands up to axe. */
async function through(page: Page, first: readonly string[], own: RegExp): Promise<Visited[]> {
  const visited = await walk(page.context().request, first)
  expect(visited.filter(({ status }) => status >= 500)).toEqual([])
  for (const { pattern } of visited) tried.add(pattern)
  const pages = visited.filter(({ isPage, pattern }) => isPage && own.test(pattern))
  for (const { address, pattern } of pages) {
    if (reached.has(pattern) || pattern.endsWith('/page')) continue
    reached.add(pattern)
    await accessible(page, address)
  }
  return visited
}

test('a stranger, also at an address where nothing is', async ({ people }) => {
  people.expecting(/404/)
  const page = await people.guest()
  await through(
    page,
    [...plain, '/ru', '/en/jobs/nothing', '/nothing/at/all'],
    /^(?!team|start|a\/|r\/|a$|r$)/,
  )
  await accessible(page, '/nothing')
  await accessible(page, '/nothing/at/all')
  await accessible(page, await claimAddress())
  reached.add('claim/:token')
})

test('the owner, who manages hiring', async ({ people }) => {
  const page = await people.enterAs('Mirela Hoxha')
  await through(page, plain, /^team(?!\/grading)/)

  const email = `vesa-${Date.now().toString(36)}@example.com`
  await page.goto('/team/staff')
  await page.getByLabel(sq('staff.name'), { exact: true }).fill('Vesa Hajdari')
  await page.getByLabel(sq('staff.email'), { exact: true }).fill(email)
  await page.getByRole('button', { name: sq('staff.invite'), exact: true }).click()
  const invited = await mailFor(page, email, /Lumo Hosting/)
  await through(await people.guest(), [new URL(invited.link).pathname], /^welcome/)
})

test('a grader and a shift lead', async ({ people }) => {
  const grader = await people.enterAs('Viktor Sablin')
  await through(grader, plain, /^team\/grading/)
  await accessible(grader, '/team')
  const lead = await people.enterAs('Agim Berisha')
  await through(lead, plain, /^team\/newcomers/)
  await accessible(lead, '/team')
})

test('a grader who is told that an answer was an anchor', async ({ people }) => {
  const { grader, told } = await inDatabase((db) => toldGrader(db, { now: new Date() }))
  const page = await people.enterAs(grader.name)
  await accessible(page, '/team/grading/calibration')
  await page.locator(`a[href$="/told/${told}"]`).click()
  await expect(page.locator('.feedback .band')).toHaveCount(3)
  await accessible(page, page.url())
  reached.add('team/grading/calibration/told/:id')
})

test('a newcomer, in the middle of a case and after it', async ({ people }) => {
  const page = await people.enterAs('Gent Molla')
  await through(page, plain, /^start/)
  await page.goto('/start/practice')
  await page.getByRole('main').getByRole('button').click()
  await page.waitForURL('**/start/practice/reply')
  await through(page, ['/start/practice/reply', '/start/practice/text'], /^start/)
  await page.goto('/start/practice/text')
  await page.getByRole('textbox').first().fill('Good morning. I see your payout and will write by noon.')
  await page.locator('button[value=finish]').click()
  await page.waitForURL('**/start/practice/levels')
  await through(page, ['/start/practice/levels'], /^start/)
  await page.goto('/start/practice/levels')
  for (const criterion of await page.getByRole('group').all())
    await criterion.locator('input[value="4"]').check()
  await page.getByRole('main').getByRole('button').click()
  await page.waitForURL('**/start/practice/feedback')
})

test('candidates at every stage, and a referee', async ({ people }) => {
  const stranger = await people.guest()
  const { request } = stranger.context()
  const all = await letters(request)
  const doors = [
    'apply.mails.received.subject',
    'attempt.mails.invited.subject',
    'attempt.mails.submitted.subject',
    'references.mails.asked.subject',
    'interviews.mails.invited.subject',
    'decisions.mails.offered.subject',
    'status.mails.withdrawn.subject',
    'references.mails.reminder.subject',
  ] as const
  for (const key of doors) {
    const link = await doorIn(request, all, key)
    if (!link) continue
    const page = await people.guest()
    tried.add(patternOf(new URL(link).pathname))
    await page.goto(link)
    await accessible(page, new URL(page.url()).pathname)
    const own = page.url().endsWith('/r')
      ? ['/r', '/r/done']
      : plain.filter((address) => /^\/a(\/|$)/.test(address))
    await through(page, own, /^[ar](\/|$)/)
  }
})

test('a review that a candidate asks for, and what its reader sees', async ({ people }) => {
  const page = await people.guest()
  const { request } = page.context()
  await page.goto(`${await doorIn(request, await letters(request), 'decisions.mails.offered.subject')}`)
  await page.goto('/a/review')
  await page.getByRole('textbox').fill('Please read my answer to the third question again.')
  await page.getByRole('main').getByRole('button').click()
  await expect(page.getByText('Please read my answer')).toBeVisible()
  await accessible(page, '/a/review')
  const manager = await people.enterAs('Mirela Hoxha')
  await manager.goto('/team/reviews')
  const asked = await manager.locator('a[href^="/team/reviews/"]').first().getAttribute('href')
  await accessible(manager, `${asked}`)
  reached.add('team/reviews/:request')
})

test('an assignment that is under way, and the keys that come by mail', async ({ browser, people }) => {
  const run = Date.now().toString(36)
  const email = `agnesa-${run}@example.com`
  const candidate = { name: 'Agnesa Rama', email, locale: 'sq' } as const
  const graders = ['Tomasz Wrona', 'Viktor Sablin']
  const page = await begun(browser, { title: 'Mbështetje për të gjithë', graders, candidate })
  const first = new URL(page.url()).pathname
  await through(
    page,
    [first, first.replace('assignment', 'answers'), '/a/assignment/finish'],
    /^a\/assignment/,
  )
  await page.goto(first)
  for (const _ of ['reply', 'writing']) {
    await onward(page)
    await accessible(page, page.url())
  }
  await writePrompts(page, ['Një', 'Dy', 'Tri'])

  const device = await people.guest({ locale: 'sq-AL' })
  const received = sq('apply.mails.received.subject', { vacancy: '' }).trim()
  await device.goto((await mailFor(device, email, received)).link)
  await device.goto('/a/enter')
  await device.getByRole('button', { name: sq('attempt.entry.ask') }).click()
  const key = await mailFor(device, email, sq('attempt.mails.key.subject'))
  await through(device, [new URL(key.link).pathname], /^a\/enter/)
  await onward(page)
  await handIn(page)
  await accessible(page, page.url())
  await page.context().close()

  await device.goto('/sign-in')
  await device.getByLabel(sq('shared.signIn.email')).fill('tomasz@lumo.example.com')
  await device.getByRole('button', { name: sq('shared.signIn.sendKey') }).click()
  const signIn = await mailFor(device, 'tomasz@lumo.example.com', en('staff.mails.key.subject'))
  await through(device, [new URL(signIn.link).pathname], /^sign-in/)
})

/**
 * What no walk leads to: some acts are not offered on the sample team's pages or are a script's alone; a brought page is
 * looked at in its own journey.
 */
const elsewhere = [
  'a/answers/:answer/desk',
  'a/answers/:answer/handbook',
  'a/references/:request/release',
  'start/agreement/clauses/:clause',
  'team/applications/:id/references/:request/verify',
  'team/scenarios/page/:id',
  'team/scenarios/page/:id/save',
  'team/staff/:user/open',
  'team/suspicions/:id',
]

test('no page of app/routes.ts was left out', () => {
  const known = patterns.map(({ pattern }) => pattern)
  const unseen = known.filter((pattern) => !reached.has(pattern) && !tried.has(pattern))
  // What other journeys leave behind may lead to one of those elsewhere: that is no fault.
  expect(unseen.filter((pattern) => !elsewhere.includes(pattern))).toEqual([])
  expect(elsewhere.filter((pattern) => !known.includes(pattern))).toEqual([])
})
