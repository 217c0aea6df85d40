import type { BrowserContextOptions, Page } from '@playwright/test'
import { onward } from './support/assignment.ts'
import { begun } from './support/attempt.ts'
import { awake, expect, test } from './support/people.ts'

const elsewhere = 'Ky tekst u shkrua diku tjetër, në shënimet e mia, dhe u ngjit këtu. '.repeat(6).trim()
let device: { storageState: BrowserContextOptions['storageState']; answer: string }

test.beforeAll(async ({ browser }) => {
  const page = await begun(browser, {
    title: 'Mbështetje me shënime',
    graders: ['Viktor Sablin', 'Tomasz Wrona'],
    candidate: { name: 'Liridona Gashi', email: 'liridona@example.com', locale: 'sq' },
  })
  await onward(page)
  await onward(page)
  device = { storageState: await page.context().storageState(), answer: page.url() }
  await page.context().close()
})

const field = (page: Page) => page.getByRole('main').getByRole('textbox').first()

interface Told {
  kind: string
  chars?: number
  seconds?: number
}

/** What the page has told the server so far; a batch that goes again under its name is one. */
function told(page: Page) {
  const batches = new Map<string, Told[]>()
  page.on('request', (request) => {
    if (new URL(request.url()).pathname !== '/a/assignment/signs') return
    const { batch, signs } = request.postDataJSON()
    batches.set(batch, signs)
  })
  return () => [...batches.values()].flat()
}

test('pasting from elsewhere and leaving the window are noted by length and time; one’s own words moved are not', async ({
  people,
}) => {
  const page = await people.guest(device)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.clock.install()
  const signs = told(page)
  await page.goto(device.answer)
  await awake(page)
  await expect(field(page)).toBeEditable()

  await field(page).pressSequentially('Përshëndetje. ')
  await page.evaluate((text) => navigator.clipboard.writeText(text), elsewhere)
  await field(page).press('Control+V')
  await expect(field(page)).toHaveValue(`Përshëndetje. ${elsewhere}`)
  // Cut and put back: nothing came from elsewhere.
  await field(page).press('Control+A')
  await field(page).press('Control+X')
  await field(page).press('Control+V')
  await expect(field(page)).toHaveValue(`Përshëndetje. ${elsewhere}`)

  await page.evaluate(() => {
    document.hasFocus = () => false
    window.dispatchEvent(new Event('blur'))
  })
  await page.clock.runFor(100)
  await page.clock.fastForward(40_000)
  await page.evaluate(() => {
    document.hasFocus = () => true
    window.dispatchEvent(new Event('focus'))
  })
  // A beat goes out when the one before it has been answered.
  const kinds = async () => {
    await page.clock.fastForward(16_000)
    return signs()
      .map(({ kind }) => kind)
      .sort()
  }
  await expect.poll(kinds).toEqual(['first-key', 'left', 'paste', 'typed'])
  expect(signs().find(({ kind }) => kind === 'paste')?.chars).toBe(elsewhere.length)
  expect(signs().find(({ kind }) => kind === 'typed')?.chars).toBe('Përshëndetje. '.length)
  expect(signs().find(({ kind }) => kind === 'left')?.seconds).toBeGreaterThanOrEqual(40)
  expect(JSON.stringify(signs())).not.toContain('shënimet')
})
