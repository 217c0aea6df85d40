import { expect, test } from 'vitest'
import { meaning } from '#app/ui/grading/keys.ts'

const press = (key: string, code: string, shiftKey = false) =>
  meaning({ key, code, shiftKey, ctrlKey: false, altKey: false, metaKey: false, isComposing: false })?.act

test('conversations of a queue have keys of their own, in a Cyrillic layout too', () => {
  expect(press('t', 'KeyT')).toBe('nextThread')
  expect(press('T', 'KeyT', true)).toBe('previousThread')
  expect(press('е', 'KeyT')).toBe('nextThread')
  expect(press('d', 'KeyD')).toBe('read')
  expect(press('р', 'KeyH')).toBe('hide')
  expect(press('x', 'KeyX')).toBe('hideWords')
  expect(press('ч', 'KeyX')).toBe('hideWords')
})

test('with Control they are the browser’s', () => {
  expect(
    meaning({
      key: 't',
      code: 'KeyT',
      shiftKey: false,
      ctrlKey: true,
      altKey: false,
      metaKey: false,
      isComposing: false,
    }),
  ).toBeUndefined()
})
