import { expect, type Page } from '@playwright/test'
import { type Dimension, type Level, quoteNeeded } from '#app/domain/dimensions.ts'
import { tabTo } from './assignment.ts'
import { awake } from './people.ts'
import type { words } from './words.ts'

type Words = (typeof words)['sq']

/** The criteria on the desk, one button each. */
export const tabsOf = (page: Page, t: Words) =>
  page.getByRole('navigation', { name: t('grading.criteria') }).getByRole('button')
export const findingsOn = (page: Page) => page.locator('.found > li').count()

/** The code of the answer on the desk. */
export const code = (page: Page) => page.locator('.pane-head h1 .num')

/**
 * From here on a mouse would be an error in the console, and so would a key that meets no focus once there was one; that
 * fails the journey. Tab alone may: it comes from beyond the last stop.
 */
export const withoutMouse = (page: Page) =>
  page.context().addInitScript(() => {
    let held = false
    addEventListener('pointerdown', () => console.error('a mouse was used'), true)
    addEventListener(
      'focusin',
      () => {
        held = true
      },
      true,
    )
    addEventListener(
      'keydown',
      ({ key }) => {
        if (held && key !== 'Tab' && document.activeElement === document.body)
          console.error(`${key} met no focus`)
      },
      true,
    )
  })

/** From the list to the first answer that waits, by keyboard. */
export async function openDesk(page: Page, t: Words): Promise<void> {
  await tabTo(page, page.getByRole('link', { name: t('grading.queue.next') }))
  await page.keyboard.press('Enter')
  await expect(code(page)).toBeVisible()
}

/**
 * On with J until an answer with this word in it lies on the desk. A grader cannot know whose an answer is, and neither
 * can a journey.
 */
export async function nextOwn(page: Page, word: string): Promise<void> {
  for (let seen = 0; seen < 150; seen++) {
    if ((await page.locator('.written').innerText()).includes(word)) return
    await moving(page, () => page.keyboard.press('j'))
  }
  throw new Error(`No answer with “${word}” lies on the desk`)
}

/** After this another answer lies on the desk, or the list is there. The address alone changes a moment earlier. */
export async function moving(page: Page, act: () => Promise<void>): Promise<void> {
  const code = () => document.querySelector('.pane-head h1 .num')?.textContent
  const before = await page.evaluate(code)
  await act()
  await page.waitForFunction(
    (old) => document.querySelector('.pane-head h1 .num')?.textContent !== old,
    before,
  )
}

/**
 * Grades the answer on the desk without touching the mouse: a quote, levels, a verdict on each finding, the lock. Some
 * criteria may get another level, with the quote that it needs.
 */
export async function gradeByKeys(
  page: Page,
  t: Words,
  level: 3 | 4,
  but: Partial<Record<Dimension, Level>> = {},
): Promise<void> {
  const [criteria, findings] = [tabsOf(page, t), await findingsOn(page)]
  await page.keyboard.press(']')
  await page.keyboard.press('Space')
  await expect(page.getByRole('region', { name: t('grading.proof') }).locator('mark')).toBeVisible()
  for (const [place, criterion] of (await criteria.all()).entries()) {
    const name = await criterion.innerText()
    const own = Object.entries(but).find(([dimension]) => name.includes(dimension))?.[1] ?? level
    // The first has its quote already.
    if (place > 0 && quoteNeeded(own)) await page.keyboard.press('Space')
    await page.keyboard.press(String(own))
    await expect(criterion).toContainText(String(own))
    await page.keyboard.press('Enter')
  }
  for (let finding = 0; finding < findings; finding++) {
    await page.keyboard.press('v')
    await page.keyboard.press('Enter')
  }
}

/** The same with the mouse. */
export async function gradeByMouse(page: Page, t: Words, level: 3 | 4): Promise<void> {
  const [criteria, findings] = [tabsOf(page, t), await findingsOn(page)]
  for (const criterion of await criteria.all()) {
    await criterion.click()
    const anchor = page.locator('.rubric label').filter({ hasText: t(`ui.rubric.level${level}`) })
    await anchor.click()
    await expect(criterion).toContainText(String(level))
  }
  for (let finding = 0; finding < findings; finding++)
    await page
      .getByRole('group', { name: t('grading.verdictOf', { place: finding + 1 }) })
      .getByRole('button', { name: t('grading.verdict.valid') })
      .click()
  const lock = new RegExp(`^(${t('grading.lock')}|${t('grading.lockNext')})`)
  await page.getByRole('button', { name: lock }).click()
}

/** From the list through all answers that wait: those with this word in them are graded, the others left as they are. */
export async function gradeAll(
  page: Page,
  input: { t: Words; word: string; answers: number; grade: (answer: Page) => Promise<void> },
): Promise<void> {
  const { t, word, answers, grade } = input
  await page.goto('/team/grading')
  await awake(page)
  const next = page.getByRole('link', { name: t('grading.queue.next') })
  await next.focus()
  await moving(page, () => page.keyboard.press('Enter'))
  for (let graded = 0; graded < answers; graded++) {
    await expect(page.getByRole('navigation', { name: t('grading.criteria') })).toBeVisible()
    await nextOwn(page, word)
    await moving(page, () => grade(page))
  }
}
