import { expect, test } from 'vitest'
import { judgementRows, lookupRows } from '#app/domain/desk-marks.ts'
import { passages } from '#app/domain/scenario/body.ts'
import { graderView } from '#app/domain/scenario/grader-view.ts'
import { shipped } from './shipped.ts'

const seed = '7'

test('a look-up stands question by question with the paragraph that was cited, its mark and the key', () => {
  const content = shipped('s09-where-is-it', 'lookup')
  const [documented, ...others] = content.questions.filter(({ cite }) => cite.length > 0)
  const gap = content.questions.find(({ cite }) => cite.length === 0)
  if (!documented || !gap) throw new Error('S09 asks both kinds')
  const body = {
    answers: {
      [documented.id]: { text: 'It is like this.', cite: documented.cite[0] ?? '' },
      [gap.id]: { text: '', cite: 'none' },
    },
  }
  const rows = lookupRows(content, graderView(content, 'en', seed), {
    locale: 'en',
    seed,
    body,
    passages: passages(content, { kind: 'lookup', body }),
  })
  const of = (id: string | undefined) => rows.find((row) => row.id === id)
  expect(rows).toHaveLength(content.questions.length)
  expect(of(documented.id)).toMatchObject({ start: 0, mark: { citation: 'right', documented: true } })
  const { cited, key } = of(documented.id) ?? {}
  expect(key?.paragraphs).toContainEqual(cited)
  expect(of(gap.id)).toMatchObject({
    start: null,
    cited: 'none',
    mark: { right: true, documented: false },
    key: { paragraphs: [] },
  })
  expect(of(others[0]?.id)).toMatchObject({ cited: null, mark: { given: false, right: false } })
})

test('a judgement stands item by item with the picks beside the key and its reasons', () => {
  const content = shipped('judgement-a', 'judgement')
  const item = content.items.find(({ ask }) => ask === 'most-least')
  if (item?.ask !== 'most-least') throw new Error('the block has such an item')
  const body = { picks: { [item.id]: { most: item.most, least: item.least } }, ratings: {}, reasons: {} }
  const rows = judgementRows(content, graderView(content, 'en', seed), { body, passages: [] })
  const row = rows.find(({ id }) => id === item.id)
  expect(row?.mark).toBe(2)
  for (const { key, given, why } of row?.options ?? []) {
    expect(given).toBe(key)
    expect(why).not.toBe('')
  }
  expect(rows.filter(({ mark }) => mark !== null)).toHaveLength(1)
})
