import { expect, type Page } from '@playwright/test'
import { relations } from '#app/domain/references.ts'
import { words } from './words.ts'

/** The candidate names somebody who reads Russian, and lets the request go. */
export async function nameReferee(page: Page, referee: { name: string; email: string }): Promise<void> {
  const t = words.sq
  await page.getByLabel(t('references.own.name'), { exact: true }).fill(referee.name)
  await page.getByLabel(t('references.own.email'), { exact: true }).fill(referee.email)
  await page.getByRole('radio', { name: t('references.relation.manager') }).check()
  await page.getByLabel(t('references.own.company')).fill('Studio Drita')
  await page.getByRole('combobox').selectOption('ru')
  await page.getByLabel(t('references.own.permission', { organisation: 'Lumo Hosting' })).check()
  await page.getByRole('button', { name: t('references.own.act') }).click()
  await page.getByRole('button', { name: t('references.own.release', { name: referee.name }) }).click()
  await expect(page.getByRole('button', { name: t('references.own.withdraw') })).toBeVisible()
}

/** Four minutes on a phone, without JavaScript. */
export async function giveReference(page: Page, text: string): Promise<void> {
  const t = words.ru
  await page.locator(`input[name=relation][value=${relations[0]}]`).check()
  await page.getByLabel(t('references.form.months')).fill('26')
  await page.getByRole('radio', { name: t('references.closeness.weekly') }).check()
  await page.getByRole('radio', { name: t('references.observed.yes') }).check()
  for (const scale of await page.locator('fieldset.scale').all())
    await scale.getByRole('radio', { name: t('references.form.rating', { level: 6 }) }).check({ force: true })
  const [most, least] = [page.locator('input[name=most]').first(), page.locator('input[name=least]').last()]
  await most.check()
  await least.check()
  await page.getByRole('radio', { name: t('references.again.gladly') }).check()
  await page.getByLabel(t('references.form.text')).fill(text)
  await page.getByRole('button', { name: t('references.form.send') }).click()
  await expect(page.getByRole('heading', { name: t('references.done.received.title') })).toBeVisible()
}
