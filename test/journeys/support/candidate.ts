import { expect, type Page } from '@playwright/test'
import { type Locale, publicPath } from '#app/domain/locale.ts'
import { fromHome } from './database.ts'
import { mailFor } from './mail.ts'
import type { Vacancy } from './vacancy.ts'
import { words } from './words.ts'

export interface Candidate {
  name: string
  email: string
  locale: Locale
}

/** Finds the vacancy among all and opens its form, as somebody does who was told of it. */
export async function openForm(page: Page, vacancy: Vacancy, locale: Locale): Promise<void> {
  await page.goto(publicPath(locale, '/jobs'))
  await page.getByRole('link', { name: vacancy.title }).click()
  await page
    .getByRole('link', { name: words[locale]('jobs.apply.button') })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: vacancy.title, level: 1 })).toBeVisible()
}

export async function fillForm(page: Page, { name, email, locale }: Candidate): Promise<void> {
  const t = words[locale]
  await page.getByLabel(t('apply.name'), { exact: true }).fill(name)
  await page.getByLabel(t('apply.email'), { exact: true }).fill(email)
  await page.getByRole('combobox').first().selectOption('native')
  const days = page.getByRole('group', { name: t('apply.hours.days') }).first()
  for (const day of [1, 2, 4] as const)
    await days.getByLabel(t(`domain.weekdays.${day}.short`), { exact: true }).check()
  await page.getByLabel(t('apply.why.label')).fill(`${name}: 2 + 2 = <b>4</b>\nE dua këtë punë.`)
  await page.getByLabel(t('apply.notice.read')).check()
}

/** Applies and follows the link of the mail to the page of one's own application. */
export async function apply(page: Page, vacancy: Vacancy, candidate: Candidate): Promise<void> {
  const t = words[candidate.locale]
  await fromHome()
  await openForm(page, vacancy, candidate.locale)
  await fillForm(page, candidate)
  await page.getByRole('button', { name: t('apply.submit') }).click()
  await expect(page.getByRole('heading', { name: t('apply.applied.title') })).toBeVisible()
  const mail = await mailFor(
    page,
    candidate.email,
    t('apply.mails.received.subject', { vacancy: vacancy.title }),
  )
  await page.goto(mail.link)
  await expect(page.getByRole('heading', { name: t('status.reading.title') })).toBeVisible()
}
