import type { Locator, Page } from '@playwright/test'
import { tabTo } from './support/assignment.ts'
import { begun, type Device, deviceOf } from './support/attempt.ts'
import { awake, expect, test } from './support/people.ts'
import { words } from './support/words.ts'

const t = words.sq
let device: Device

test.beforeAll(async ({ browser }) => {
  const page = await begun(browser, {
    title: 'Mbështetje me kërkesa',
    assignment: 'short',
    graders: [],
    candidate: { name: 'Besa Gjoni', email: 'besa@example.com', locale: 'sq' },
  })
  device = await deviceOf(page, t)
})

async function opened(page: Page, part: number): Promise<void> {
  await page.goto(device.parts[part] ?? '')
  await awake(page)
  const open = page.getByRole('button', { name: t('attempt.inbox.before.open') })
  if (await open.isVisible()) await open.click()
  await expect(page.getByRole('log')).toBeVisible()
}

const log = (page: Page) => page.getByRole('log').getByRole('article')
const composer = (page: Page) => page.getByRole('log').locator('xpath=ancestor::section').locator('.composer')
const send = (page: Page) =>
  page.getByRole('button', { name: new RegExp(`^${t('attempt.inbox.send')} Ctrl`) })
const over = (page: Page) => page.getByText(t('attempt.inbox.over'))

/** Writes or chooses, whatever is asked for, and waits for what comes of it. */
async function goOn(page: Page, text: string): Promise<void> {
  const before = await log(page).count()
  const choices = composer(page).getByRole('radio')
  if ((await choices.count()) > 0) {
    await choices.first().check()
    await page.getByRole('button', { name: t('attempt.inbox.choose') }).click()
  } else {
    await composer(page).getByRole('textbox').fill(text)
    await send(page).click()
  }
  await expect.poll(() => log(page).count()).toBeGreaterThan(before)
  await expect(page.getByText(t('attempt.inbox.underway'))).toHaveCount(0)
}

test('a chat is worked to its end: what is sent while the network is cut, and the page read again, is said once', async ({
  people,
}) => {
  people.expecting(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/)
  const page = await people.guest(device)
  await opened(page, 1)
  await expect(log(page)).toHaveCount(1)

  // The server hears it, its answer is lost; after that nothing gets through.
  const first = 'Mirëdita, e kuptoj shqetësimin tuaj. Po e shoh tani.'
  const desk = '**/a/answers/*/desk'
  let heard = false
  await page.route(desk, async (route) => {
    const acts = route.request().postDataJSON().want === 'act'
    if (acts && !heard) await route.fetch()
    heard ||= acts
    await route.abort()
  })
  const field = composer(page).getByRole('textbox')
  await field.fill(first)
  await send(page).click()
  await expect(page.getByText(t('attempt.inbox.waitsForConnection')).first()).toBeVisible()
  await expect(field).toHaveValue('')
  await expect(log(page).getByText(first)).toHaveCount(1)

  await page.reload()
  await awake(page)
  await page.unroute(desk)
  await expect(page.getByText(t('attempt.inbox.waitsForConnection'))).toHaveCount(0, { timeout: 30_000 })
  await expect(log(page).getByText(first)).toHaveCount(1)

  for (let step = 0; step < 12 && !(await over(page).isVisible()); step++)
    await goOn(page, 'Pagesa u kthye nga banka; e dërgojmë përsëri dhe ju shkruaj nesër para orës 12.')
  await expect(over(page)).toBeVisible()
  await composer(page).getByRole('radio').first().check()
  await page.getByRole('button', { name: t('attempt.inbox.close') }).click()
  await expect(page.getByText(t('attempt.inbox.allDone'))).toBeVisible()
  await page.reload()
  await expect(log(page).getByText(first)).toHaveCount(1)
  await expect(
    page.getByRole('heading', { name: t('attempt.inbox.queue.closed'), exact: true }),
  ).toBeVisible()
})

const focused = (target: Locator) => expect(target).toBeFocused()

test('a ticket of a queue is answered and closed with keys alone', async ({ people }) => {
  const page = await people.guest(device)
  await opened(page, 2)
  const queue = page.getByRole('navigation', { name: t('attempt.inbox.tabs.list') })
  const rows = queue.locator('.queue-row')
  const waiting = await rows.count()
  expect(waiting).toBeGreaterThan(2)
  await expect(page).toHaveTitle(/^\(\d+\) /)

  await tabTo(page, rows.first())
  await page.keyboard.press('ArrowDown')
  await focused(rows.nth(1))
  const who = (await rows.nth(1).locator('.who').textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'true')

  const field = page.getByRole('textbox', { name: t('attempt.inbox.reply', { who }) })
  await tabTo(page, field)
  const text = 'Mirëdita! E pashë kërkesën tuaj dhe jua shkruaj si vijon.'
  await page.keyboard.type(text)
  const outcome = page.getByRole('combobox', { name: t('attempt.inbox.closeAs') })
  await tabTo(page, outcome)
  await page.keyboard.press('ArrowDown')
  const close = page.getByRole('button', { name: t('attempt.inbox.sendAndClose') })
  await tabTo(page, close)
  await page.keyboard.press('Enter')
  await expect(log(page).getByText(text)).toHaveCount(1)
  await expect(page.getByText(t('attempt.inbox.underway'))).toHaveCount(0)

  // Another one by the chord, from inside the field.
  const other = rows.first()
  await tabTo(page, other)
  await page.keyboard.press('Enter')
  await tabTo(page, composer(page).getByRole('textbox'))
  await page.keyboard.type('Ju shkruaj sërish brenda orës.')
  await page.keyboard.press('Control+Enter')
  await expect(log(page).getByText('Ju shkruaj sërish brenda orës.')).toHaveCount(1)
  await focused(composer(page).getByRole('textbox'))
  await expect(composer(page).getByRole('textbox')).toHaveValue('')
})

test('the handbook of an inbox that was opened before comes when it is turned to, and then stays', async ({
  people,
}) => {
  people.expecting(/ERR_FAILED/)
  const before = await people.guest(device)
  await opened(before, 2)
  await before.close()

  const page = await people.guest(device)
  const handbook = '**/a/answers/*/handbook'
  let asked = 0
  await page.route(handbook, (route) => {
    asked += 1
    return route.abort()
  })
  await opened(page, 2)
  const articles = page.locator('.handbook details')
  expect(asked).toBe(0)
  await articles.first().locator('summary').click()
  await expect(articles.first().getByText(t('attempt.handbook.away'))).toBeVisible()
  await page.unroute(handbook)
  await expect(articles.first().locator('.read')).not.toHaveCount(0)

  await page.route(handbook, (route) => route.abort())
  await page.reload()
  await awake(page)
  await articles.nth(1).locator('summary').click()
  await expect(articles.nth(1).locator('.read')).not.toHaveCount(0)
})
