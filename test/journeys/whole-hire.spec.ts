import type { Page } from '@playwright/test'
import {
  findByKeyboard,
  findByPointer,
  handIn,
  onward,
  saved,
  startAssignment,
  writePrompts,
  writeReply,
} from './support/assignment.ts'
import { apply } from './support/candidate.ts'
import { acceptOffer, bookInterview, decideToOffer, writeNotes } from './support/decision.ts'
import { gradeAll, gradeByKeys, gradeByMouse } from './support/grading.ts'
import { mailFor } from './support/mail.ts'
import { openAccount, passQuiz, practise, readHandbook, signAgreement } from './support/newcomer.ts'
import { expect, test } from './support/people.ts'
import { giveReference, nameReferee } from './support/references.ts'
import {
  inviteGraders,
  inviteToAssignment,
  moveOn,
  openApplication,
  publishVacancy,
} from './support/vacancy.ts'
import { words } from './support/words.ts'

const { en, ru, sq } = words
const phone = { viewport: { width: 360, height: 740 }, locale: 'sq-AL' }
const run = Date.now().toString(36)
const candidate = { name: 'Ardita Lekë Çela', email: `ardita-${run}@example.com`, locale: 'sq' } as const
const referee = { name: 'Нина Гордеева', email: `nina-${run}@studio.example.com` }
/** A word that stands in all three answers and in nobody else's. */
const word = `fanar-${run}`

async function practiseFirst(page: Page): Promise<void> {
  await page.getByRole('link', { name: sq('status.assignment.invited.act') }).click()
  await page.locator('.part-rows').getByRole('link').last().click()
  await page.getByRole('main').getByRole('textbox').fill('Një pemë.')
  await expect(page.getByText(sq('attempt.practice.works.writing'))).toBeVisible()
  await page.getByRole('link', { name: sq('attempt.practice.back') }).click()
  await page.goto('/a')
}

async function writeAssignment(page: Page): Promise<void> {
  await startAssignment(page)
  const [first, second] = [
    {
      wrong: `Titulli flet për dioda, jo për mëngjesin (${word})`,
      why: 'Ikin para fjalisë së parë.',
      fix: 'Thoni çfarë bën.',
    },
    { wrong: 'Tabela lexohet vetëm nga inxhinierët', why: 'Në telefon mbulon butonin.', fix: 'Tre rreshta.' },
  ]
  await findByPointer(page, 'p03', first)
  await findByKeyboard(page, 8, second)
  await saved(page)
  await expect(page.locator('.findings > li')).toHaveCount(2)
  await onward(page)
  await writeReply(
    page,
    `Mirëdita. E pashë pagesën tuaj (${word}).\nNesër deri në orën 12 ju shkruaj prapë, edhe pa lajme.`,
  )
  await onward(page)
  await writePrompts(page, [
    `Sepse (${word}) dikush pret.`,
    'Ndenja deri në fund me një klient.',
    'Gabova, e thashë, e ndreqa.',
  ])
  await onward(page)
  await handIn(page)
}

test('a vacancy, a hire, a first day: each person in a browser of their own', async ({ people }) => {
  test.setTimeout(240_000)
  const manager = await people.enterAs('Mirela Hoxha')
  const page = await people.guest(phone)
  let application = ''

  const vacancy = await test.step('a manager publishes a vacancy and invites two graders', async () => {
    const made = await publishVacancy(manager, 'Mbështetje në mbrëmje')
    await inviteGraders(manager, made, ['Viktor Sablin', 'Dorina Kelmendi'])
    return made
  })

  await test.step('a candidate applies on a phone and is invited to the assignment', async () => {
    await apply(page, vacancy, candidate)
    application = await openApplication(manager, vacancy, candidate.name)
    await inviteToAssignment(manager, application, candidate.name)
    const subject = sq('attempt.mails.invited.subject', { vacancy: vacancy.title })
    await page.goto((await mailFor(page, candidate.email, subject)).link)
  })

  await test.step('the assignment: a practice, two findings, a reply, three prompts, handed in once', async () => {
    await practiseFirst(page)
    await writeAssignment(page)
    await page.goto('/a')
    await expect(page.getByRole('heading', { name: sq('status.grading.title') })).toBeVisible()
  })

  await test.step('two graders grade every answer, one with the mouse, one by keyboard, both blind', async () => {
    const viktor = await people.enterAs('Viktor Sablin')
    const dorina = await people.enterAs('Dorina Kelmendi')
    const mouse = async (answer: Page) => {
      expect(await answer.content()).not.toMatch(/Ardita|Lekë|ardita-/)
      await gradeByMouse(answer, ru, 4)
    }
    const keys = (answer: Page) => gradeByKeys(answer, sq, 3)
    await gradeAll(viktor, { t: ru, word, answers: 3, grade: mouse })
    await gradeAll(dorina, { t: sq, word, answers: 3, grade: keys })
  })

  await test.step('the profile has bands where there is evidence, and says so where there is not', async () => {
    await expect(async () => {
      await manager.goto(`${application}/profile`)
      await expect(manager.locator('td.t b')).toHaveText(['3,5', '3,5', '3,5', '3,5'], { timeout: 500 })
    }).toPass({ timeout: 40_000 })
    for (const dimension of ['A1', 'A3', 'A4', 'K3'])
      await expect(manager.locator(`#${dimension} .b`)).not.toContainText(sq('ui.notEnough'))
    for (const dimension of ['A2', 'A5', 'A6', 'K1', 'K2', 'K4', 'K5'])
      await expect(manager.locator(`#${dimension} .b`)).toContainText(sq('ui.notEnough'))
  })

  await test.step('references: asked for, named and released by the candidate, given on a phone', async () => {
    await moveOn(manager, application, 'references')
    await manager.goto(`${application}/references`)
    const asked = sq('references.mails.asked.subject', { vacancy: vacancy.title })
    await page.goto((await mailFor(page, candidate.email, asked)).link)
    await page.getByRole('link', { name: sq('status.references.act') }).click()
    await nameReferee(page, referee)
    const nina = await people.guest({ ...phone, locale: 'ru-RU', javaScriptEnabled: false })
    const request = ru('references.mails.request.subject', { candidate: candidate.name })
    await nina.goto((await mailFor(nina, referee.email, request)).link)
    await giveReference(nina, 'Однажды она полдня объясняла одно и то же, и ни разу не вздохнула.')
    await manager.reload()
    await expect(manager.getByText('ни разу не вздохнула')).toBeVisible()
  })

  await test.step('an interview with an entry for the calendar, and notes', async () => {
    await moveOn(manager, application, 'interview')
    await bookInterview(manager, application, 'https://meet.example.com/lumo')
    const invited = await mailFor(page, candidate.email, new RegExp(`^Intervistë.*${vacancy.title}$`))
    expect(invited.calendar).toContain('BEGIN:VCALENDAR')
    expect(invited.calendar).toContain('METHOD:REQUEST')
    await page.goto(invited.link)
    await expect(page.getByRole('main')).toContainText('10:30')
    await writeNotes(manager, 'Fliste për një klient, jo për veten.')
  })

  await test.step('a person decides with a reason, offers, and the candidate signs by name', async () => {
    await moveOn(manager, application, 'decision')
    await decideToOffer(manager, application, 'Nuk e la përgjysm asnjë pyetje dhe e tha kur nuk e dinte.')
    const offered = sq('decisions.mails.offered.subject', { vacancy: vacancy.title })
    await page.goto((await mailFor(page, candidate.email, offered)).link)
    await acceptOffer(page, 'ardita leke cela')
  })

  await test.step('a newcomer: account, agreement, quiz, handbook, practice, readiness, the live queue', async () => {
    const newcomer = await people.guest(phone)
    const welcome = sq('newcomers.mails.welcome.subject', { organisation: 'Lumo Hosting', day: '' })
    const mail = await mailFor(newcomer, candidate.email, welcome.trim())
    await openAccount(newcomer, mail.link)
    await signAgreement(newcomer, candidate.name)
    await passQuiz(newcomer)
    await readHandbook(newcomer)
    await practise(newcomer, 'Mirëdita. E kuptoj që e prisnit pagesën dje. Ja çfarë shoh dhe kur ju shkruaj.')

    const agim = await people.enterAs('Agim Berisha')
    await agim.goto('/team/newcomers')
    await agim.getByRole('link', { name: candidate.name }).click()
    await agim.getByRole('link', { name: en('newcomers.team.confirm') }).click()
    const shift = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)
    await agim.getByLabel(en('newcomers.sign.date')).fill(shift)
    await agim.getByRole('button', { name: en('newcomers.sign.button') }).click()
    await agim.waitForURL(/newcomers\/[0-9a-f-]{36}$/)
    await agim.goto('/team/newcomers')
    const live = agim.locator('tbody').filter({ hasText: en('newcomers.team.standings.live') })
    await expect(live.getByRole('link', { name: candidate.name })).toBeVisible()

    await newcomer.goto('/start')
    await expect(newcomer.getByText(sq('newcomers.hello.done'))).toBeVisible()
    await expect(newcomer.locator('.said')).toContainText('Agim Berisha')
    await expect(newcomer.locator('.plan > li.done')).toHaveCount(5)
  })
})
