import type { Page } from '@playwright/test'
import { saved } from './support/assignment.ts'
import { invited } from './support/attempt.ts'
import { focusKept, follow, goBy, press, tabTo, typeInto } from './support/keyboard.ts'
import { awake, expect, test } from './support/people.ts'
import { words } from './support/words.ts'

const t = words.sq

const main = (page: Page) => page.getByRole('main')
const heading = (page: Page, name: string) => expect(page.getByRole('heading', { name })).toBeVisible()
const button = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name, exact: true })

async function onward(page: Page, key?: 'Shift+Tab'): Promise<void> {
  const nav = page.getByRole('navigation', { name: t('attempt.part.nav') })
  await follow(page, nav.getByRole('link').last(), key)
  await awake(page)
}

const log = (page: Page) => page.getByRole('log')
const composer = (page: Page) => page.locator('.composer')
const reply = (page: Page) => composer(page).getByRole('textbox').first()
const sent = async (page: Page) => {
  await expect(page.getByText(t('attempt.inbox.underway'))).toHaveCount(0)
  await focusKept(page, 'what was sent')
}

async function open(page: Page): Promise<void> {
  await press(page, button(page, t('attempt.inbox.before.open')))
  await expect(log(page)).toBeFocused()
}

async function send(page: Page, text: string): Promise<void> {
  await typeInto(page, reply(page), text)
  await page.keyboard.press('Control+Enter')
  await expect(log(page).getByText(text)).toHaveCount(1)
  await sent(page)
}

/** The note, the hand-over, the tag or the canned reply: a button of its own beside the field. */
const mode = (page: Page, name: 'note' | 'hand-over' | 'tag' | 'macro') =>
  press(page, composer(page).getByRole('button', { name: t(`attempt.inbox.modes.${name}`) }))

async function choose(page: Page, act: string): Promise<void> {
  await tabTo(page, composer(page).getByRole('radio').first())
  await page.keyboard.press('Space')
  await press(page, composer(page).getByRole('button', { name: act, exact: true }))
  await sent(page)
}

async function finding(page: Page, part: number, texts: readonly string[]): Promise<void> {
  const row = page.locator('.part-list > li').nth(part - 1)
  await press(page, row.getByRole('button', { name: t('attempt.review.add') }), 'Enter', 'Shift+Tab')
  for (const [at, text] of texts.entries()) {
    const field = page.getByLabel(t(`attempt.review.${(['wrong', 'why', 'fix'] as const)[at] ?? 'fix'}`), {
      exact: true,
    })
    // A new finding is there to be written: nobody has to look for its first field.
    if (at === 0) await expect(field).toBeFocused()
    await typeInto(page, field, text)
  }
}

test('the whole standard form without a pointer: both sittings, every instrument, handed in', async ({
  browser,
  people,
}) => {
  test.setTimeout(240_000)
  const first = await invited(browser, {
    title: 'Mbështetje pa mi',
    assignment: 'standard',
    graders: [],
    candidate: { name: 'Drita Hysa', email: 'drita@example.com', locale: 'sq' },
  })
  const device = { storageState: await first.context().storageState() }
  await first.context().close()
  const page = await people.guest(device)
  await page.goto('/a')

  await goBy(page, page.getByRole('link', { name: t('status.assignment.invited.act') }))
  await awake(page)
  await heading(page, t('attempt.intro.read.title'))
  await tabTo(page, page.getByRole('radio', { name: t('attempt.extra.options.none') }))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: t('attempt.extra.options.plus-25') })).toBeChecked()
  await press(page, page.getByRole('checkbox'), 'Space')
  await follow(page, button(page, t('attempt.start')))
  await awake(page)

  await test.step('the page, by the list of its parts', async () => {
    const views = page.getByRole('navigation', { name: t('attempt.review.views') })
    await press(page, views.getByRole('button').nth(1))
    await finding(page, 2, ['Çmimi nuk thuhet.', 'Kush nuk e di, ikën.', 'Një çmim, me TVSH.'])
    await finding(page, 5, ['Butoni është poshtë.', 'Askush nuk e sheh.', 'Lart, pranë çmimit.'])
    const found = page.locator('.findings > li')
    const up = found.nth(1).getByRole('button', { name: t('attempt.review.up', { number: 2 }) })
    await press(page, up, 'Enter', 'Shift+Tab')
    await expect(found.first()).toContainText('Gjetja 1')
    await press(page, button(page, t('attempt.review.remove')))
    await expect(found).toHaveCount(1)
    await press(page, button(page, t('ui.undo')))
    await expect(found).toHaveCount(2)
    await typeInto(page, page.getByLabel(t('attempt.review.test')), 'Dy javë para dhe pas, porositë.')
    await saved(page)
    await onward(page)
  })

  await test.step('the look-ups, cited from the list and from the handbook', async () => {
    const items = page.locator('.lookups > li')
    await typeInto(page, items.nth(0).getByRole('textbox'), 'Më datën 9, nëse është ditë pune.')
    await tabTo(page, items.nth(0).getByRole('combobox'))
    for (const _ of [1, 2]) await page.keyboard.press('ArrowDown')
    await expect(items.nth(0).getByRole('combobox')).not.toHaveValue('')
    await typeInto(page, items.nth(1).getByRole('textbox'), 'Po, brenda tridhjetë ditëve.')
    await tabTo(page, page.getByLabel(t('attempt.handbook.search')), 'Shift+Tab')
    await page.keyboard.type('pages')
    const cite = page.locator('.handbook details[open]').getByRole('button').first()
    await press(page, cite)
    await expect(items.nth(1).getByRole('combobox')).not.toHaveValue('')
    await saved(page)
    await onward(page, 'Shift+Tab')
  })

  await test.step('the writing', async () => {
    const prompts = main(page).getByRole('listitem').getByRole('textbox')
    await expect(prompts).toHaveCount(3)
    for (let at = 0; at < 3; at++)
      await typeInto(page, prompts.nth(at), `Përgjigjja ${at + 1}, me fjalët e mia.`)
    await saved(page)
    await onward(page)
  })

  await test.step('the letter, with the handbook beside it', async () => {
    const views = page.getByRole('navigation', { name: t('attempt.reply.views') })
    await press(page, views.getByRole('button', { name: t('attempt.reply.handbook') }))
    await press(page, page.locator('.handbook summary').first())
    await expect(page.locator('.handbook details').first()).toHaveAttribute('open', '')
    await typeInto(page, page.locator('textarea[name=text]'), 'Mirëdita! Paratë tuaja nuk kanë humbur.')
    await saved(page)
    await onward(page)
  })

  await test.step('the rest between the sittings', async () => {
    await follow(page, button(page, t('attempt.sittings.act', { number: 1 })))
    await heading(page, t('attempt.sittings.restTitle', { number: 1 }))
    await follow(page, button(page, t('attempt.sittings.start', { number: 2 })))
    await awake(page)
  })

  await test.step('an angry partner, to the end', async () => {
    await open(page)
    const over = page.getByText(t('attempt.inbox.over'))
    for (let turn = 0; turn < 12 && !(await over.isVisible()); turn++) {
      if ((await composer(page).getByRole('radio').count()) > 0) await choose(page, t('attempt.inbox.choose'))
      else await send(page, `Po e shoh tani, dhe ju shkruaj sërish (${turn}).`)
    }
    await choose(page, t('attempt.inbox.close'))
    await expect(page.getByText(t('attempt.inbox.allDone'))).toBeVisible()
    await onward(page)
  })

  await test.step('a note, and an article that is wrong', async () => {
    await open(page)
    await mode(page, 'note')
    await page.keyboard.type('Shkruan për herë të tretë.')
    await press(page, button(page, t('attempt.inbox.note.do')))
    await expect(log(page).getByText('Shkruan për herë të tretë.')).toHaveCount(1)
    await sent(page)
    await send(page, 'Mirëdita! Le ta gjejmë bashkë.')
    const article = page.locator('.handbook details').first()
    await press(page, article.locator('summary'))
    await press(page, article.getByRole('button', { name: t('attempt.inbox.report.open') }))
    await page.keyboard.type('Porta nuk është ajo që thuhet.')
    await press(page, article.getByRole('button', { name: t('attempt.inbox.report.do') }))
    await expect(article.getByText(t('attempt.inbox.report.reported'))).toBeVisible()
    await focusKept(page, 'the article that was reported')
    await onward(page)
  })

  await test.step('a friend', async () => {
    await open(page)
    await send(page, 'Gëzohem që shkruan! Numra nuk them.')
    await onward(page, 'Shift+Tab')
  })

  await test.step('a queue: promised, tagged, closed, handed over', async () => {
    await open(page)
    const rows = page.locator('.queue-row[data-thread]')
    await tabTo(page, rows.first(), 'Shift+Tab')
    await page.keyboard.press('ArrowDown')
    await expect(rows.nth(1)).toBeFocused()
    await press(page, rows.nth(1))
    await expect(rows.nth(1)).toHaveAttribute('aria-current', 'true')

    await typeInto(page, reply(page), 'E pashë, ju shkruaj sërish shpejt.')
    const promise = composer(page).getByRole('combobox', { name: t('attempt.inbox.promise.label') })
    await tabTo(page, promise)
    await page.keyboard.press('ArrowDown')
    await expect(promise).not.toHaveValue('')
    await press(page, button(page, /^Dërgo Ctrl/))
    await expect(log(page).getByText(/Premtuat/)).toBeVisible()
    await sent(page)

    await mode(page, 'tag')
    await expect(composer(page).getByRole('listitem').first().getByRole('button')).toBeFocused()
    await press(page, composer(page).getByRole('listitem').first().getByRole('button'))
    await sent(page)
    await press(page, button(page, t('attempt.inbox.back')))

    const outcome = composer(page).getByRole('combobox', { name: t('attempt.inbox.closeAs') })
    await tabTo(page, outcome)
    await page.keyboard.press('ArrowDown')
    await press(page, button(page, t('attempt.inbox.close')))
    await sent(page)
    await heading(page, t('attempt.inbox.queue.closed'))

    await press(page, rows.first())
    await mode(page, 'macro')
    await press(page, composer(page).getByRole('listitem').first().getByRole('button'))
    await expect(reply(page)).toBeFocused()
    await expect(reply(page)).not.toHaveValue('')
    await page.keyboard.press('Control+Enter')
    await sent(page)
    await mode(page, 'hand-over')
    await page.keyboard.press('ArrowDown')
    await typeInto(page, reply(page), 'Kërkon të mbyllë kontratën; ia kam thënë afatin.')
    await press(page, button(page, t('attempt.inbox.handOver.do')))
    await sent(page)
    await onward(page)
  })

  await test.step('somebody who is not the partner, and the end', async () => {
    await open(page)
    await send(page, 'Mirëdita! Së pari e kontrollojmë që jeni ju.')
    await onward(page)
    await follow(page, button(page, t('attempt.finish.act')))
    await heading(page, t('attempt.done.submitted.title'))
    await expect(main(page).getByText(t('attempt.part.empty'))).toHaveCount(0)
  })
})

test('judgements without a pointer: arrows within a column, Tab from one to the next', async ({ people }) => {
  const page = await people.enterAs('Mirela Hoxha')
  await page.goto('/team/scenarios/judgement-a?lang=sq')
  const table = page.locator('table.judge').first()
  const [most, least] = [table.locator('input[name^=most]'), table.locator('input[name^=least]')]
  // On a page of the team the instrument wakes up after the page.
  await expect(most.first()).toBeEnabled()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await tabTo(page, most.first())
  await page.keyboard.press('Space')
  await expect(most.first()).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await expect(most.nth(1)).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(least.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(least.nth(2)).toBeChecked()
  await expect(most.nth(1)).toBeChecked()
  // On its way to the last option the one mark passes the other, which stays where it was.
  await tabTo(page, most.nth(1), 'Shift+Tab')
  for (const _ of [1, 2]) await page.keyboard.press('ArrowDown')
  await expect(most.nth(3)).toBeChecked()
  await expect(least.nth(2)).toBeChecked()

  const rates = page.locator('.rate').first().getByRole('radio')
  await tabTo(page, rates.first())
  for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowRight')
  await expect(rates.nth(3)).toBeChecked()
  await expect(rates.nth(3)).toBeFocused()
})

test('in one column, as at four times the size: what makes way for another column takes the focus along', async ({
  people,
}) => {
  const page = await people.enterAs('Mirela Hoxha', { viewport: { width: 390, height: 800 } })
  await page.goto('/team/scenarios/s09-where-is-it?lang=sq')
  const search = page.getByLabel(t('attempt.handbook.search'))
  const views = page.getByRole('navigation', { name: t('attempt.lookup.views') }).getByRole('button')
  await expect(page.locator('.lookups select').first()).toBeEnabled()
  await press(page, views.first())
  await tabTo(page, search)
  await page.keyboard.type('pages')
  await press(page, page.locator('.handbook details[open]').getByRole('button').first())
  await expect(page.locator('.lookups select').first()).toBeFocused()

  await page.goto('/team/scenarios/s06-short-queue?lang=sq')
  await expect(button(page, t('attempt.inbox.before.open'))).toBeEnabled()
  await open(page)
  await press(
    page,
    page
      .getByRole('navigation', { name: t('attempt.inbox.views') })
      .getByRole('button')
      .first(),
  )
  await press(page, page.locator('.queue-row').nth(2))
  await expect(log(page)).toBeFocused()
})
