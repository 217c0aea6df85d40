import { expect, test } from './support/people.ts'
import { words } from './support/words.ts'

const t = words.en

test('on a phone the list of people and that of a vacancy show everybody’s stage without scrolling sideways', async ({
  people,
}) => {
  const page = await people.enterAs('Mirela Hoxha', { viewport: { width: 360, height: 800 } })
  const shown = async () => {
    const list = page.locator('.scroll:has(.pipeline)')
    await expect(list).toBeVisible()
    expect(await list.evaluate((strip) => strip.scrollWidth - strip.clientWidth)).toBe(0)
    for (const stage of await list.locator('tbody .stage').all()) {
      const box = await stage.boundingBox()
      expect((box?.x ?? 360) + (box?.width ?? 360)).toBeLessThanOrEqual(360)
    }
    expect(await list.locator('tbody .stage').count()).toBeGreaterThan(0)
  }
  await page.goto('/team/people')
  await shown()
  await page.locator('.pipeline th a.label').first().click()
  await page.waitForURL(/\/team\/vacancies\/[0-9a-f-]{36}/)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(t('pipeline.people.title'))
  await shown()
})
