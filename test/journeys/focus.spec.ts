import type { Route } from '@playwright/test'
import { begun, type Device, deviceOf } from './support/attempt.ts'
import { awake, expect, test } from './support/people.ts'
import { words } from './support/words.ts'

const t = words.sq
let device: Device

test.beforeAll(async ({ browser }) => {
  const page = await begun(browser, {
    title: 'Mbështetje me tastierë',
    assignment: 'short',
    graders: [],
    candidate: { name: 'Drita Leka', email: 'drita@example.com', locale: 'sq' },
  })
  device = await deviceOf(page, t)
})

for (const [asleep, held, shell] of [
  ['the instrument of a part', '**/assets/Inbox-*.js', true],
  ['the whole page', '**/assets/entry.client-*.js', false],
] as const)
  test(`whoever skips to the content while ${asleep} is still asleep is there when it wakes`, async ({
    people,
  }) => {
    const page = await people.guest(device)
    const waiting: Route[] = []
    await page.route(held, (route) => void waiting.push(route), { times: 1 })
    await page.goto(device.parts[1] ?? '', { waitUntil: 'commit' })
    const skip = page.getByRole('link', { name: t('ui.skip') })
    await skip.focus()
    if (shell) await awake(page, 'body > :first-child')
    await page.keyboard.press('Enter')
    await expect.poll(() => waiting.length).toBeGreaterThan(0)
    await Promise.all(waiting.map((route) => route.continue()))
    await awake(page)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  })

test('whoever asks for more time until no more is given stays at the clock', async ({ people }) => {
  const page = await people.guest(device)
  await page.goto(device.parts[0] ?? '')
  // The clock wakes together with the instrument beside it, not before.
  await awake(page)
  const more = page.locator('form[action="/a/assignment/time"]').getByRole('button')
  await more.focus()
  for (let press = 1; press <= 10; press++) {
    await page.keyboard.press('Enter')
    await expect(page.locator('input[name=after]')).toHaveCount(press < 10 ? 1 : 0)
    if (press < 10) {
      await expect(page.locator('input[name=after]')).toHaveValue(String(press))
      await expect(more).not.toHaveAttribute('aria-busy')
    }
  }
  await expect(page.getByRole('button', { name: t('ui.timer.hide') })).toBeFocused()
})

test('when the time is over, whoever stood at what is closed now is led on', async ({ people }) => {
  const page = await people.guest(device)
  await page.clock.install()
  await page.goto(device.parts[2] ?? '')
  await awake(page)
  const open = page.getByRole('button', { name: t('attempt.inbox.before.open') })
  await expect(open).toBeEnabled()
  await open.focus()
  await page.clock.fastForward('03:00:00')
  await expect(page.getByRole('alert').getByRole('link', { name: t('attempt.whatNext') })).toBeFocused()
})
