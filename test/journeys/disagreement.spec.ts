import type { Locator, Page } from '@playwright/test'
import type { Level } from '#app/domain/dimensions.ts'
import { handIn, onward, startAssignment, writePrompts, writeReply } from './support/assignment.ts'
import { invitedTo } from './support/attempt.ts'
import { gradeAll, gradeByKeys } from './support/grading.ts'
import { expect, test } from './support/people.ts'
import { inviteGraders } from './support/vacancy.ts'
import { words } from './support/words.ts'

const { en, ru, sq } = words
const run = Date.now().toString(36)
const word = `ura-${run}`
const disputed = `Mirëdita (${word}). E pashë pagesën tuaj. Nesër ju shkruaj prapë.`
const reason = 'There is a day and a way back, and no more than that.'

/** What a lock brings ten seconds later. */
const later = (look: () => Promise<void>) => expect(look).toPass({ timeout: 60_000, intervals: [300] })

/** One drawing holds the beads of a level, each from a move of the pen. */
const beadsIn = async (drawings: Locator) => {
  const moves = await drawings.evaluateAll((all) => all.map((one) => one.getAttribute('d')).join(''))
  return moves.split('M').length - 1
}

/** Fours, but for ownership in the reply. */
const graded = (t: typeof en, a3: Level) => async (page: Page) => {
  const reply = (await page.locator('.written').innerText()).includes(disputed)
  await gradeByKeys(page, t, 4, reply ? { A3: a3 } : {})
}

test('two graders disagree, a third grades blind, a lead has the last word, and the profile says whose it is', async ({
  browser,
  people,
}) => {
  test.setTimeout(240_000)
  const { page, vacancy, application } = await invitedTo(browser, {
    title: 'Mbështetje me mospërputhje',
    graders: ['Viktor Sablin', 'Tomasz Wrona'],
    candidate: { name: 'Zana Mulliqi', email: `zana-${run}@example.com`, locale: 'sq' },
  })
  await startAssignment(page)
  await onward(page)
  await writeReply(page, disputed)
  await onward(page)
  await writePrompts(page, [`Sepse (${word}) dikush pret.`, 'E zgjidha.', 'Mësova.'])
  await onward(page)
  await handIn(page)
  await page.context().close()
  const list = `/team/vacancies/${vacancy.id}/disagreements`
  const manager = await people.enterAs('Mirela Hoxha')
  // Asked only now, so that the first two are the others.
  await inviteGraders(manager, vacancy, ['Dorina Kelmendi'])

  await test.step('two graders give one answer levels that lie three apart', async () => {
    const [viktor, tomasz] = await Promise.all([
      people.enterAs('Viktor Sablin'),
      people.enterAs('Tomasz Wrona'),
    ])
    await Promise.all([
      gradeAll(viktor, { t: ru, word, answers: 2, grade: graded(ru, 1) }),
      gradeAll(tomasz, { t: en, word, answers: 2, grade: graded(en, 4) }),
    ])
  })

  await test.step('the disagreement appears without a grade, and lies on the desk of a third', async () => {
    await later(async () => {
      await manager.goto(`${list}?state=awaited`)
      await expect(manager.locator('.disputed tbody tr')).toHaveCount(1, { timeout: 300 })
    })
    await expect(manager.locator('.disputed tbody tr')).toContainText(sq('agreement.list.hidden'))
    await expect(manager.locator('.levels-given')).toBeEmpty()
    const dorina = await people.enterAs('Dorina Kelmendi')
    const blind = async (answer: Page) => {
      expect(await answer.content()).not.toMatch(/Zana|Mulliqi|zana-|Viktor|Tomasz/)
      await graded(sq, 4)(answer)
    }
    await gradeAll(dorina, { t: sq, word, answers: 1, grade: blind })
  })

  await test.step('a lead gives the last word with a reason; what was given stays', async () => {
    const lead = await people.enterAs('Agim Berisha')
    const way = lead.getByRole('link', { name: en('agreement.list.moderate') })
    await later(async () => {
      await lead.goto(`${list}?state=moderate`)
      await expect(way).toBeVisible({ timeout: 300 })
    })
    await way.click()
    const criterion = lead.locator('#A3')
    await expect(criterion.locator('.grade b')).toHaveText(['1', '4', '4'])
    await expect(lead.getByRole('main')).not.toContainText('Zana')
    await criterion.locator('input[name=level][value="3"]').check({ force: true })
    await criterion.getByLabel(en('agreement.moderation.reason'), { exact: true }).fill(reason)
    await criterion.getByRole('button', { name: en('agreement.moderation.give') }).click()
    await expect(criterion.locator('.given-word')).toContainText(reason)
    await expect(criterion.locator('.grade b')).toHaveText(['1', '4', '4'])
  })

  await test.step('the profile draws what was settled, says by whom and why, and leads to the answer', async () => {
    await manager.goto(`${application}/profile?see=A3`)
    const row = manager.locator('#A3')
    await expect.poll(() => beadsIn(row.locator('.bead'))).toBe(6)
    expect(await beadsIn(row.locator('.bead.last'))).toBe(1)
    // On a phone too, where a cell of the table without a figure is left out.
    const wide = manager.viewportSize() ?? { width: 1280, height: 720 }
    await manager.setViewportSize({ width: 390, height: 844 })
    await expect(row.locator('.band .t')).not.toHaveCSS('display', 'none')
    await manager.setViewportSize(wide)
    await expect(row.locator('.say')).toContainText(sq('profile.lastWord.mark', { value: 3 }))
    const settled = manager.locator('#A3-evidence .settled-grade')
    await expect(settled).toContainText('Agim Berisha')
    await expect(settled).toContainText(reason)
    await settled.getByRole('link', { name: sq('profile.lastWord.open') }).click()
    await expect(manager.locator('#A3 .grade b')).toHaveText(['1', '4', '4'])
  })
})
