import { expect, type Page } from '@playwright/test'

export interface Mail {
  text: string
  /** The address that stands alone on its line. */
  link: string
  calendar: string
}

/** Waits for a mail to this address in the list of outgoing mails and opens it, in another tab of this browser. */
export async function mailFor(page: Page, address: string, subject: string | RegExp): Promise<Mail> {
  const inbox = await page.context().newPage()
  const mail = inbox
    .getByRole('row')
    .filter({ hasText: address })
    .getByRole('link', { name: subject })
    .first()
  await expect(async () => {
    await inbox.goto('/dev/mail')
    await expect(mail).toBeVisible({ timeout: 100 })
  }).toPass({ timeout: 30_000, intervals: [250] })
  await mail.click()
  const article = inbox.getByRole('article')
  await expect(article).toBeVisible()
  const text = await article.innerText()
  // The page is drawn whole: what is not there now will not come.
  const links = article.getByRole('link')
  const link = (await links.count()) > 0 ? ((await links.first().getAttribute('href')) ?? '') : ''
  const invitation = article.locator('.mail-calendar')
  const calendar = (await invitation.count()) > 0 ? ((await invitation.textContent()) ?? '') : ''
  await inbox.close()
  return { text, link, calendar }
}

/** How many mails to this address are in the list: its newest fifty. */
export async function countMails(page: Page, address: string): Promise<number> {
  const inbox = await page.context().newPage()
  await inbox.goto('/dev/mail')
  const count = await inbox.getByRole('row').filter({ hasText: address }).count()
  await inbox.close()
  return count
}
