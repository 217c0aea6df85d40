import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { type Level, quoteNeeded } from '#app/domain/dimensions.ts'
import { answers, grades, gradingAssignments } from '#db/schema/index.ts'
import { answersEach, ownDesk } from '#test/world/own-desk.ts'
import { inDatabase } from './support/database.ts'
import { code, findingsOn, moving, openDesk, tabsOf, withoutMouse } from './support/grading.ts'
import { focusKept, tabTo } from './support/keyboard.ts'
import { expect, test } from './support/people.ts'
import { words } from './support/words.ts'

const t = words.en
const many = 30
/** What is keyed, criterion by criterion through all answers; 0 is "not shown". */
const levels = [3, 4, 2, 3, 5, 4, 1, 3, 4, 3, 0, 4, 2] as const
const level = (page: Page) => page.locator('.rubric input:checked')

test(`a grader locks ${many} answers by keyboard alone, takes one lock back, and writes without setting off keys`, async ({
  people,
}, { annotations }) => {
  const candidates = many / answersEach
  const desk = await inDatabase((db) => ownDesk(db, { candidates, now: new Date() }))
  const page = await people.enterAs(desk.grader.name)
  await withoutMouse(page)
  await page.goto('/team')
  const rail = page.getByRole('navigation').first()
  await tabTo(page, rail.getByRole('link', { name: t('shared.nav.grading') }))
  await page.keyboard.press('Enter')
  await openDesk(page, t)

  let presses = 0
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
    presses += keys.length
  }
  /** Level by level, each with its quote where it needs one, and a verdict on each finding; not yet the lock. */
  const grade = async (from: number): Promise<string[]> => {
    const names = await tabsOf(page, t).locator('.num').allInnerTexts()
    const given = names.map((_, at) => levels[(from + at) % levels.length] ?? 3)
    const findings = await findingsOn(page)
    for (const [at, one] of given.entries()) {
      if (at > 0) await press('Enter')
      if (one > 0 && quoteNeeded(one as Level)) await press(']', 'Space')
      await press(String(one))
    }
    for (let finding = 0; finding < findings; finding++) await press('Enter', finding % 2 ? 'w' : 'v')
    const said = given.map((one) => (one === 0 ? t('ui.rubric.ne') : String(one)))
    await expect(tabsOf(page, t).locator('b')).toHaveText(said)
    return names.map((name, at) => `${name} ${given[at]}`)
  }
  const keyed = new Map<string, string[]>()
  const lock = async (from: number): Promise<string> => {
    const here = await code(page).innerText()
    keyed.set(here, await grade(from))
    await moving(page, () => press('Enter'))
    await focusKept(page, `the lock of ${here}`)
    return here
  }
  const locked = (one: string) => page.getByText(t('grading.lockedToast', { code: one }))

  await test.step('the first: a note, the map of keys, words hidden and shown again, a critical incident, and the lock taken back', async () => {
    const note = page.getByLabel(t('grading.comment'))
    const wide = page.viewportSize()
    await page.setViewportSize({ width: 900, height: 800 })
    await expect(note).toBeHidden()
    await press('c')
    await expect(note).toBeFocused()
    await page.keyboard.type('1 and 5: as z, j, k and ? are only letters here')
    await expect(note).toHaveValue('1 and 5: as z, j, k and ? are only letters here')
    await expect(level(page)).toHaveCount(0)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await press('Escape')
    await expect(page.getByRole('region', { name: t('grading.criteria') })).toBeFocused()
    if (wide) await page.setViewportSize(wide)
    await press('c', 'Escape')
    await expect(page.getByRole('main')).toBeFocused()

    await press('?')
    await expect(page.getByRole('dialog')).toContainText(t('grading.keys.incident'))
    await press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('main')).toBeFocused()

    const masked = page.getByRole('main').locator('.masked')
    const already = await masked.count()
    await press(']', 'x')
    await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
    await press('Shift+Control+ArrowRight', 'Enter')
    await expect(masked).not.toHaveCount(already)
    await expect(page.getByText(t('grading.hiding.done'))).toBeVisible()
    await press('z')
    await expect(masked).toHaveCount(already)
    await focusKept(page, 'what was hidden is shown again')

    await press('i', 'ArrowDown', 'Escape', ']', 'Space')
    await expect(page.getByLabel(t('grading.incident'))).toHaveValue('abuse')
    const first = await lock(0)
    await expect(locked(first)).toBeVisible()
    await press('z')
    await expect(code(page)).toHaveText(first)
    await focusKept(page, 'the lock was taken back')
    await expect(level(page)).toHaveValue('3')
    await expect(note).toHaveValue('1 and 5: as z, j, k and ? are only letters here')
    await moving(page, () => press('Enter'))
    await expect(locked(first)).toBeVisible()
  })

  const [before, begun] = [presses, Date.now()]
  for (let place = 1; place < many; place++) await lock(place * answersEach)
  const [own, seconds] = [(presses - before) / (many - 1), (Date.now() - begun) / 1000]
  annotations.push({
    type: 'keys',
    description: `${own.toFixed(1)} an answer, ${(seconds / (many - 1)).toFixed(2)} s`,
  })
  await expect(page.getByText(t('grading.queue.empty'))).toBeVisible()

  const kept = await inDatabase((db) =>
    db
      .select({
        code: answers.code,
        lockedAt: gradingAssignments.lockedAt,
        dimension: grades.dimension,
        level: grades.level,
        incident: grades.incident,
      })
      .from(grades)
      .innerJoin(gradingAssignments, eq(gradingAssignments.id, grades.assignmentId))
      .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
      .where(eq(gradingAssignments.graderId, desk.grader.userId)),
  )
  expect(new Set(kept.map((one) => one.code)).size).toBe(many)
  for (const [one, said] of keyed)
    expect(
      kept.flatMap((row) => (row.code === one ? `${row.dimension} ${row.level ?? 0}` : [])).sort(),
    ).toEqual(said.sort())
  expect(kept.filter(({ lockedAt }) => lockedAt === null)).toEqual([])
  expect(kept.flatMap(({ incident }) => incident ?? [])).toEqual(['abuse'])
})
