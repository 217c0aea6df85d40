import type { Page } from '@playwright/test'
import { handIn, onward } from './support/assignment.ts'
import { begun } from './support/attempt.ts'
import { code, gradeByKeys, moving, nextOwn, openDesk, withoutMouse } from './support/grading.ts'
import { awake, expect, test } from './support/people.ts'
import { words } from './support/words.ts'

const t = words.sq
const desk = words.en
const run = Date.now().toString(36)
const word = `kërkesa-${run}`

async function replied(page: Page, text: string): Promise<void> {
  await awake(page)
  await page.getByRole('button', { name: t('attempt.inbox.before.open') }).click()
  const log = page.getByRole('log')
  await expect(log).toBeVisible()
  const composer = log.locator('xpath=ancestor::section').locator('.composer')
  await composer.getByRole('textbox').first().fill(text)
  await page.getByRole('button', { name: new RegExp(`^${t('attempt.inbox.send')} Ctrl`) }).click()
  await expect(log.getByText(text)).toHaveCount(1)
  await expect(page.getByText(t('attempt.inbox.underway'))).toHaveCount(0)
}

test.beforeAll(async ({ browser }) => {
  const page = await begun(browser, {
    title: 'Mbështetje me biseda',
    assignment: 'short',
    graders: ['Tomasz Wrona', 'Viktor Sablin'],
    candidate: { name: 'Lule Prendi', email: `lule-${run}@example.com`, locale: 'sq' },
  })
  await onward(page)
  await replied(page, `Mirëdita (${word}). E kuptoj shqetësimin tuaj. Pagesa u kthye nga banka.`)
  await onward(page)
  await replied(page, `Mirëdita (${word}). E pashë kërkesën tuaj.`)
  await onward(page)
  await handIn(page)
  await page.context().close()
})

test('a grader reads a conversation and a queue, hides what customers say, and locks both by keyboard alone', async ({
  people,
}) => {
  const page = await people.enterAs('Tomasz Wrona')
  await withoutMouse(page)
  await page.goto('/team/grading')
  await openDesk(page, desk)

  for (const place of [1, 2]) {
    await nextOwn(page, word)
    const locked = await code(page).innerText()
    const spoken = page.locator('.by-customer .said-by')
    expect(await spoken.count()).toBeGreaterThan(0)
    await expect(page.locator('.covered')).toHaveCount(0)
    await page.keyboard.press('h')
    await expect(page.locator('.covered')).toHaveCount(await spoken.count())
    await expect(page.locator('.by-reply').getByText(word)).toHaveCount(1)

    const threads = page.getByRole('navigation', { name: desk('grading.replay.threads') }).getByRole('button')
    if ((await threads.count()) > 0) {
      await page.keyboard.press('t')
      await expect(threads.nth(1)).toHaveAttribute('aria-current', 'true')
      await page.keyboard.press('d')
      await expect(threads.nth(1)).toHaveClass(/read-already/)
      await expect(threads.nth(2)).toHaveAttribute('aria-current', 'true')
      await page.keyboard.press('Shift+T')
      await page.keyboard.press('Shift+T')
      await expect(threads.first()).toHaveAttribute('aria-current', 'true')
    }
    await page.keyboard.press('h')
    await expect(page.locator('.covered')).toHaveCount(0)
    await moving(page, () => gradeByKeys(page, desk, 3))
    await expect(
      page.getByText(desk('grading.lockedToast', { code: locked })),
      `answer ${place}`,
    ).toBeVisible()
  }
})
