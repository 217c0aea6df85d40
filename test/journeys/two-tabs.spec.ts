import type { BrowserContextOptions, Page } from '@playwright/test'
import { onward, saved } from './support/assignment.ts'
import { begun } from './support/attempt.ts'
import { awake, expect, test } from './support/people.ts'
import { words } from './support/words.ts'

const t = words.sq
let device: { storageState: BrowserContextOptions['storageState']; answer: string }

test.beforeAll(async ({ browser }) => {
  const page = await begun(browser, {
    title: 'Mbështetje me dy skeda',
    graders: ['Viktor Sablin', 'Tomasz Wrona'],
    candidate: { name: 'Teuta Prela', email: 'teuta@example.com', locale: 'sq' },
  })
  await onward(page)
  await onward(page)
  device = { storageState: await page.context().storageState(), answer: page.url() }
  await page.context().close()
})

const prompt = (page: Page) => page.getByRole('main').getByRole('textbox').first()

async function opened(page: Page): Promise<Page> {
  await page.goto(device.answer)
  await awake(page)
  await expect(prompt(page)).toBeEditable()
  return page
}

test('R6: two tabs on one answer: the stale one shows both texts, and the candidate chooses', async ({
  people,
}) => {
  people.expecting(/409/)
  const here = await opened(await people.guest(device))
  const there = await opened(await here.context().newPage())
  await prompt(there).fill('Shkruar atje, dhe më i ri.')
  await saved(there)
  await prompt(here).fill('Shkruar këtu, në skedën e vjetër.')

  const notice = here.getByRole('alert')
  await expect(notice.getByText('Shkruar atje, dhe më i ri.')).toBeVisible()
  await expect(notice.getByText('Shkruar këtu, në skedën e vjetër.')).toBeVisible()
  await notice.getByRole('button', { name: t('attempt.versions.keep.mine') }).click()
  await expect(notice).toBeHidden()
  await saved(here)

  await prompt(there).fill('Nga skeda tjetër.')
  const other = there.getByRole('alert')
  await other.getByRole('button', { name: t('attempt.versions.keep.theirs') }).click()
  await expect(prompt(there)).toHaveValue('Shkruar këtu, në skedën e vjetër.')
  await expect(prompt(await opened(await here.context().newPage()))).toHaveValue(
    'Shkruar këtu, në skedën e vjetër.',
  )
})

test('R7: what is typed without a connection stays on the device, outlives its page and its tab and is sent when the connection is back', async ({
  people,
}) => {
  people.expecting(/ERR_INTERNET_DISCONNECTED/)
  const page = await opened(await people.guest(device))
  const context = page.context()
  await context.setOffline(true)
  await prompt(page).fill('Pa lidhje, por e shkruar.')
  await expect(page.getByText(t('attempt.offline'))).toBeVisible({ timeout: 10_000 })
  await expect(page.getByText(t('ui.offline')).first()).toBeVisible()
  await prompt(page).pressSequentially(' Edhe një fjali')
  await page.reload().catch(() => undefined)
  await context.setOffline(false)
  await opened(page)
  await expect(prompt(page)).toHaveValue('Pa lidhje, por e shkruar. Edhe një fjali')
  await saved(page)
  await expect(page.getByText(t('attempt.offline'))).toBeHidden()
  const again = await opened(await context.newPage())
  await expect(prompt(again)).toHaveValue('Pa lidhje, por e shkruar. Edhe një fjali')

  await context.setOffline(true)
  await prompt(again).fill('E shkruar para se të rrëzohej skeda')
  await expect(again.getByText(t('attempt.offline'))).toBeVisible()
  await Promise.all([again.waitForEvent('crash'), again.goto('chrome://crash').catch(() => undefined)])
  await again.close()
  await context.setOffline(false)
  const risen = await opened(await context.newPage())
  await expect(prompt(risen)).toHaveValue('E shkruar para se të rrëzohej skeda')
  await saved(risen)
})

test('R8: a tab that is closed in the middle of a sentence loses no letter of it', async ({ people }) => {
  // The closing tab's last save and the new tab's first may cross; the server then says so, and the client goes on.
  people.expecting(/409/)
  const page = await opened(await people.guest(device))
  await prompt(page).fill('')
  await prompt(page).pressSequentially('E lashë përgjysm')
  const context = page.context()
  await page.close()
  await expect(prompt(await opened(await context.newPage()))).toHaveValue('E lashë përgjysm')
})

test('what a page had not sent is in the one that takes its place, though the first has not quite gone', async ({
  people,
}) => {
  people.expecting(/ERR_FAILED/)
  const going = await opened(await people.guest(device))
  await going.route('**/a/answers/*', (route) => route.abort())
  await prompt(going).fill('Shkruar pak para se të mbyllej faqja.')
  await expect(going.getByText(t('ui.offline')).first()).toBeVisible()

  const coming = await going.context().newPage()
  await coming.goto(device.answer)
  const waits = () => coming.evaluate(async () => (await navigator.locks.query()).pending?.length ?? 0)
  await expect.poll(waits).toBeGreaterThan(0)
  await going.close()
  await expect(prompt(coming)).toHaveValue('Shkruar pak para se të mbyllej faqja.')
  await saved(coming)
})
