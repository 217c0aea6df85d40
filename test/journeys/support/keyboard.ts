import { expect, type Locator, type Page } from '@playwright/test'

/** What has the focus, and what is wrong with how it is shown; the page itself has it between the last stop and the first. */
function stopAt(target: Element) {
  const stop = document.activeElement
  if (stop === null || stop === document.body) return { there: false, wrong: '' }
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(stop)
  // Where the focus was led and Tab never goes: a page's content, a line that says what was done.
  const led = stop instanceof HTMLElement && stop.tabIndex < 0
  const seen = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
  // A pin on the page under review is drawn: there it is the mark itself that is lit.
  const drawn = stop instanceof SVGElement
  const { top, bottom, left, right } = stop.getBoundingClientRect()
  const inView = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth && bottom > top
  const wrong = led ? '' : !(seen || drawn) ? 'no sign of focus' : inView ? '' : 'out of view'
  return { there: stop === target, wrong: wrong && `${wrong}: ${stop.outerHTML.slice(0, 200)}` }
}

type Way = 'Tab' | 'Shift+Tab'

/** On with Tab, or back, until this has the focus; every stop on the way must be seen. */
export async function tabTo(page: Page, target: Locator, by: Way = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 200; presses++) {
    const { there, wrong } = await target.evaluate(stopAt)
    if (wrong) throw new Error(wrong)
    if (there) return
    await page.keyboard.press(by)
  }
  throw new Error(`${by} does not lead to ${target}`)
}

/** Where the focus went after an act: anywhere but nowhere. */
export const focusKept = (page: Page, after: string) =>
  expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'BODY'), {
      message: `the focus after: ${after}`,
    })
    .not.toBe('BODY')

/** Leads to something and presses it; whatever the press takes away, the focus stays in the page. */
export async function press(page: Page, target: Locator, key = 'Enter', by?: Way): Promise<void> {
  const name = `${key} on ${target}`
  await tabTo(page, target, by)
  await page.keyboard.press(key)
  await focusKept(page, name)
}

/** Leads to a field and types into it. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.type(text)
  await expect(target).toHaveValue(text)
}

/** Leads to what goes to another page, and goes there. */
export async function goBy(page: Page, target: Locator, by?: Way): Promise<void> {
  const address = page.url()
  await tabTo(page, target, by)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.href !== address)
}

/** The same without a load: the new page's content has the focus. */
export async function follow(page: Page, target: Locator, by?: Way): Promise<void> {
  const address = page.url()
  await goBy(page, target, by)
  await focusKept(page, `the way from ${address}`)
}
