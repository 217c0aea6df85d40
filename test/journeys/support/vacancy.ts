import { expect, type Page } from '@playwright/test'
import type { Locale } from '#app/domain/locale.ts'
import { awake } from './people.ts'
import { words } from './words.ts'

const t = words.sq

export interface Vacancy {
  id: string
  title: string
}

/**
 * The hiring manager's page, in Albanian: a draft from the template, what it lacks filled in, previewed, published. The
 * title is never used twice, so that a mail about it is known by its subject.
 */
export async function publishVacancy(
  manager: Page,
  name: string,
  { assignment, work }: { assignment?: string; work?: Locale } = {},
): Promise<Vacancy> {
  const title = `${name} ${Date.now().toString(36)}`
  await manager.goto('/team/vacancies')
  await manager
    .getByRole('link', { name: t('vacancies.new') })
    .first()
    .click()
  await manager.getByRole('radio', { name: t('templates.evening.name') }).check()
  if (work !== undefined) await manager.locator(`input[name=jobLocale][value=${work}]`).check()
  await manager.getByRole('button', { name: t('vacancies.start.create') }).click()
  await manager.waitForURL('**/edit')

  const titles = manager.getByLabel(t('vacancies.form.name'), { exact: true })
  await expect(titles).toHaveCount(3)
  for (const one of await titles.all()) await one.fill(title)
  await manager.getByLabel(t('vacancies.form.payMin'), { exact: true }).fill('900')
  await manager.getByLabel(t('vacancies.form.payMax'), { exact: true }).fill('1200')
  if (assignment !== undefined)
    await manager.getByLabel(t('vacancies.form.assignment'), { exact: true }).selectOption(assignment)
  const preview = manager.getByRole('button', { name: t('vacancies.form.saveAndPreview') })
  await preview.click()
  await manager.waitForURL('**/preview')
  const check = manager.getByRole('complementary', { name: t('vacancies.preview.check') })
  await check.getByRole('link', { name: t('vacancies.missing.countries') }).click()
  await manager
    .getByRole('group', { name: t('vacancies.form.countries') })
    .getByRole('checkbox')
    .first()
    .check()
  await preview.click()
  await manager.waitForURL('**/preview')
  await expect(check.getByText(t('vacancies.preview.complete'))).toBeVisible()
  await expect(manager.getByRole('main').getByRole('heading', { name: title, level: 1 })).toBeVisible()
  await check.getByRole('button', { name: t('vacancies.preview.publish') }).click()
  await manager.waitForURL('**/about')
  const id = new URL(manager.url()).pathname.split('/')[3] ?? ''
  return { id, title }
}

export async function inviteGraders(
  manager: Page,
  vacancy: Vacancy,
  names: readonly string[],
): Promise<void> {
  await manager.goto(`/team/vacancies/${vacancy.id}/graders`)
  for (const name of names) {
    const row = manager.getByRole('row').filter({ hasText: name })
    const invite = row.getByRole('button', { name: t('grading.graders.invite') })
    await invite.click()
    await expect(invite).toBeHidden()
  }
}

/** Opens the application of this person from the list, and answers its address. */
export async function openApplication(manager: Page, vacancy: Vacancy, name: string): Promise<string> {
  await manager.goto(`/team/vacancies/${vacancy.id}`)
  await manager.getByRole('link', { name }).click()
  await expect(manager.getByRole('heading', { name, level: 1 })).toBeVisible()
  return new URL(manager.url()).pathname
}

export async function inviteToAssignment(manager: Page, application: string, name: string): Promise<void> {
  await manager.goto(application)
  await awake(manager, '.ways-out button')
  await manager.getByRole('button', { name: t('pipeline.acts.to.assignment') }).click()
  await expect(manager.getByText(t('pipeline.toast.invite', { name }))).toBeVisible()
}

/** Moves the application by the button that says what comes next, and confirms where to. */
export async function moveOn(
  manager: Page,
  application: string,
  to: 'references' | 'interview' | 'decision',
): Promise<void> {
  await manager.goto(application)
  await awake(manager, '.ways-out button')
  const way = { name: t(`pipeline.acts.to.${to}`), exact: true }
  await manager.getByRole('main').getByRole('button', way).first().click()
  await manager.getByRole('dialog').getByRole('button', way).click()
  await expect(manager.locator('.page-head .who')).toContainText(t(`ui.stage.${to}`))
}
