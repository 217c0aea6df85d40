import { expect, type Page } from '@playwright/test'
import { words } from './words.ts'

const t = words.sq

/** A day that many days ahead, as a date field wants it. */
const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

export async function bookInterview(manager: Page, application: string, place: string): Promise<void> {
  await manager.goto(`${application}/interview`)
  await manager.getByLabel(t('interviews.slot.day'), { exact: true }).fill(ahead(3))
  await manager.getByLabel(t('interviews.slot.time'), { exact: true }).fill('10:30')
  await manager.getByLabel(t('interviews.slot.place'), { exact: true }).fill(place)
  await manager.getByRole('button', { name: t('interviews.slot.act') }).click()
  await expect(manager.getByRole('link', { name: place })).toBeVisible()
}

export async function writeNotes(manager: Page, text: string): Promise<void> {
  await manager.getByLabel(t('interviews.notes.own')).fill(text)
  // A page that is left while it is sending would not have sent.
  const kept = manager.waitForResponse((response) => response.request().method() === 'POST')
  await manager.getByRole('button', { name: t('interviews.notes.act') }).click()
  await kept
  await manager.waitForLoadState('networkidle')
  await manager.reload()
  await expect(manager.getByLabel(t('interviews.notes.own'))).toHaveValue(text)
}

/** Decides with a reason, then makes the offer on the page to which the decision leads. */
export async function decideToOffer(manager: Page, application: string, reason: string): Promise<void> {
  await manager.goto(`${application}/decide`)
  await manager.getByRole('radio', { name: t('decisions.kinds.offer') }).check()
  await manager.getByLabel(t('decisions.page.reasonCode')).selectOption('work-shown')
  await manager.getByLabel(t('decisions.page.reason'), { exact: true }).fill(reason)
  await manager.getByRole('button', { name: t('decisions.page.act') }).click()
  await manager.waitForURL('**/offer')
  await manager.locator('input[name=pay]').fill('1100')
  await manager.getByLabel(t('decisions.offer.answerBy'), { exact: true }).fill(ahead(7))
  await manager.getByRole('button', { name: t('decisions.offer.act') }).click()
  await expect(manager.getByLabel(t('decisions.offer.withdrawReason'))).toBeVisible()
}

/** Signs with the typed name, in small letters and without the ë. */
export async function acceptOffer(page: Page, typed: string): Promise<void> {
  await page.goto('/a')
  await page.getByRole('link', { name: t('status.offer.act') }).click()
  await page.getByLabel(t('decisions.own.name'), { exact: true }).fill(typed)
  await page.getByRole('button', { name: t('decisions.own.acceptAct') }).click()
  await expect(page.getByRole('heading', { name: t('decisions.own.accepted.title') })).toBeVisible()
}
