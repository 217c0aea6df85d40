import { describe, expect, test } from 'vitest'
import { locales } from '#app/domain/locale.ts'
import { emptyBody, readAnswer } from '#app/domain/scenario/body.ts'
import { judgementMarks, keyRules } from '#app/domain/scenario/judgement-marks.ts'
import { candidateView } from '#app/domain/scenario/views.ts'
import { seeds, shipped } from './shipped.ts'

const content = shipped('judgement-a', 'judgement')
const answers = locales.flatMap((locale) =>
  (content.texts[locale].grader?.examples ?? []).map(({ name, picks, ratings, reasons }, index) => ({
    locale,
    index,
    name,
    body: { picks, ratings, reasons },
  })),
)

/** By hand: 7 × 2 = 14; 2+1+1+1+1+1+1 = 8; 0−1−2−1−1−1+0 = −6, of seven items. */
const signals = [5, 3 + 8 / 7, 3 - 6 / 7]

describe('the sample answers', () => {
  test('stand in every language three times, and can be saved as they are', () => {
    expect(answers).toHaveLength(9)
    for (const { body } of answers) expect(readAnswer(content, body)).toEqual({ kind: 'judgement', body })
  })

  test.each(answers)('$locale, $name, is marked as its authors counted it', ({ index, body }) => {
    const marks = judgementMarks(content, body)
    expect(marks.signal).toMatchObject({ items: 7 })
    expect(marks.signal.value).toBeCloseTo(signals[index] ?? 0, 9)
    const [storm = 0, praise = 0] = marks.items.flatMap((item) => (item.ask === 'rate' ? item.value : []))
    if (index === 0) expect(Math.min(storm, praise)).toBeGreaterThan(0.95)
    if (index === 2) expect(Math.max(storm, praise)).toBeLessThan(0.5)
  })
})

test('the options on which experts differ are not in the key: one of each rated item', () => {
  const marks = judgementMarks(content, answers[0]?.body ?? emptyBody('judgement'))
  const dropped = marks.items.flatMap((item) =>
    item.ask === 'rate' && item.value !== undefined ? [[item.id, ...item.dropped]] : [],
  )
  expect(dropped).toEqual([
    ['afterStorm', 'silence'],
    ['praise', 'letBe'],
  ])
  expect(keyRules.largestSd).toBe(1)
})

test('every dimension that an item shows has a level; those of the reason are graded by people too', () => {
  const marks = judgementMarks(content, answers[0]?.body ?? emptyBody('judgement'))
  expect(Object.keys(marks.byDimension)).toEqual(['A1', 'A2', 'A3', 'A5', 'A6', 'K4', 'K5'])
  expect(content.items.filter(({ reason }) => reason).map(({ id }) => id)).toEqual(['hospital'])
})

test('the length of a possibility says nothing: the key’s best is the longest in three of seven at most', () => {
  for (const locale of locales) {
    const longest = content.items.filter((item) => {
      const { options = {} } = content.texts[locale].items[item.id] ?? {}
      const length = (id: string) => options[id]?.length ?? 0
      return item.ask === 'most-least' && item.options.every((id) => length(id) <= length(item.most))
    })
    expect(longest.map(({ id }) => id).length, locale).toBeLessThanOrEqual(3)
  }
})

test('its place says nothing either: the key’s best comes first about as often as any other', () => {
  const places = seeds.flatMap((seed) => {
    const view = candidateView(content, 'en', seed)
    if (view.kind !== 'judgement') throw new Error('no judgement')
    return content.items.flatMap((item, index) =>
      item.ask === 'most-least'
        ? [view.items[index]?.options.findIndex(({ id }) => id === item.most) ?? -1]
        : [],
    )
  })
  const share = (place: number) => places.filter((at) => at === place).length / places.length
  for (const place of [0, 1, 2, 3, 4]) {
    expect(share(place)).toBeGreaterThan(0.12)
    expect(share(place)).toBeLessThan(0.28)
  }
})
