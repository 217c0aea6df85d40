import type { Page } from '@playwright/test'
import { fillForm, openForm } from './support/candidate.ts'
import { countMails, mailFor } from './support/mail.ts'
import { awake, enterAs, expect, test } from './support/people.ts'
import { publishVacancy, type Vacancy } from './support/vacancy.ts'
import { words } from './support/words.ts'

const phone = { viewport: { width: 360, height: 740 } }
const why = 'Sepse <b>“më pëlqen”</b> & e di pse.\nRreshti i dytë.'
let vacancy: Vacancy

test.beforeAll(async ({ browser }) => {
  const manager = await browser.newPage()
  await enterAs(manager, 'Mirela Hoxha')
  vacancy = await publishVacancy(manager, 'Mbështetje me email')
  await manager.close()
})

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })

test('somebody without JavaScript applies on a phone, mends an error and changes the language on the way', async ({
  people,
}) => {
  const page = await people.guest({ ...phone, javaScriptEnabled: false })
  const [sq, ru] = [words.sq, words.ru]
  people.expecting(/422/)
  await openForm(page, vacancy, 'sq')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await field(page, sq('apply.name')).fill('Луљета Ibrahimi')
  await page.getByLabel(sq('apply.why.label')).fill(why)
  await page.getByRole('button', { name: sq('apply.submit') }).click()
  const summary = page.getByRole('alert')
  await expect(summary.getByRole('link', { name: sq('apply.issues.email') })).toBeVisible()
  await expect(field(page, sq('apply.name'))).toHaveValue('Луљета Ibrahimi')
  await expect(page.getByLabel(sq('apply.why.label'))).toHaveValue(why)

  await page
    .getByRole('navigation', { name: sq('ui.language') })
    .getByRole('button', { name: 'Русский' })
    .click()
  await expect(page.getByRole('heading', { name: ru('apply.why.title') })).toBeVisible()
  await expect(field(page, ru('apply.name'))).toHaveValue('Луљета Ibrahimi')
  await expect(page.getByLabel(ru('apply.why.label'))).toHaveValue(why)

  await fillForm(page, { name: 'Lulëta Ibrahimi', email: 'luleta@example.com', locale: 'ru' })
  await page.getByRole('button', { name: ru('apply.submit') }).click()
  await expect(page.getByRole('heading', { name: ru('apply.applied.title') })).toBeVisible()
  const mail = await mailFor(
    page,
    'luleta@example.com',
    ru('apply.mails.received.subject', { vacancy: vacancy.title }),
  )
  await page.goto(mail.link)
  await expect(page.getByRole('heading', { name: ru('status.reading.title') })).toBeVisible()
})

test('a file that only calls itself a PDF is refused in words, and pressing twice sends once', async ({
  people,
}) => {
  const page = await people.guest(phone)
  const [sq, en] = [words.sq, words.en]
  const person = { name: 'Besnik Deda', email: 'besnik@example.com', locale: 'en' } as const
  people.expecting(/415/)
  await openForm(page, vacancy, 'sq')
  await awake(page)
  await page.getByRole('button', { name: sq('apply.submit') }).click()
  await expect(page.getByRole('alert').getByRole('link', { name: sq('apply.issues.name') })).toBeVisible()
  await page.getByLabel(sq('apply.why.label')).fill(why)
  await page
    .getByRole('navigation', { name: sq('ui.language') })
    .getByRole('button', { name: 'English' })
    .click()
  await expect(page.getByRole('heading', { name: en('apply.why.title') })).toBeVisible()
  await expect(page.getByLabel(en('apply.why.label'))).toHaveValue(why)

  await fillForm(page, person)
  const file = page.getByLabel(en('apply.resume.label'))
  await file.setInputFiles({
    name: 'cv.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<script>1</script>'),
  })
  await page.getByRole('button', { name: en('apply.submit') }).click()
  await expect(
    page.getByRole('alert').getByRole('link', { name: en('apply.issues.file-type') }),
  ).toBeVisible()
  await expect(field(page, en('apply.name'))).toHaveValue(person.name)

  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
  await file.setInputFiles({ name: 'cv.pdf', mimeType: 'application/pdf', buffer: pdf })
  await page.getByRole('button', { name: en('apply.submit') }).dblclick()
  await expect(page.getByRole('heading', { name: en('apply.applied.title') })).toBeVisible()
  await mailFor(page, person.email, en('apply.mails.received.subject', { vacancy: vacancy.title }))

  // Sent once more on purpose it is told so by mail, and by then a mail of the second press would have come too.
  await openForm(page, vacancy, 'en')
  await fillForm(page, person)
  await page.getByRole('button', { name: en('apply.submit') }).click()
  await expect(page.getByRole('heading', { name: en('apply.applied.title') })).toBeVisible()
  await mailFor(page, person.email, en('apply.mails.again.subject', { vacancy: vacancy.title }))
  expect(await countMails(page, person.email)).toBe(2)
})
