import { describe, expect, test } from 'vitest'
import { locales } from '#app/domain/locale.ts'
import {
  freeId,
  freshMarks,
  lacking,
  measuredRows,
  type PageMarks,
  pageMarks,
  sumOfWeights,
} from '#app/domain/own-page.ts'
import { draftPage } from '#app/domain/own-page-content.ts'
import { graderView } from '#app/domain/scenario/grader-view.ts'
import { suggestMatches } from '#app/domain/scenario/review-match.ts'
import { candidateView } from '#app/domain/scenario/views.ts'
import { compilePage } from '#app/server/own-page/content.ts'
import { testLibrary } from '#test/support/context.ts'
import { shop, shopMarks } from '#test/world/own-page.ts'

const key = 'own-page-00000000-0000-7000-8000-000000000001'
const page = shop()
const compiled = (marks: PageMarks = shopMarks) => compilePage(key, { page, marks }, testLibrary())
function content() {
  const made = compiled().content
  if (!made) throw new Error(compiled().problems.join('\n'))
  return made
}
const codes = (marks: Partial<PageMarks>) =>
  lacking({ ...shopMarks, ...marks }, page).map((one) => ('id' in one ? `${one.code} ${one.id}` : one.code))

describe('a brought page', () => {
  test('that is complete passes the checks of every scenario, in three languages', () => {
    expect(compiled().problems).toEqual([])
    expect(content()).toMatchObject({ key, kind: 'page-review', use: 'graded', total: 6, minutes: 20 })
    for (const locale of locales) expect(graderView(content(), locale, 'a').anchors).toHaveProperty('K4.5')
  })

  test('shows the candidate the page and the task, and nothing of what is planted', () => {
    for (const locale of locales) {
      const view = candidateView(content(), locale, 'seed')
      if (view.kind !== 'page-review') throw new Error(view.kind)
      // Typesetting changes spaces only.
      expect(view.html.replaceAll('\u00a0', ' ')).toBe(draftPage(page).replaceAll('{{', '{\u2060{'))
      expect(view.parts.map(({ id }) => id)).toEqual(['p01', 'p02', 'p03', 'p04', 'p05', 'p06'])
      expect(JSON.stringify(view)).not.toMatch(/D0\d|X01|is wrong|too loud/)
    }
  })

  test('says in the languages it was not written in that it is not translated', () => {
    const brief = (locale: 'en' | 'ru' | 'sq') => candidateView(content(), locale, 'a').brief
    expect(brief('en')).toEqual(['A fan.', 'Its {\u2060{page}}.'])
    expect(brief('ru').slice(0, 2)).toEqual(brief('en'))
    expect(brief('ru')[2]).toContain('не\u00a0переведено'.replace('\u00a0', ' '))
    expect(brief('sq')).toHaveLength(3)
    expect(graderView(content(), 'sq', 'a').notes).toHaveLength(1)
  })

  test('is matched like a shipped one: a finding in a part suggests what is planted there', () => {
    const finding = { part: 'p05', wrong: 'x', why: '', fix: '' }
    expect(suggestMatches(finding, content(), 'en', 'a')).toEqual([
      { id: 'D02', kind: 'defect', hinted: false },
    ])
  })

  test('is not complete before everything is said', () => {
    expect(codes({})).toEqual([])
    expect(lacking(freshMarks('ru'), page).map(({ code }) => code)).toEqual(['texts', 'few-defects'])
    expect(codes({ defects: shopMarks.defects.slice(1) })).toEqual(['few-defects'])
    const [first, ...others] = shopMarks.defects
    if (!first) throw new Error('no defect')
    expect(codes({ defects: [{ ...first, costs: ' ' }, ...others] })).toEqual(['defect D01'])
    expect(codes({ defects: [{ ...first, parts: ['p77'] }, ...others] })).toEqual(['defect D01'])
    expect(codes({ defects: [{ ...first, parts: [] }, ...others] })).toEqual(['defect D01'])
    expect(codes({ decoys: [{ id: 'X01', part: 'p04', looks: 'a', right: '', claim: 'b' }] })).toEqual([
      'decoy X01',
    ])
    expect(
      codes({ texts: { ...shopMarks.texts, ru: { title: 'Страница', question: '', brief: '' } } }),
    ).toEqual(['half-translated'])
    expect(codes({ measured: 'a line without a colon' })).toEqual(['measured'])
    expect(codes({ dimensions: [] })).toEqual(['dimensions'])
    expect(compiled({ ...shopMarks, defects: [] }).content).toBeNull()
  })

  test('with one id twice is refused by the same checks', () => {
    const [first] = shopMarks.defects
    if (!first) throw new Error('no defect')
    const { content: made, problems } = compiled({ ...shopMarks, defects: [...shopMarks.defects, first] })
    expect([made, problems.length > 0]).toEqual([null, true])
  })
})

test('weights add up, ids are free, measured lines are read to the first colon', () => {
  expect(sumOfWeights(shopMarks)).toBe(6)
  expect(freeId('D', shopMarks.defects)).toBe('D04')
  expect(freeId('X', [])).toBe('X01')
  expect(measuredRows('Opened: at 15:00\n\n')).toEqual([{ label: 'Opened', text: 'at 15:00' }])
  expect(pageMarks.safeParse({ ...shopMarks, key: 'x' }).success).toBe(false)
})
