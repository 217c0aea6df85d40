import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import { words } from './words.ts'

export { expect }

/** Everybody has a browser of their own. */
export interface People {
  /** Somebody from outside: nobody is signed in. */
  guest(options?: BrowserContextOptions): Promise<Page>
  /** One of the sample team, at their first page. */
  enterAs(name: string, options?: BrowserContextOptions): Promise<Page>
  /** What the browser's console may say in this journey, such as a refused save that is part of the story. */
  expecting(noise: RegExp): void
}

/** The door of the sample team, which is open to everybody on this machine. */
export async function enterAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: words.en('shared.signIn.enterAs', { name }) }).click()
  await page.waitForURL(/\/(team|start)$/)
}

/** Whatever the console says, and whatever the content policy stops, fails the journey. */
export const test = base.extend<{ people: People }>({
  people: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    const said: string[] = []
    const expected: RegExp[] = []
    const guest = async (options: BrowserContextOptions = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
      contexts.push(context)
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()))
          said.push(`${message.type()} at ${message.location().url}: ${message.text()}`)
      })
      context.on('weberror', (fault) => void said.push(`${fault.error().stack}`))
      await context.addInitScript(() =>
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
          console.error(`content policy: ${effectiveDirective} ${blockedURI}`),
        ),
      )
      return context.newPage()
    }
    await use({
      guest,
      async enterAs(name, options) {
        const page = await guest(options)
        await enterAs(page, name)
        return page
      },
      expecting: (noise) => void expected.push(noise),
    })
    await Promise.all(contexts.map((context) => context.close()))
    expect(said.filter((line) => !expected.some((noise) => noise.test(line)))).toEqual([])
  },
})

/**
 * A page may be seen before its script is awake; what is pressed until then would be lost on a desk. An instrument wakes
 * up later than the page around it, so it is what is waited for, unless another place is named.
 */
export async function awake(page: Page, instrument = 'main > *'): Promise<void> {
  await page.waitForFunction((selector) => {
    const place = document.querySelector(selector) ?? document.querySelector('body > :first-child')
    return Object.keys(place ?? {}).some((key) => key.startsWith('__react'))
  }, instrument)
  // React marks a part before it is done with it and hears nothing there meanwhile: done is when nothing is left to do.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)))
}
