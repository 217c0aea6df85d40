import type { Page } from '@playwright/test'
import { and, eq, isNull } from 'drizzle-orm'
import { gradingAssignments, sessions } from '#db/schema/index.ts'
import { openRequests } from '#test/world/grading.ts'
import { type OwnDesk, ownDesk } from '#test/world/own-desk.ts'
import { inDatabase } from './support/database.ts'
import { tabsOf, withoutMouse } from './support/grading.ts'
import { focusKept } from './support/keyboard.ts'
import { awake, expect, test } from './support/people.ts'
import { words } from './support/words.ts'

const t = words.en
let desk: OwnDesk & { address: string; id: string }

test.beforeAll(async () => {
  desk = await inDatabase(async (db) => {
    const made = await ownDesk(db, { candidates: 1, now: new Date() })
    const requests = await openRequests(db, made.grader, made.applicationIds[0] ?? '')
    const id = requests.find(({ scenarioKey }) => scenarioKey === 's03-first-fifty')?.id ?? ''
    return { ...made, id, address: `/team/grading/${id}` }
  })
})

const note = (page: Page) => page.getByLabel(t('grading.comment'))
const proof = (page: Page) => page.getByRole('region', { name: t('grading.proof') }).locator('blockquote')
const level = (page: Page) => page.locator('.rubric input:checked')
const saved = (page: Page) => expect(page.locator('.desk-head .saved.saved')).toHaveText(/\d\d[:.]\d\d/)

async function opened(page: Page): Promise<Page> {
  await page.goto(desk.address)
  await awake(page)
  return page
}

async function give(page: Page, one: 1 | 2 | 3 | 4 | 5, said: string): Promise<void> {
  await page.keyboard.press(String(one))
  await page.keyboard.press('c')
  await note(page).fill(said)
  await page.keyboard.press('Escape')
}

/** The desk opens at the first criterion without a level; what was given stands in the first of all. */
const stands = async (page: Page, one: number, said: string, quotes: number) => {
  await tabsOf(page, t).first().press('Enter')
  await expect(note(page)).toHaveValue(said)
  await expect(level(page)).toHaveValue(String(one))
  await expect(proof(page)).toHaveCount(quotes)
}

test('R19: a tab that dies, two tabs and a session that ends lose no level, quote or note of a grader, who finds the desk as it was', async ({
  people,
}) => {
  people.expecting(/ERR_INTERNET_DISCONNECTED|401|409/)
  const first = await people.enterAs(desk.grader.name)
  const context = first.context()
  await withoutMouse(first)
  let page = await opened(first)

  await test.step('the tab dies before anything has reached the server', async () => {
    await context.setOffline(true)
    await page.keyboard.press(']')
    await page.keyboard.press('Space')
    await give(page, 2, 'No day is named.')
    await expect(page.getByText(t('ui.offline')).first()).toBeVisible()
    await Promise.all([page.waitForEvent('crash'), page.goto('chrome://crash').catch(() => undefined)])
    await page.close()
    await context.setOffline(false)
    page = await opened(await context.newPage())
    await stands(page, 2, 'No day is named.', 1)
    await saved(page)
  })

  await test.step('a second tab goes on from there; the first is told, and both versions are in view', async () => {
    const there = await opened(await context.newPage())
    await stands(there, 2, 'No day is named.', 1)
    await give(there, 2, 'A day, and no hour.')
    await saved(there)
    await give(page, 2, 'No day, on a second look.')
    const both = page.getByRole('alert')
    await expect(both).toContainText('A day, and no hour.')
    await expect(both).toContainText('No day, on a second look.')
    await both.getByRole('button', { name: t('grading.conflict.keep') }).focus()
    await page.keyboard.press('Enter')
    await expect(both).toHaveCount(0)
    await focusKept(page, 'one version was chosen')
    await stands(page, 2, 'No day, on a second look.', 1)
    await saved(page)

    await give(there, 3, 'Of the other tab.')
    const other = there.getByRole('alert')
    await other.getByRole('button', { name: t('grading.conflict.take') }).focus()
    await there.keyboard.press('Enter')
    await stands(there, 2, 'No day, on a second look.', 1)
    await there.close()
  })

  await test.step('the session ends in the middle; whoever signs in again goes on where they were', async () => {
    await inDatabase((db) =>
      db
        .update(sessions)
        .set({ revokedAt: new Date() })
        .where(and(eq(sessions.userId, desk.grader.userId), isNull(sessions.revokedAt))),
    )
    await give(page, 5, 'Written after the session had ended.')
    const again = page.getByRole('link', { name: t('grading.signInAgain') })
    await again.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: t('shared.signIn.enterAs', { name: desk.grader.name }) }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${desk.address}`)
    await stands(page, 5, 'Written after the session had ended.', 1)
    await saved(page)
  })

  const [kept] = await inDatabase((db) =>
    db
      .select({ draft: gradingAssignments.draft })
      .from(gradingAssignments)
      .where(eq(gradingAssignments.id, desk.id)),
  )
  const wanted = { dimension: 'A1', level: 5, comment: 'Written after the session had ended.' }
  expect(kept?.draft).toMatchObject({ grades: [{ ...wanted, quotes: [expect.anything()] }] })
})
