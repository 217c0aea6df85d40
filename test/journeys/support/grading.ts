import { expect, type Page } from '@playwright/test'
import { awake } from './people.ts'
import type { words } from './words.ts'

type Words = (typeof words)['sq']

const counted = async (page: Page, t: Words) => ({
  criteria: page.getByRole('navigation', { name: t('grading.criteria') }).getByRole('button'),
  findings: await page.locator('.found > li').count(),
})

/** What stands on the desk now. */
export const codeOnDesk = (page: Page) => page.locator('.pane-head h1 .num').innerText()

/** After a lock the next answer, or the list when that was the last one. */
async function nextAfter(page: Page, act: () => Promise<void>): Promise<void> {
  const address = page.url()
  await act()
  await page.waitForURL((url) => url.href !== address)
}

/** Grades the answer on the desk without touching the mouse: levels, a quote, verdicts on what was found, the lock. */
export async function gradeByKeys(page: Page, t: Words, level: 3 | 4): Promise<void> {
  await awake(page)
  const { criteria, findings } = await counted(page, t)
  await page.keyboard.press(']')
  await page.keyboard.press('Space')
  await expect(page.getByRole('region', { name: t('grading.proof') }).getByRole('mark')).toBeVisible()
  for (const criterion of await criteria.all()) {
    await page.keyboard.press(String(level))
    await expect(criterion).toContainText(String(level))
    await page.keyboard.press('Enter')
  }
  for (let finding = 0; finding < findings; finding++) {
    await page.keyboard.press('v')
    await page.keyboard.press('Enter')
  }
}

/** The same with the mouse. */
export async function gradeByMouse(page: Page, t: Words, level: 3 | 4): Promise<void> {
  await awake(page)
  const { criteria, findings } = await counted(page, t)
  for (const criterion of await criteria.all()) {
    await criterion.click()
    await page
      .locator('.rubric label')
      .filter({ hasText: t(`ui.rubric.level${level}`) })
      .click()
    await expect(criterion).toContainText(String(level))
  }
  for (let finding = 0; finding < findings; finding++)
    await page
      .getByRole('group', { name: t('grading.verdictOf', { place: finding + 1 }) })
      .getByRole('button', { name: t('grading.verdict.valid') })
      .click()
  await nextAfter(page, () =>
    page.getByRole('button', { name: new RegExp(`^${t('grading.lock')}|^${t('grading.lockNext')}`) }).click(),
  )
}
