import type { Page } from '@playwright/test'
import {
  findByPointer,
  handIn,
  onward,
  saved,
  tabTo,
  writePrompts,
  writeReply,
} from './support/assignment.ts'
import { begun } from './support/attempt.ts'
import { code, gradeByKeys, moving, nextOwn, openDesk, withoutMouse } from './support/grading.ts'
import { expect, test } from './support/people.ts'
import { words } from './support/words.ts'

const t = words.en
const run = Date.now().toString(36)
const word = `dritare-${run}`

test.beforeAll(async ({ browser }) => {
  const page = await begun(browser, {
    title: 'Mbështetje me tastierë',
    graders: ['Tomasz Wrona', 'Viktor Sablin'],
    candidate: { name: 'Gjergj Nika', email: `gjergj-${run}@example.com`, locale: 'sq' },
  })
  await findByPointer(page, 'p03', {
    wrong: `Titulli (${word}) flet për dioda.`,
    why: 'Ikin.',
    fix: 'Thoni çfarë bën.',
  })
  await saved(page)
  await onward(page)
  await writeReply(page, `Mirëdita (${word}). E pashë pagesën. Nesër ju shkruaj prapë.`)
  await onward(page)
  await writePrompts(page, [`Sepse (${word}) dikush pret.`, 'E zgjidha.', 'Mësova.'])
  await onward(page)
  await handIn(page)
  await page.context().close()
})

const level = (page: Page) => page.locator('.rubric input:checked')

test('a grader locks three answers by keyboard alone, takes one lock back, and writes without setting off keys', async ({
  people,
}) => {
  const page = await people.enterAs('Tomasz Wrona')
  await withoutMouse(page)
  await page.goto('/team')
  const rail = page.getByRole('navigation').first()
  await tabTo(page, rail.getByRole('link', { name: t('shared.nav.grading') }))
  await page.keyboard.press('Enter')
  await openDesk(page, t)

  await nextOwn(page, word)
  const first = await code(page).innerText()
  await page.keyboard.press('c')
  const note = page.getByLabel(t('grading.comment'))
  await expect(note).toBeFocused()
  await page.keyboard.type('1 and 5: as z, j, k and ? are only letters here')
  await expect(note).toHaveValue('1 and 5: as z, j, k and ? are only letters here')
  await expect(code(page)).toHaveText(first)
  await expect(level(page)).toHaveCount(0)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(note).not.toBeFocused()

  await moving(page, () => gradeByKeys(page, t, 3))
  const toast = page.getByText(t('grading.lockedToast', { code: first }))
  await expect(toast).toBeVisible()
  await page.keyboard.press('z')
  await expect(code(page)).toHaveText(first)
  await expect(level(page)).toHaveValue('3')
  await expect(note).toHaveValue('1 and 5: as z, j, k and ? are only letters here')
  await moving(page, () => page.keyboard.press('Enter'))
  await expect(toast).toBeVisible()

  for (const place of [2, 3]) {
    await nextOwn(page, word)
    const locked = await code(page).innerText()
    await moving(page, () => gradeByKeys(page, t, 4))
    await expect(page.getByText(t('grading.lockedToast', { code: locked })), `answer ${place}`).toBeVisible()
  }
})
