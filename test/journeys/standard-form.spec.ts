import type { Page } from '@playwright/test'
import { begun } from './support/attempt.ts'
import { awake, expect, test } from './support/people.ts'
import { words } from './support/words.ts'

const t = words.ru

/** On to what comes next: a part, or the end of the sitting. */
async function onward(page: Page): Promise<void> {
  const address = page.url()
  const nav = page.getByRole('navigation', { name: t('attempt.part.nav') })
  // On a long page the way on may stand twice, above and below; both lead to the same place.
  await nav.getByRole('link').last().click()
  await page.waitForURL((url) => url.href !== address)
  await awake(page)
}

const saved = (page: Page) =>
  expect(page.locator('.attempt-top .saved.saved')).toHaveText(/\d\d[:.]\d\d/, { timeout: 20_000 })

async function write(page: Page, text: string): Promise<void> {
  const field = page.getByRole('main').locator('textarea:not([readonly])').first()
  await field.fill(text)
  await expect(field).toHaveValue(text)
}

const log = (page: Page) => page.getByRole('log').getByRole('article')
const composer = (page: Page) => page.locator('.composer')

async function openInbox(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('attempt.inbox.before.open') }).click()
  await expect(page.getByRole('log')).toBeVisible()
}

async function reply(page: Page, text: string): Promise<void> {
  await composer(page).getByRole('textbox').first().fill(text)
  await page.keyboard.press('Control+Enter')
  await expect(log(page).getByText(text)).toHaveCount(1)
}

test('the standard form in Russian: two sittings, the network cut twice, a tab that crashes, and every word arrives', async ({
  browser,
  people,
}) => {
  test.setTimeout(240_000)
  people.expecting(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|409/)
  const first = await begun(browser, {
    title: 'Поддержка, основная форма',
    assignment: 'standard',
    work: 'ru',
    graders: ['Viktor Sablin', 'Tomasz Wrona'],
    candidate: { name: 'Вера Лужина', email: 'vera@example.com', locale: 'ru' },
  })
  const device = { storageState: await first.context().storageState() }
  const start = first.url()
  await first.context().close()

  let page = await people.guest(device)
  const context = page.context()
  await page.goto(start)
  await awake(page)

  // The page under review, the look-ups, and a part in which the network goes.
  await write(page, 'Сравню долю заказов до и после, по две недели.')
  await saved(page)
  await onward(page)
  await write(page, 'Девятого числа, если это рабочий день.')
  await saved(page)
  await onward(page)
  await context.setOffline(true)
  await write(page, 'Написано без связи: однажды мне трижды сказали «ждите».')
  await expect(page.getByText(t('attempt.offline'))).toBeVisible()
  await context.setOffline(false)
  await saved(page)
  await onward(page)

  // The tab dies in the middle of a sentence.
  const letter = page.url()
  await page
    .locator('textarea[name=text]')
    .pressSequentially('Здравствуйте! Ваши деньги не пропали, и это не мело')
  await expect.poll(() => kept(page)).toBeGreaterThan(0)
  await Promise.all([page.waitForEvent('crash'), page.goto('chrome://crash').catch(() => undefined)])
  await page.close()
  page = await context.newPage()
  await page.goto(letter)
  await awake(page)
  await expect(page.locator('textarea[name=text]')).toHaveValue(/Ваши деньги не пропали/)
  await saved(page)

  // The first sitting ends, and nothing runs until the second begins.
  await onward(page)
  await page.getByRole('button', { name: t('attempt.sittings.act', { number: 1 }) }).click()
  await expect(
    page.getByRole('heading', { name: t('attempt.sittings.restTitle', { number: 1 }) }),
  ).toBeVisible()
  await page.goto(letter)
  await expect(
    page.getByRole('heading', { name: t('attempt.sittings.restTitle', { number: 1 }) }),
  ).toBeVisible()
  await page.getByRole('button', { name: t('attempt.sittings.start', { number: 2 }) }).click()
  await page.waitForURL(/\/a\/assignment\/[0-9a-f-]{36}$/)
  await awake(page)

  // The inbox: what is sent while the network is away is said once, when it is back.
  await openInbox(page)
  await expect(log(page)).toHaveCount(1)
  await context.setOffline(true)
  const said = 'Понимаю, почему вы злитесь: вы ждёте деньги с 14-го. Банк вернул выплату, она у нас.'
  await composer(page).getByRole('textbox').first().fill(said)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(t('attempt.inbox.waitsForConnection')).first()).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(t('attempt.inbox.waitsForConnection'))).toHaveCount(0, { timeout: 30_000 })
  await expect(log(page).getByText(said)).toHaveCount(1)
  await expect.poll(() => log(page).count()).toBe(3)

  for (const text of [
    'Ничего страшного, разберёмся вместе. Что вы сейчас видите на экране?',
    'Рад тебя слышать! Чисел не назову, ты же знаешь правило.',
    'Здравствуйте! Вижу вашу заявку, отвечаю по порядку.',
    'Добрый день! Сначала проверим, что это вы: так мы бережём ваши деньги.',
  ]) {
    await onward(page)
    await openInbox(page)
    await reply(page, text)
  }

  await onward(page)
  await page.getByRole('button', { name: t('attempt.finish.act') }).click()
  await expect(page.getByRole('heading', { name: t('attempt.done.submitted.title') })).toBeVisible()

  // Mirela sees that it is with the graders; every part is written in.
  const mirela = await people.enterAs('Mirela Hoxha')
  await mirela.goto('/team/people?q=%D0%9B%D1%83%D0%B6%D0%B8%D0%BD%D0%B0')
  await mirela.getByRole('link', { name: 'Вера Лужина' }).first().click()
  await expect(mirela.locator('.page-head .who')).toContainText(words.sq('ui.stage.grading'))
})

/** How many texts this device keeps until the server has them. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const names = await indexedDB.databases()
    const open = (name: string) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name)
        asked.onsuccess = () => resolve(asked.result)
        asked.onerror = () => reject(asked.error)
      })
    let count = 0
    for (const { name } of names) {
      const db = await open(name ?? '')
      for (const store of db.objectStoreNames)
        count += await new Promise<number>((resolve) => {
          const asked = db.transaction(store).objectStore(store).count()
          asked.onsuccess = () => resolve(asked.result)
        })
      db.close()
    }
    return count
  })
