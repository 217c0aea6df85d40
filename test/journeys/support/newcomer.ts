import { expect, type Page } from '@playwright/test'
import { agreementInForce, rulesQuiz } from '#app/domain/house-rules.ts'
import { awake } from './people.ts'
import { words } from './words.ts'

const t = words.sq

/** From the link of the welcome mail to one's plan. */
export async function openAccount(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel(t('owner.fields.password')).fill('një fjali që e mbaj mend vetëm unë')
  await page.getByRole('button', { name: t('owner.welcome.enter') }).click()
  await page.waitForURL('**/start')
}

/** Clause by clause, then one's name. */
export async function signAgreement(page: Page, name: string): Promise<void> {
  await page.goto('/start/agreement')
  for (const clause of agreementInForce.clauses) {
    await page.locator(`form[action$="/clauses/${clause}"]`).getByRole('button').click()
    await expect(page.locator(`form[action$="/clauses/${clause}"]`)).toHaveCount(0)
  }
  await page.getByLabel(t('newcomers.agreement.name')).fill(name)
  await page.getByRole('button', { name: t('newcomers.agreement.button'), exact: true }).click()
  await page.waitForURL('**/start/quiz')
}

/** The first question wrong at first: it is explained and asked again. */
export async function passQuiz(page: Page): Promise<void> {
  const choose = (key: string, option: string) => page.locator(`input[name=${key}][value=${option}]`).check()
  for (const [index, { key, right, options }] of rulesQuiz.questions.entries())
    await choose(key, index === 0 ? (options.find((option) => option !== right) ?? '') : right)
  await page.getByRole('button', { name: t('newcomers.quiz.check') }).click()
  await expect(page.locator('.verdict.wrong')).toHaveCount(1)
  await expect(page.locator('.verdict.right')).toHaveCount(4)
  const [first] = rulesQuiz.questions
  await choose(first.key, first.right)
  await page.getByRole('button', { name: t('newcomers.quiz.check') }).click()
  await expect(page.getByText(t('newcomers.quiz.passed'))).toBeVisible()
}

export async function readHandbook(page: Page): Promise<void> {
  await page.getByRole('link', { name: t('newcomers.quiz.toHandbook') }).click()
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await expect(page.getByRole('navigation', { name: t('newcomers.handbook.title') })).toBeVisible()
  await page.goto('/start/handbook')
  await page.getByRole('button', { name: t('newcomers.handbook.read') }).click()
  await expect(page.getByRole('button', { name: t('ui.undo') })).toBeVisible()
}

/** One case: a reply, one's own levels, the reference answer. */
export async function practise(page: Page, reply: string): Promise<void> {
  await page.goto('/start/practice')
  await page.getByRole('button', { name: t('newcomers.practice.begin') }).click()
  await page.waitForURL('**/reply')
  await awake(page)
  const tab = page
    .getByRole('navigation', { name: t('attempt.reply.views') })
    .getByRole('button', { name: t('attempt.reply.tab') })
  if (await tab.isVisible()) await tab.click()
  await page.locator('textarea[name=text]').fill(reply)
  await page.getByRole('button', { name: t('newcomers.practice.finish') }).click()
  await expect(page.getByRole('heading', { name: t('newcomers.levels.title') })).toBeVisible()
  for (const criterion of await page.getByRole('group').all())
    await criterion.getByRole('radio', { name: /^4/ }).check()
  await page.getByRole('button', { name: t('newcomers.levels.submit') }).click()
  await expect(page.getByRole('heading', { name: t('newcomers.feedback.reference') })).toBeVisible()
}
