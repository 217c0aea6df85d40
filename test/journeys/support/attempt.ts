import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import type { Locale } from '#app/domain/locale.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { startAssignment } from './assignment.ts'
import { apply, type Candidate } from './candidate.ts'
import { enterAs } from './people.ts'
import {
  inviteGraders,
  inviteToAssignment,
  openApplication,
  publishVacancy,
  type Vacancy,
} from './vacancy.ts'
import { words } from './words.ts'

interface Invitation {
  title: string
  assignment?: string
  /** The language of the work; Albanian where nothing is said. */
  work?: Locale
  graders: readonly string[]
  candidate: Candidate
}

interface Invited {
  page: Page
  vacancy: Vacancy
  /** The address of the application among the team's pages. */
  application: string
}

/** Somebody who has applied and was invited to the assignment, at the page of their application. */
export const invited = async (browser: Browser, input: Invitation): Promise<Page> =>
  (await invitedTo(browser, input)).page

/** The same, with what a manager goes on with. */
export async function invitedTo(browser: Browser, input: Invitation): Promise<Invited> {
  const manager = await browser.newPage()
  await enterAs(manager, 'Mirela Hoxha')
  const vacancy = await publishVacancy(manager, input.title, {
    assignment: input.assignment,
    work: input.work,
  })
  await inviteGraders(manager, vacancy, input.graders)
  const page = await (await browser.newContext()).newPage()
  await apply(page, vacancy, input.candidate)
  const application = await openApplication(manager, vacancy, input.candidate.name)
  await inviteToAssignment(manager, application, input.candidate.name)
  await manager.context().close()
  await page.reload()
  return { page, vacancy, application }
}

/** Somebody whose assignment has just begun, brought there by the pages themselves, at its first part. */
export async function begun(browser: Browser, input: Invitation): Promise<Page> {
  const page = await invited(browser, input)
  await startAssignment(page, words[input.candidate.locale])
  return page
}

export interface Device {
  storageState: Awaited<ReturnType<BrowserContext['storageState']>>
  /** The addresses of the sitting's parts; the first is where one begins. */
  parts: string[]
}

/** The device of somebody who is at the first part, to go on with in other windows; theirs is closed. */
export async function deviceOf(page: Page, t: Translate): Promise<Device> {
  const links = page.getByRole('list', { name: t('ui.parts.title') }).getByRole('link')
  await expect(links.first()).toBeVisible()
  const others = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
  const parts = [page.url(), ...others]
  const storageState = await page.context().storageState()
  await page.context().close()
  return { storageState, parts }
}
