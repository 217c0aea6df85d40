import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'

/** First visit, gzip, without fonts: what a page may cost. */
async function weigh(page: Page, address: string) {
  let bytes = 0
  let scripts = 0
  let fonts = 0
  const counted: Promise<void>[] = []
  page.on('response', (response) => {
    counted.push(
      response.body().then(
        (body) => {
          const type = response.request().resourceType()
          if (type === 'font') fonts += body.byteLength
          else bytes += gzipSync(body).byteLength
          if (type === 'script') scripts += 1
        },
        () => undefined,
      ),
    )
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await Promise.all(counted)
  return { bytes, scripts, fonts }
}

/** One of the sample team's own: what other journeys publish meanwhile is not measured here. */
const vacancy = '/jobs/support-specialist-evening-shift'
const languages = ['', '/ru', '/sq']

const kilobytes = 1000
test.describe('the first visit stays within its bytes', () => {
  for (const address of ['/jobs', '/ru/jobs', '/sq/jobs', '/privacy']) {
    test(`${address} only reads: 25 kB, no script`, async ({ page }) => {
      const { bytes, scripts, fonts } = await weigh(page, address)
      expect(scripts).toBe(0)
      expect(bytes).toBeLessThanOrEqual(25 * kilobytes)
      expect(fonts).toBeLessThanOrEqual(135 * kilobytes)
    })
  }

  for (const language of languages) {
    test(`${language}${vacancy} only reads: 25 kB, no script`, async ({ page }) => {
      const { bytes, scripts, fonts } = await weigh(page, language + vacancy)
      expect(scripts).toBe(0)
      expect(bytes).toBeLessThanOrEqual(25 * kilobytes)
      expect(fonts).toBeLessThanOrEqual(135 * kilobytes)
    })

    test(`${language}${vacancy}/apply: 150 kB, one typeface`, async ({ page }) => {
      const { bytes, fonts } = await weigh(page, `${language}${vacancy}/apply`)
      expect(bytes).toBeLessThanOrEqual(150 * kilobytes)
      expect(fonts).toBeLessThanOrEqual(70 * kilobytes)
    })
  }

  test('a staff page: 200 kB', async ({ page }) => {
    await page.goto('/sign-in')
    await page.getByRole('listitem').filter({ hasText: 'Mirela Hoxha' }).getByRole('button').click()
    await page.waitForURL('**/team')
    const { bytes } = await weigh(page, '/team/vacancies')
    expect(bytes).toBeLessThanOrEqual(200 * kilobytes)
  })
})
