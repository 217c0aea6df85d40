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

async function firstVacancy(page: Page): Promise<string> {
  await page.goto('/jobs')
  const vacancy = await page.locator('main a[href^="/jobs/"]').first().getAttribute('href')
  expect(vacancy).toBeTruthy()
  return `${vacancy}`
}

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

  test('a vacancy: 25 kB, no script; its form: 70 kB of fonts', async ({ page, context }) => {
    const vacancy = await firstVacancy(page)
    const reading = await weigh(await context.newPage(), vacancy)
    expect(reading.scripts).toBe(0)
    expect(reading.bytes).toBeLessThanOrEqual(25 * kilobytes)
    const form = await weigh(await context.newPage(), `${vacancy}/apply`)
    expect(form.fonts).toBeLessThanOrEqual(70 * kilobytes)
  })

  test('the form of a vacancy: 150 kB', async ({ page, context }) => {
    test.fail(true, 'Measured 153 kB: three too many. This line goes when they do.')
    const form = await weigh(await context.newPage(), `${await firstVacancy(page)}/apply`)
    expect(form.bytes).toBeLessThanOrEqual(150 * kilobytes)
  })

  test('a staff page: 200 kB', async ({ page }) => {
    await page.goto('/sign-in')
    await page.getByRole('listitem').filter({ hasText: 'Mirela Hoxha' }).getByRole('button').click()
    await page.waitForURL('**/team')
    const { bytes } = await weigh(page, '/team/vacancies')
    expect(bytes).toBeLessThanOrEqual(200 * kilobytes)
  })
})
