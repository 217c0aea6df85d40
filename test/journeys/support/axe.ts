import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds serious on the page as it stands, one line each; foreign pages under review are not ours to mend. */
export async function seriousOn(page: Page, rules?: readonly string[]): Promise<string[]> {
  // In one call: frames of another origin, for which axe would open a tab of its own each time, are not looked into.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .exclude('iframe')
  const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(tags)).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
    )
}

/** By day everything; by night only what colours can spoil. */
export async function accessible(page: Page, address: string): Promise<void> {
  await page.goto(address)
  expect(await seriousOn(page), address).toEqual([])
}
