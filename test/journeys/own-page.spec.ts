import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { seriousOn } from './support/axe.ts'
import { awake, expect, test } from './support/people.ts'
import { words } from './support/words.ts'

const t = words.en
const saved = (name: string) => resolve('test/journeys/pages', name)

/** What a page must never do, noted wherever it happens in this browser. */
function watched(page: Page): string[] {
  const seen: string[] = []
  page.context().on('dialog', (dialog) => {
    // Our own question before typed words are left; everything else comes from the page.
    if (dialog.type() === 'beforeunload') return void dialog.accept()
    seen.push(`dialog ${dialog.message()}`)
    return void dialog.dismiss()
  })
  page.context().on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (protocol !== 'data:' && host !== new URL(page.url()).host) seen.push(`request ${request.url()}`)
  })
  page.context().on('page', (other) => seen.push(`window ${other.url()}`))
  return seen
}

async function brought(page: Page, file: string): Promise<void> {
  await page.goto('/team/scenarios/page/new')
  await awake(page)
  await page.getByLabel(t('scenarios.ownPage.file')).setInputFiles(saved(file))
  await page.getByRole('radio', { name: 'English' }).check()
  await page.getByRole('button', { name: t('scenarios.ownPage.bring') }).click()
  await page.waitForURL(/\/team\/scenarios\/page\/[0-9a-f-]{36}$/)
  await awake(page)
}
const part = (page: Page, id: string) => page.frameLocator('.reviewed iframe').locator(`[data-part="${id}"]`)
const plant = t('scenarios.ownPage.plant')
const described = async (page: Page, id: string, fields: readonly string[]) => {
  for (const field of fields) await page.locator(`[name="${field}-${id}"]`).fill(`${field} of ${id}`)
}
const defectFields = ['wrong', 'costs', 'good', 'partly']

test.beforeEach(({ people }) => {
  // Two people at once is part of the story.
  people.expecting(/409 \(Conflict\)/)
})

test('a harmful page is brought in, marked by pointer and by keyboard, and previewed; it runs nothing and asks for nothing', async ({
  people,
}) => {
  test.slow()
  const options = { locale: 'en-GB' }
  const page = await people.enterAs('Mirela Hoxha', options)
  await page.context().addCookies([{ name: 'locale', value: 'en', url: page.url() }])
  const seen = watched(page)
  await brought(page, 'shop.html')
  await expect(part(page, 'p02')).toHaveText('Revolutionary airflow platform')

  // By pointer: a press on the layer over the heading.
  const heading = await part(page, 'p02').boundingBox()
  if (!heading) throw new Error('the heading is not to be seen')
  await page.mouse.click(heading.x + 20, heading.y + heading.height / 2)
  await page
    .getByRole('region', { name: t('scenarios.ownPage.chosen') })
    .getByRole('button', { name: plant })
    .click()
  await described(page, 'D01', defectFields)

  // By keyboard: the list of parts beside the page.
  await page.getByRole('button', { name: /parts as a list/ }).press('Enter')
  const row = (id: string) =>
    page.locator('.part-list li').filter({ has: page.getByText(id, { exact: true }) })
  for (const [index, id] of ['p03', 'p04'].entries()) {
    await row(id).getByRole('button', { name: plant }).press('Enter')
    await described(page, `D0${index + 2}`, defectFields)
  }
  await row('p05')
    .getByRole('button', { name: t('scenarios.ownPage.decoy') })
    .press('Enter')
  await described(page, 'X01', ['looks', 'right', 'claim'])
  await expect(page.getByText(t('scenarios.ownPage.sum', { sum: 6 }))).toBeVisible()
  for (const field of ['title', 'question', 'brief'])
    await page.locator(`[name="${field}-en"]`).fill(`The ${field} of the fan page`)
  await expect(page.getByText(t('scenarios.ownPage.complete'))).toBeVisible()

  // Somebody else saves first: this one is told, and nothing typed is lost.
  const other = await people.enterAs('Mirela Hoxha', options)
  await other.context().addCookies([{ name: 'locale', value: 'en', url: page.url() }])
  await other.goto(page.url())
  await awake(other)
  await other.locator('[name="title-en"]').fill('Theirs')
  const save = (browser: Page) =>
    browser.getByRole('button', { name: t('scenarios.ownPage.save'), exact: true })
  await save(other).click()
  await expect(
    other.getByRole('status').getByText(t('scenarios.ownPage.saved'), { exact: true }),
  ).toBeVisible()
  await save(page).click()
  await expect(page.getByText(t('scenarios.ownPage.stale'))).toBeVisible()
  await expect(page.locator('[name="title-en"]')).toHaveValue('The title of the fan page')
  await page.getByRole('button', { name: t('scenarios.ownPage.mine') }).click()
  await expect(
    page.getByRole('status').getByText(t('scenarios.ownPage.saved'), { exact: true }),
  ).toBeVisible()

  // What was typed and not saved is there again after the page is read anew.
  await page.locator('[name="title-en"]').fill('A better title')
  await page.reload()
  await awake(page)
  await expect(page.getByText(t('scenarios.ownPage.found'))).toBeVisible()
  await expect(page.locator('[name="title-en"]')).toHaveValue('A better title')
  await save(page).click()
  await expect(
    page.getByRole('status').getByText(t('scenarios.ownPage.saved'), { exact: true }),
  ).toBeVisible()

  await page.getByRole('link', { name: t('scenarios.ownPage.preview') }).click()
  await expect(page.getByRole('heading', { name: 'A better title' }).first()).toBeVisible()
  await expect(part(page, 'p02')).toHaveText('Revolutionary airflow platform')
  const html = await page.frameLocator('.reviewed iframe').locator('html').innerHTML()
  expect(html).not.toMatch(/evil|alert|script|D01|X01/)
  await page.goto('/team/scenarios/compose')
  await expect(page.getByText('A better title')).toBeVisible()
  // Long enough for what would refresh, load late or ask for a picture.
  await page.goBack()
  await expect(part(page, 'p02')).toBeVisible()
  expect(seen).toEqual([])
})

test('a page that changes when it is read twice is as quiet', async ({ people }) => {
  const page = await people.enterAs('Mirela Hoxha')
  await page.context().addCookies([{ name: 'locale', value: 'en', url: page.url() }])
  const seen = watched(page)
  await brought(page, 'mutations.html')
  await expect(part(page, 'p01')).toHaveText('Words that change when they are read twice')
  const html = await page.frameLocator('.reviewed iframe').locator('html').innerHTML()
  expect(html.replace(/\$\{alert\('template literal'\)\}/, '')).not.toMatch(
    /evil|alert|onerror|planted|<(?:svg|math|iframe)/,
  )
  expect(new URL(page.url()).pathname).toMatch(/^\/team\/scenarios\/page\//)
  expect(await seriousOn(page)).toEqual([])
  expect(seen).toEqual([])
})
