import { expect, type Page } from '@playwright/test'
import { words } from './words.ts'

const t = words.sq
type Words = (typeof words)['sq']

/** By keyboard: on with Tab until this has the focus. */
export async function tabTo(page: Page, target: ReturnType<Page['locator']>): Promise<void> {
  await expect(target).toBeAttached()
  for (let presses = 0; presses < 150; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${target}`)
}

/** Every letter that was typed is with the server. */
export const saved = (page: Page) =>
  expect(page.locator('.attempt-top .saved.saved')).toHaveText(/\d\d[:.]\d\d/, { timeout: 20_000 })

/** From the page of one's application to the first part: what is said beforehand is read, the clock is started. */
export async function startAssignment(page: Page, t: Words = words.sq): Promise<void> {
  await page.getByRole('link', { name: t('status.assignment.invited.act') }).click()
  await expect(page.getByRole('heading', { name: t('attempt.intro.read.title') })).toBeVisible()
  await page.getByRole('button', { name: t('attempt.start') }).click()
  await page.waitForURL(/\/a\/assignment\/[0-9a-f-]{36}$/)
}

export interface Told {
  wrong: string
  why: string
  fix: string
}

/** Presses a part in the page under review and writes down what is wrong with it. */
export async function findByPointer(page: Page, part: string, told: Told): Promise<void> {
  await page
    .getByRole('navigation', { name: t('attempt.review.views') })
    .getByRole('button')
    .first()
    .click()
  const place = page.frameLocator('iframe').locator(`[data-part=${part}]`)
  await place.scrollIntoViewIfNeeded()
  const box = await place.boundingBox()
  if (!box) throw new Error(`There is no ${part} in the page`)
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  for (const field of ['wrong', 'why', 'fix'] as const)
    await page.getByLabel(t(`attempt.review.${field}`), { exact: true }).fill(told[field])
}

/** The same without a pointer: the part is chosen from the list, and the fields follow each other by Tab. */
export async function findByKeyboard(page: Page, part: number, told: Told): Promise<void> {
  await tabTo(
    page,
    page
      .getByRole('navigation', { name: t('attempt.review.views') })
      .getByRole('button')
      .nth(1),
  )
  await page.keyboard.press('Enter')
  const rows = page.locator('.part-list > li')
  await tabTo(page, rows.nth(part - 1).getByRole('button', { name: t('attempt.review.add') }))
  await page.keyboard.press('Enter')
  for (const field of ['wrong', 'why', 'fix'] as const) {
    await tabTo(page, page.getByLabel(t(`attempt.review.${field}`), { exact: true }))
    await page.keyboard.type(told[field])
  }
}

/** On to the next part, the last of which is handing in. */
export async function onward(page: Page): Promise<void> {
  const address = page.url()
  await page
    .getByRole('navigation', { name: t('attempt.part.nav') })
    .getByRole('link')
    .last()
    .click()
  await page.waitForURL((url) => url.href !== address)
}

export async function writeReply(page: Page, text: string): Promise<void> {
  const tabs = page.getByRole('navigation', { name: t('attempt.reply.views') })
  await tabs.getByRole('button', { name: t('attempt.reply.handbook') }).click()
  await page.getByLabel(t('attempt.handbook.search')).fill('pages')
  const own = tabs.getByRole('button', { name: t('attempt.reply.tab') })
  if (await own.isVisible()) await own.click()
  await page.locator('textarea[name=text]').fill(text)
}

export async function writePrompts(page: Page, texts: readonly string[]): Promise<void> {
  const prompts = page.getByRole('main').getByRole('listitem').getByRole('textbox')
  await expect(prompts).toHaveCount(texts.length)
  for (const [index, text] of texts.entries()) await prompts.nth(index).fill(text)
}

export async function handIn(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: t('attempt.finish.title') })).toBeVisible()
  await page.getByRole('button', { name: t('attempt.finish.act') }).click()
  await expect(page.getByRole('heading', { name: t('attempt.done.submitted.title') })).toBeVisible()
}
