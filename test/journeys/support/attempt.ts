import type { Browser, Page } from '@playwright/test'
import { startAssignment } from './assignment.ts'
import { apply, type Candidate } from './candidate.ts'
import { enterAs } from './people.ts'
import { inviteGraders, inviteToAssignment, openApplication, publishVacancy } from './vacancy.ts'

/** Somebody whose assignment has just begun, brought there by the pages themselves, at its first part. */
export async function begun(
  browser: Browser,
  input: { title: string; assignment?: string; graders: readonly string[]; candidate: Candidate },
): Promise<Page> {
  const manager = await browser.newPage()
  await enterAs(manager, 'Mirela Hoxha')
  const vacancy = await publishVacancy(manager, input.title, input.assignment)
  await inviteGraders(manager, vacancy, input.graders)
  const page = await (await browser.newContext()).newPage()
  await apply(page, vacancy, input.candidate)
  const application = await openApplication(manager, vacancy, input.candidate.name)
  await inviteToAssignment(manager, application, input.candidate.name)
  await manager.context().close()
  await page.reload()
  await startAssignment(page)
  return page
}
