import type { Page } from '@playwright/test'
import { type Locale, locales, publicPath } from '#app/domain/locale.ts'
import { begun } from './support/attempt.ts'
import { seriousOn } from './support/axe.ts'
import { doorIn, letters } from './support/doors.ts'
import { expect, type People, test } from './support/people.ts'

/** By day everything, by night what colours can spoil, in one language after the other. */
async function inEach(page: Page, address: string | ((locale: Locale) => string)): Promise<void> {
  for (const locale of locales) {
    const here = typeof address === 'string' ? address : address(locale)
    await page.context().addCookies([{ name: 'locale', value: locale, url: new URL('/', page.url()).href }])
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.goto(here)
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    expect(await seriousOn(page), `${here} ${locale}`).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    expect(
      await seriousOn(page, ['color-contrast', 'link-in-text-block']),
      `${here} ${locale}, dark`,
    ).toEqual([])
  }
}

async function through(people: People, key: Parameters<typeof doorIn>[2]): Promise<Page> {
  const page = await people.guest()
  const { request } = page.context()
  await page.goto((await doorIn(request, await letters(request), key)) ?? '/nobody-got-such-a-mail')
  return page
}

test('vacancies, one of them, and its form', async ({ people }) => {
  const page = await people.guest()
  await page.goto('/jobs')
  const one = await page.locator('main h2 a').first().getAttribute('href')
  await inEach(page, (locale) => publicPath(locale, '/jobs'))
  await inEach(page, (locale) => publicPath(locale, `${one}`))
  await inEach(page, (locale) => publicPath(locale, `${one}/apply`))
})

test("a candidate's page, the introduction, a part of the assignment", async ({ browser, people }) => {
  const page = await through(people, 'attempt.mails.invited.subject')
  await inEach(page, '/a')
  await inEach(page, '/a/assignment')
  const email = `dardan-${Date.now().toString(36)}@example.com`
  const candidate = { name: 'Dardan Gashi', email, locale: 'sq' } as const
  const busy = await begun(browser, {
    title: 'Mbështetje në tri gjuhë',
    graders: ['Tomasz Wrona', 'Viktor Sablin'],
    candidate,
  })
  await inEach(busy, busy.url())
  await busy.context().close()
})

test('today, a vacancy with its candidates, a profile, the grading desk', async ({ people }) => {
  const manager = await people.enterAs('Mirela Hoxha')
  await inEach(manager, '/team')
  await manager.goto('/team/people?stage=hired')
  const hired = await manager.locator('a[href^="/team/applications/"]').first().getAttribute('href')
  await inEach(manager, `${hired}/profile`)
  await manager.goto(`${hired}`)
  const vacancy = await manager.locator('.crumb a[href^="/team/vacancies/"]').getAttribute('href')
  await inEach(manager, `${vacancy}`)
  const grader = await people.enterAs('Viktor Sablin')
  await grader.goto('/team/grading')
  const answer = await grader.locator('a[href^="/team/grading/"]').first().getAttribute('href')
  await inEach(grader, `${answer}`)
})

test("a referee's form and a newcomer's plan", async ({ people }) => {
  await inEach(await through(people, 'references.mails.reminder.subject'), '/r')
  await inEach(await people.enterAs('Gent Molla'), '/start')
})
